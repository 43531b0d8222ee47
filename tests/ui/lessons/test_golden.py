"""What a lesson's golden cell prints, and that its words can be trusted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from before_you_post.records import Question, QuestionKind
from before_you_post.training.course import load_course
from before_you_post.training.grading import solution
from before_you_post.ui.lessons import check_lesson, golden
from before_you_post.ui.lessons.golden import as_shipped, solved
from tried_lesson import COURSE, quiz_questions, tried_questions

QUESTIONS = tried_questions()


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_no_exercise_is_solved_as_shipped_and_each_is_with_its_solution(question: Question) -> None:
    assert not solved(question, as_shipped(question))
    assert solved(question, solution(question))


def test_an_exercise_that_cannot_be_solved_is_told_apart(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = replace(QUESTIONS["kind-number"], options=(replace(QUESTIONS["kind-number"].options[0], value="sixty"),))
    monkeypatch.setattr(golden, "load_course", lambda: COURSE)
    monkeypatch.setattr(golden, "load_bank", lambda: (QUESTIONS["kind-order"], broken, *quiz_questions()))
    check_lesson("every-kind")
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "every-kind: 2 exercises (1 number, 1 order)",
        "  kind-order: as shipped not solved; with its solution solved",
        "  kind-number: as shipped not solved; with its solution not solved",
    ]
    assert lines[3].startswith("quiz: 12 questions (1 date, 1 decision,")
    assert "breach-individual-60d" in lines[4]
    assert lines[5] == "claims asked: S15, S22"


def test_the_exam_says_how_many_it_draws(capsys: pytest.CaptureFixture[str]) -> None:
    exam = next(lesson for lesson in load_course().lessons if lesson.exam)
    check_lesson(exam.slug)
    assert capsys.readouterr().out == f"{exam.slug}: {exam.draws} questions, drawn across the course\n"


def test_a_kind_that_has_an_order_is_shipped_in_another(capsys: pytest.CaptureFixture[str]) -> None:
    ordered = [one for one in QUESTIONS.values() if one.kind is QuestionKind.ORDER]
    assert all(as_shipped(one) != solution(one) for one in ordered)

"""A lesson's page: what its notebook may call, and what it must not do when it is opened before anybody visits."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from before_you_post.records import QuestionUse
from before_you_post.training.course import load_course
from before_you_post.ui.lessons import open_lesson
from before_you_post.ui.lessons.learning import Learning
from before_you_post.ui.lessons.page import LessonPage
from before_you_post.ui.lessons.taught import Taught
from tried_lesson import COURSE, LESSON, quiz_questions, tried_questions


@pytest.fixture
def page() -> LessonPage:
    def refuse() -> Any:
        raise AssertionError("nobody is there yet")

    questions = (*tried_questions().values(), *quiz_questions())
    return LessonPage(COURSE, LESSON, questions, Learning(refuse))


def test_everything_of_a_lesson_is_made_before_anybody_visits(page: LessonPage) -> None:
    made = [page.top(), page.quiz(), page.rules(), page.caption_check("Ms. Example"), page.what_if("channel")]
    made += [page.ask(question) for question in tried_questions()]
    made += [page.clocks("2026-03-02", people=12, states=["OH"])]
    assert all(hasattr(widget, "_esm") for widget in made)


def test_a_question_of_the_quiz_or_of_no_lesson_cannot_be_shown_inside(page: LessonPage) -> None:
    assert next(one for one in quiz_questions()).use is QuestionUse.QUIZ
    for name in ("kind-single-quiz", "no-such-question"):
        with pytest.raises(KeyError, match="every-kind"):
            page.ask(name)


def test_a_lesson_the_course_does_not_have_is_an_error() -> None:
    with pytest.raises(KeyError):
        open_lesson("no-such-lesson")


def test_opening_a_lesson_brings_neither_the_audit_nor_a_table_program_with_it() -> None:
    asked = "import sys; import before_you_post.ui.lessons.quiz, before_you_post.ui.lessons.top; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    assert {"pandas", "cv2", "onnxruntime", "sqlalchemy", "reportlab"}.isdisjoint(loaded)


@pytest.mark.parametrize("lesson", load_course().lessons, ids=lambda lesson: lesson.slug)
def test_what_stands_behind_every_lesson_can_be_looked_up(lesson: Any) -> None:
    given = Taught(lesson).given
    assert len(given["claims"]) == len(lesson.claims)
    assert all(rule["title"] and rule["citation"] and rule["remedy"] for rule in given["rules"])
    assert all(one["words"].rstrip("”").endswith(".") for one in given["claims"] + given["told"])

"""The quiz without a browser: begun by a button, kept answer by answer, gone on with, signed and certified."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from before_you_post.records import Answer, Audience, EntryKind, Lesson, Question
from before_you_post.training.course import Course
from before_you_post.training.grading import solution
from before_you_post.ui.lessons.learning import Learning
from before_you_post.ui.lessons.quiz import SESSION_OVER, LessonQuiz
from before_you_post.ui.lessons.review import Review
from before_you_post.ui.lessons.sitting import needed
from tried_lesson import COURSE, LESSON, quiz_questions, tried_questions

BANK = {question.id: question for question in (*quiz_questions(), *tried_questions().values())}
Choose = Callable[[Question], Answer]


@pytest.fixture
def quiz_of(page_class: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    return lambda learning: page_class(LessonQuiz(COURSE, LESSON, learning, bank=BANK.values), monkeypatch)


def wrong(question: Question) -> Answer:
    """An answer that is not right, of every kind."""
    right = solution(question)
    if isinstance(right, dict):
        return {**right, next(iter(right)): "somewhere else"}
    if isinstance(right, str):
        return "1"
    if question.kind.value == "order":
        return right[::-1]
    return [next(option.id for option in question.options if option.id not in right)]


def answer(page: Any, choose: Choose) -> None:
    question = BANK[page.widget.view["asked"]["id"]]
    page.say("answer", question=question.id, answer=choose(question))


def take(page: Any, choose: Choose = solution) -> None:
    page.say("start")
    while page.widget.view["stage"] == "question":
        answer(page, choose)
        page.say("next")


def test_nothing_is_asked_before_somebody_begins(quiz_of: Any, learning: Learning) -> None:
    page = quiz_of(learning)
    assert page.widget.view["stage"] == "start"
    assert "asked" not in page.widget.view
    assert page.widget.view["lines"][0].startswith("4 questions about this lesson")


def test_one_question_at_a_time_each_explained_before_the_next(quiz_of: Any, corwin: Learning) -> None:
    page = quiz_of(corwin)
    page.say("start")
    first = page.widget.view
    assert (first["number"], first["of"], first["marked"]) == (1, 4, None)
    answer(page, wrong)
    assert page.widget.view["asked"] == first["asked"]
    assert page.widget.view["marked"]["right"] is False
    assert page.widget.view["marked"]["kept"] == "Saved 10:42 am."
    assert page.widget.view["next"] == "Next question"
    page.say("next")
    assert page.widget.view["number"] == 2


def test_an_answer_is_given_once(quiz_of: Any, corwin: Learning) -> None:
    page = quiz_of(corwin)
    page.say("start")
    answer(page, wrong)
    answer(page, solution)
    assert page.widget.view["marked"]["right"] is False
    assert sum(one.kind is EntryKind.ANSWERED for one in corwin.desk.entries()) == 1


def test_an_answer_to_a_question_that_is_not_on_the_page_does_nothing(quiz_of: Any, corwin: Learning) -> None:
    page = quiz_of(corwin)
    page.say("start")
    other = next(name for name in BANK if name != page.widget.view["asked"]["id"])
    page.say("answer", question=other, answer=solution(BANK[other]))
    assert page.widget.view["marked"] is None


def test_a_page_opened_again_goes_on_where_it_stood(quiz_of: Any, corwin: Learning) -> None:
    first = quiz_of(corwin)
    first.say("start")
    answer(first, solution)
    first.say("next")
    stood = first.widget.view
    again = quiz_of(corwin)
    again.say("start")
    assert again.widget.view["asked"] == stood["asked"]
    assert again.widget.view["number"] == 2
    assert again.widget.view["went_on"] == "You go on where you stopped."


def test_whoever_passes_signs_and_has_a_certificate_that_can_be_saved(quiz_of: Any, corwin: Learning) -> None:
    page = quiz_of(corwin)
    take(page)
    result = page.widget.view["result"]
    assert (result["passed"], result["recorded"], result["sign"], result["certificate"]) == (True, True, True, None)
    assert result["score"] == "4 of 4 right. It takes 4 of 4."
    page.say("sign", agreed="yes")  # only the box itself counts
    assert page.widget.view["result"]["certificate"] is None
    page.say("sign", agreed=True)
    result = page.widget.view["result"]
    assert result["sign"] is False
    assert result["certificate"]["name"] == "Corwin Halloway-Stone"
    [standing] = corwin.desk.certificates("S-04")
    assert result["certificate"]["id"] == standing.certificate.id
    page.say("certificate")
    [told] = page.told("certificate")
    assert told["name"] == f"{standing.certificate.id}.pdf"
    assert page.files[0].startswith(b"%PDF-")


def test_whoever_does_not_pass_sees_what_was_missed_and_why_and_may_try_again(quiz_of: Any, corwin: Learning) -> None:
    page = quiz_of(corwin)
    take(page, wrong)
    result = page.widget.view["result"]
    assert (result["passed"], result["sign"], result["certificate"]) == (False, False, None)
    assert result["headline"] == "Not passed yet"
    assert len(result["missed"]) == 4
    assert all(one["stem"] and one["about"] for one in result["missed"])
    assert "must be right" in result["critical"]
    page.say("sign", agreed=True)
    assert corwin.desk.certificates("S-04") == ()
    page.say("start")
    assert page.widget.view["stage"] == "question"
    assert page.widget.view["number"] == 1


def test_a_rule_that_was_missed_is_named_with_its_citation(quiz_of: Any, corwin: Learning) -> None:
    page = quiz_of(corwin)
    take(page, lambda question: wrong(question) if question.critical else solution(question))
    [missed] = page.widget.view["result"]["missed"]
    assert missed["critical"] is True
    assert any("164.514" in about["citation"] for about in missed["about"])


def test_whoever_has_not_signed_in_may_try_it_and_nothing_is_kept(quiz_of: Any, learning: Learning) -> None:
    page = quiz_of(learning)
    assert "nothing is recorded" in page.widget.view["record"]
    take(page)
    result = page.widget.view["result"]
    assert (result["passed"], result["recorded"], result["sign"]) == (True, False, False)
    page.say("sign", agreed=True)
    page.say("certificate")
    assert page.widget.view["result"]["certificate"] is None
    assert page.files == []
    assert learning.desk.entries() == ()


def test_without_a_record_it_is_counted_as_with_one(quiz_of: Any, learning: Learning) -> None:
    page = quiz_of(learning)
    take(page, wrong)
    assert page.widget.view["result"]["score"] == "0 of 4 right. It takes 4 of 4."


def test_a_session_that_has_ended_is_told_and_what_was_answered_is_kept(
    quiz_of: Any, corwin: Learning, clock: Any
) -> None:
    page = quiz_of(corwin)
    page.say("start")
    answer(page, solution)
    page.say("next")
    clock.pass_by(hours=13)
    answer(page, solution)
    assert page.widget.view["stage"] == "start"
    assert [one["words"] for one in page.told("refused")] == [SESSION_OVER]
    assert sum(one.kind is EntryKind.ANSWERED for one in corwin.desk.entries()) == 1


def test_nobody_goes_on_with_somebody_elses_quiz(quiz_of: Any, corwin: Learning) -> None:
    page = quiz_of(corwin)
    page.say("start")
    answer(page, solution)
    corwin.leave()
    assert page.widget.view["stage"] == "start"
    assert corwin.enter(corwin.desk.choose_pin("S-05", "730264")) is not None
    page.say("start")
    assert page.widget.view["number"] == 1
    assert page.widget.view["went_on"] == ""


def test_an_exam_asks_across_the_course(page_class: Any, monkeypatch: pytest.MonkeyPatch, learning: Learning) -> None:
    exam = Lesson(
        slug="exam", title="Exam", summary="Everything at once.", minutes=5, audience=(Audience.EVERYONE,),
        claims=(), exam=True, draws=3,
    )  # fmt: skip
    course = Course(title="Two lessons", lessons=(LESSON, exam))
    page = page_class(LessonQuiz(course, exam, learning, bank=BANK.values), monkeypatch)
    assert page.widget.view["title"] == "The final check"
    take(page, wrong)
    assert [one["lesson"] for one in page.widget.view["result"]["missed"]] == ["every-kind"] * 3
    assert all(one["elsewhere"] for one in page.widget.view["result"]["missed"])


@pytest.mark.parametrize(("asked", "mark", "enough"), [(6, 0.8, 5), (5, 0.8, 4), (10, 0.7, 7), (4, 0.8, 4), (3, 1, 3)])
def test_the_pass_mark_is_told_as_a_number_of_answers(asked: int, mark: float, enough: int) -> None:
    assert needed(asked, mark) == enough


def test_what_was_missed_comes_back_on_the_home_page_another_day(
    quiz_of: Any, page_class: Any, corwin: Learning, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LessonQuiz, "bank", BANK)
    review = page_class(Review(COURSE, corwin), monkeypatch)
    assert review.widget.view["stage"] == "none"
    take(quiz_of(corwin), wrong)
    clock.pass_by(days=2)
    assert corwin.enter(corwin.desk.sign_in("S-04", "482915")) is not None
    assert review.widget.view["stage"] == "start"
    assert review.widget.view["lines"][0] == "4 questions you missed came back."
    take(review)
    result = review.widget.view["result"]
    assert (result["headline"], result["certificate"], result["sign"], result["next"]) == (
        "Thank you",
        None,
        False,
        None,
    )
    assert corwin.desk.certificates("S-04") == ()


def test_a_review_of_nothing_is_never_on_the_page_even_for_a_moment(
    page_class: Any, learning: Learning, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = page_class(Review(COURSE, learning), monkeypatch)
    stages: list[str] = []
    review.widget.observe(lambda change: stages.append(change.new["stage"]), "view")
    for person in ("S-04", "S-05"):
        assert learning.enter(learning.desk.choose_pin(person, "482915")) is not None
    assert set(stages) <= {"none"}

"""A question inside a lesson, without a browser: tried by anybody, kept for whoever is signed in, never counted."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest

from before_you_post.records import CaseRef, EntryKind, Question
from before_you_post.training.grading import solution
from before_you_post.ui.lessons.asking import case_of
from before_you_post.ui.lessons.exercise import Exercise
from before_you_post.ui.lessons.learning import Learning
from tried_lesson import tried_questions

QUESTIONS = tried_questions()


@pytest.fixture
def page_of(page_class: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    return lambda question, learning: page_class(Exercise(question, learning), monkeypatch)


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_every_kind_can_be_answered_by_somebody_who_has_not_signed_in(
    question: Question, page_of: Any, learning: Learning
) -> None:
    page = page_of(question, learning)
    assert page.widget.marked is None
    page.say("answer", answer=solution(question))
    assert page.widget.marked["right"] is True
    assert page.widget.marked["kept"] == "Tried without a record."
    assert learning.desk.entries() == ()


def test_what_somebody_signed_in_answers_is_kept_and_the_time_is_said(page_of: Any, corwin: Learning) -> None:
    page = page_of(QUESTIONS["kind-single"], corwin)
    page.say("answer", answer=["enough"])
    assert page.widget.marked["right"] is False
    assert page.widget.marked["kept"] == "Saved 10:42 am."
    [kept] = [one for one in corwin.desk.entries() if one.kind is EntryKind.ANSWERED]
    assert (kept.person, kept.body["question"], kept.body["attempt"]) == ("S-04", "kind-single", None)


def test_an_exercise_can_be_tried_again_and_a_question_before_reading_is_asked_once(
    page_of: Any, learning: Learning
) -> None:
    practice, before = (page_of(QUESTIONS[name], learning) for name in ("kind-single", "kind-before"))
    for page in (practice, before):
        page.say("answer", answer=[page.widget.asked["options"][0]["id"]])
        page.say("again")
    assert practice.widget.marked is None
    assert before.widget.marked is not None
    assert before.widget.asked["kicker"] == "Before you read: what do you think?"


@pytest.mark.parametrize("answer", [None, [], ["nothing-like-it"], "enough", ["enough", "no-form"], {"no-form": "x"}])
def test_an_answer_that_no_page_sends_is_refused_and_nothing_is_marked(
    answer: Any, page_of: Any, learning: Learning
) -> None:
    page = page_of(QUESTIONS["kind-single"], learning)
    page.say("answer", answer=answer)
    assert page.widget.marked is None
    assert page.told("refused") == [{"tell": "refused", "words": "Answer it again."}]


def test_words_that_mean_nothing_do_nothing(page_of: Any, learning: Learning) -> None:
    page = page_of(QUESTIONS["kind-single"], learning)
    page.say("delete everything")
    page.widget._receive(page.widget, "no message", [])
    assert page.heard == []


def test_the_picture_and_papers_come_when_the_page_asks_for_them(page_of: Any, learning: Learning) -> None:
    page = page_of(QUESTIONS["kind-decision"], learning)
    assert page.files == []
    page.say("case", question="kind-single")  # another one's: not on this page
    page.say("case", question="kind-decision")
    end = time.monotonic() + 60
    while not page.heard and time.monotonic() < end:
        time.sleep(0.05)
    [told] = page.told("case")
    assert told["alt"] == "A woman's face with a black bar over the eyes"
    assert {"label": "Channel", "words": "website"} in told["lines"]
    assert [data[:3] for data in page.files] == [b"\xff\xd8\xff"]


def test_a_case_that_cannot_be_read_is_told_and_the_question_stays(capfd: pytest.CaptureFixture[str]) -> None:
    lost = replace(QUESTIONS["kind-decision"], case=CaseRef(practice="quillfeather", photo="website/nothing.jpg"))
    values, pictures = case_of(lost)
    assert values["trouble"] == "The picture and papers of this question cannot be shown."
    assert pictures == []
    assert "KeyError" in capfd.readouterr().err

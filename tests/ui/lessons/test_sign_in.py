"""Signing in at the top of a page, without a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from before_you_post.records import InputError, Problem
from before_you_post.training.grading import solution
from before_you_post.ui.lessons.learning import Learning
from before_you_post.ui.lessons.quiz import LessonQuiz
from before_you_post.ui.lessons.top import Top
from tried_lesson import COURSE, LESSON, quiz_questions

BANK = {question.id: question for question in quiz_questions()}


@pytest.fixture
def top(page_class: Any, learning: Learning, monkeypatch: pytest.MonkeyPatch) -> Any:
    return page_class(Top(LESSON, learning), monkeypatch)


def test_the_top_says_what_the_lesson_is_and_nothing_of_anybody(top: Any) -> None:
    assert top.widget.about == {
        "title": "Every kind of question",
        "summary": "One question of each kind, to see how they look and sound.",
        "minutes": 5,
        "for": "everyone",
    }
    assert top.widget.door == {"who": None, "saved": ""}


def test_the_list_of_names_tells_no_more_than_it_needs(top: Any) -> None:
    top.say("people")
    [told] = top.told("people")
    assert told["practice"] == "Quillfeather Dermatology & Aesthetics"
    assert {"person": "S-04", "name": "Corwin Halloway-Stone", "new": True, "manager": False} in told["people"]
    assert all(set(one) == {"person", "name", "new", "manager"} for one in told["people"])


def test_somebody_new_chooses_a_pin_and_is_there(top: Any) -> None:
    top.say("choose", person="S-04", pin="482915", code="")
    assert top.widget.door["who"] == {"name": "Corwin Halloway-Stone", "manager": False}
    [session] = top.told("session")
    assert session["token"]
    assert "482915" not in json.dumps([top.heard, top.widget.door])


def test_the_next_page_of_the_tab_knows_who_is_there(
    top: Any, learning: Learning, page_class: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    top.say("choose", person="S-04", pin="482915")
    token = top.told("session")[0]["token"]
    other = page_class(Top(LESSON, Learning(lambda: learning.desk)), monkeypatch)
    other.say("here", token=token)
    assert other.widget.door["who"]["name"] == "Corwin Halloway-Stone"
    assert other.told("session") == []


def test_a_token_that_means_nothing_is_forgotten(top: Any) -> None:
    for token in ("made up", "", 7, None):
        top.say("here", token=token)
    assert top.widget.door["who"] is None
    assert top.told("session") == [{"tell": "session", "token": None}] * 4


def test_a_wrong_pin_is_refused_in_the_desks_words_and_in_the_end_the_door_stays_shut(top: Any) -> None:
    top.say("choose", person="S-04", pin="482915")
    top.say("leave")
    for _ in range(5):
        top.say("enter", person="S-04", pin="000001")
    words = [one["words"] for one in top.told("refused")]
    assert len(words) == 5
    assert all(words)
    top.say("enter", person="S-04", pin="482915")
    assert top.widget.door["who"] is None
    assert "minute" in top.told("refused")[-1]["words"]


def test_a_manager_needs_the_start_code(top: Any, learning: Learning) -> None:
    code = learning.desk.start_code()
    top.say("choose", person="S-01", pin="482915", code="")
    assert top.widget.door["who"] is None
    assert "start code" in top.told("refused")[-1]["words"].lower()
    top.say("choose", person="S-01", pin="482915", code=code)
    assert top.widget.door["who"] == {"name": "Beatrix Lindqvist-Hale", "manager": True}


def test_leaving_ends_the_session_for_every_page(top: Any, learning: Learning) -> None:
    top.say("choose", person="S-04", pin="482915")
    token = top.told("session")[0]["token"]
    top.say("leave")
    assert top.widget.door == {"who": None, "saved": ""}
    assert top.told("session")[-1] == {"tell": "session", "token": None}
    assert learning.desk.who(token) is None


def test_the_top_says_when_something_was_kept_and_where_one_stands(
    top: Any, learning: Learning, page_class: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    top.say("choose", person="S-04", pin="482915")
    assert "It is due on" in top.widget.standing
    quiz = page_class(LessonQuiz(COURSE, LESSON, learning, bank=BANK.values), monkeypatch)
    quiz.say("start")
    while quiz.widget.view["stage"] == "question":
        question = BANK[quiz.widget.view["asked"]["id"]]
        quiz.say("answer", question=question.id, answer=solution(question))
        assert top.widget.door["saved"] == "10:42 am"
        quiz.say("next")
    quiz.say("sign", agreed=True)
    assert top.widget.standing == "You passed this lesson on November 22, 2026."
    top.say("leave")
    assert top.widget.standing == ""


def test_a_practice_that_cannot_be_read_is_told_with_what_to_do(
    page_class: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> Any:
        raise InputError(
            Problem(path=str(Path("clinic") / "staff.csv"), found="no such file", expected="names", remedy="Add it.")
        )

    page = page_class(Top(LESSON, Learning(refuse)), monkeypatch)
    page.say("people")
    [told] = page.told("refused")
    assert told["words"].startswith("no such file")
    assert told["words"].endswith("Add it.")


def test_a_fault_is_told_without_its_details(
    page_class: Any, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def break_down() -> Any:
        raise ZeroDivisionError("Ms. Example's record")

    page = page_class(Top(LESSON, Learning(break_down)), monkeypatch)
    page.say("people")
    [told] = page.told("refused")
    assert "fault in this program" in told["words"]
    assert "Example" not in told["words"]
    assert "ZeroDivisionError" in capfd.readouterr().err

"""The home page without a browser."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from before_you_post.training.course import load_course
from before_you_post.training.desk import LessonCard
from before_you_post.training.grading import solution
from before_you_post.ui.lessons.home import HomePage, Lessons, open_home
from before_you_post.ui.lessons.learning import Learning
from tried_lesson import COURSE, LESSON


def cards(widget: Any) -> list[dict[str, Any]]:
    return [card for group in widget.view["groups"] for card in group["cards"]]


def test_whoever_has_not_signed_in_sees_the_whole_course_in_its_order() -> None:
    lessons = open_home().lessons()
    course = load_course()
    assert [card["slug"] for card in cards(lessons)] == list(course.slugs())
    assert [card["start"] for card in cards(lessons)] == [True] + [False] * (len(course.lessons) - 1)
    assert {card["state"] for card in cards(lessons)} == {""}


def test_opening_the_home_page_asks_the_desk_nothing() -> None:
    def refuse() -> Any:
        raise AssertionError("nobody is there yet")

    home = HomePage(COURSE, Learning(refuse))
    assert home.top().progress is None
    assert home.review().view["stage"] == "none"
    assert len(cards(home.lessons())) == 1


def test_somebody_signed_in_sees_where_they_stand_and_what_is_due(corwin: Learning) -> None:
    home = HomePage(COURSE, corwin)
    assert home.top().progress == {
        "name": "Corwin Halloway-Stone",
        "practice": "Quillfeather Dermatology & Aesthetics",
        "passed": 0,
        "of": 1,
        "overdue": 0,
    }
    [card] = cards(home.lessons())
    assert (card["state"], card["start"], card["mine"]) == ("new", True, True)
    assert card["due"].startswith("Due ")
    assert card["why"]


def test_a_reason_that_most_lessons_share_is_said_once_above_them(corwin: Learning) -> None:
    lessons = tuple(replace(LESSON, slug=f"lesson-{letter}") for letter in "abcde")
    shared = LessonCard(
        lesson=LESSON,
        state="new",
        due=date(2026, 12, 22),
        overdue=False,
        why="Your work (nurse) needs this lesson.",
        certificate=None,
        best=None,
        for_me=True,
    )
    found = "A photo that you posted broke a rule of this lesson."
    cards_of = [replace(shared, lesson=lesson) for lesson in lessons]
    cards_of[2] = replace(cards_of[2], why=found, due=date(2026, 12, 1))
    values = Lessons(COURSE, corwin)
    corwin.desk.cards = lambda person: tuple(cards_of)  # type: ignore[method-assign]
    corwin.has_finished()
    [group] = values.view["groups"]
    assert group["note"] == "Your work (nurse) needs these lessons."
    assert [card["why"] for card in group["cards"]] == ["", "", found, "", ""]
    assert [card["start"] for card in group["cards"]] == [False, False, True, False, False]


def test_what_is_finished_on_the_page_shows_at_once(corwin: Learning) -> None:
    home = HomePage(COURSE, corwin)
    top, lessons = home.top(), home.lessons()
    attempt = corwin.desk.begin("S-04", "every-kind")
    bank = corwin.desk._curriculum.bank
    for one in attempt.asked:
        corwin.desk.answer(attempt.id, one.question, solution(bank[one.question]))
    corwin.desk.finish(attempt.id)
    corwin.desk.attest("S-04", "every-kind")
    corwin.has_finished()
    assert top.progress["passed"] == 1
    [card] = cards(lessons)
    assert (card["state"], card["state_words"], card["start"], card["due"]) == (
        "passed",
        "Passed on November 22, 2026",
        False,
        "",
    )


def test_when_they_leave_nothing_of_them_stays_on_the_page(corwin: Learning) -> None:
    home = HomePage(COURSE, corwin)
    top, lessons = home.top(), home.lessons()
    corwin.leave()
    assert top.progress is None
    assert top.door == {"who": None, "saved": ""}
    assert [card["state"] for card in cards(lessons)] == [""]


def test_managers_are_known_as_such(learning: Learning) -> None:
    code = learning.desk.start_code()
    assert code is not None
    learning.enter(learning.desk.choose_pin("S-01", "482915", code))
    assert HomePage(COURSE, learning).top().door["who"]["manager"] is True


@pytest.mark.parametrize("name", ["top", "review", "lessons"])
def test_the_notebook_shows_every_part(name: str) -> None:
    assert hasattr(open_home(), name)

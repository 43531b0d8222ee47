"""The list of people and of what is overdue: filtered, sorted, paged."""

from __future__ import annotations

from typing import Any

import pytest

from before_you_post.training.records_view import Overview, overview
from before_you_post.ui.lessons.records_people import (
    STATES,
    PeopleQuery,
    choices,
    late_rows,
    people_rows,
    read_people_query,
)
from invented_office import shared_office


@pytest.fixture(scope="module")
def seen() -> Overview:
    office = shared_office()
    return overview(office.desk, now=office.clock)


def names(seen: Overview, **asked: Any) -> list[str]:
    return [row["name"] for row in people_rows(seen, PeopleQuery(**asked))["rows"]]


@pytest.mark.parametrize(
    "asked", [None, 7, "x", {"page": -1}, {"page": True}, {"state": "x"}, {"sort": {}}, {"role": 3}]
)
def test_a_query_that_makes_no_sense_asks_for_everybody(asked: object) -> None:
    assert read_people_query(asked) == PeopleQuery()


def test_who_left_stands_last_however_the_list_is_sorted(seen: Overview) -> None:
    for sort in ("name", "role", "passed", "overdue", "last"):
        for descending in (False, True):
            assert names(seen, sort=sort, descending=descending)[-1] == "Odd Berg"


def test_a_name_or_a_code_is_found(seen: Overview) -> None:
    assert names(seen, search="  NGUYỄN ") == ["Łukasz Nguyễn"]
    assert names(seen, search="s-07") == ["Tobias Renn"]
    assert names(seen, search="nobody of that name") == []


def test_a_role_is_kept_to(seen: Overview) -> None:
    rows = people_rows(seen, PeopleQuery(role="front desk"))["rows"]
    assert {row["role"] for row in rows} == {"front desk"}
    assert len(rows) == 3


@pytest.mark.parametrize("state", STATES)
def test_each_state_shows_those_of_it_and_hides_the_others(seen: Overview, state: str) -> None:
    shown = set(names(seen, state=state))
    assert shown == {one.learner.name for one in seen.people if STATES[state][1](one)}
    assert 0 < len(shown) < len(seen.people)


def test_a_lesson_shows_where_everybody_it_is_for_stands_with_it(seen: Overview) -> None:
    listed = people_rows(seen, PeopleQuery(lesson="why-it-matters"))
    assert listed["lesson"] == "Why it matters"
    words = {row["name"]: row["lesson"] for row in listed["rows"]}
    assert words["Ida Quill"].startswith("Passed on January ")
    assert words["Jonas Tveit"] == "Not started; was due November 18, 2026"
    assert "Dr. Imre Castellane" not in names(seen, lesson="risk-assessment")


def test_a_lesson_and_a_state_together_are_about_that_lesson(seen: Overview) -> None:
    late = names(seen, lesson="why-it-matters", state="overdue")
    assert "Jonas Tveit" in late
    assert "Łukasz Nguyễn" not in late


def test_what_is_overdue_is_told_person_by_person_the_longest_first(seen: Overview) -> None:
    listed = late_rows(seen, 1)
    assert listed["total"] == sum(bool(one.overdue) for one in seen.people)
    days = [row["days"] for row in listed["rows"]]
    assert days == sorted(days, reverse=True)
    jonas = next(row for row in listed["rows"] if row["name"] == "Jonas Tveit")
    assert (jonas["since"], jonas["days"]) == ("November 18, 2026", 4)
    assert jonas["why"] == ["You began on October 19, 2026; it is due within 30 days."]
    assert len(jonas["lessons"]) == 15


def test_the_choices_name_every_role_and_lesson_once(seen: Overview) -> None:
    offered = choices(seen)
    roles = [one["value"] for one in offered["role"]]
    assert roles == sorted(set(roles))
    assert [one["value"] for one in offered["lesson"]] == list(seen.titles)


def test_a_page_past_the_end_is_the_last_one(seen: Overview) -> None:
    assert people_rows(seen, PeopleQuery(page=99))["page"] == 1

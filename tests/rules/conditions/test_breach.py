"""Whether people must be told of an incident, until when, and how many they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from before_you_post.records import BreachException, Conclusion
from before_you_post.rules.cases.clean_incident import INCIDENT
from before_you_post.rules.conditions.breach import (
    clock_runs,
    counts_as_breach,
    delay,
    excepted,
    last_day,
    people,
    says_none,
    too_late,
    unreadable,
)

OPEN: dict[str, Any] = {"conclusion": None}
LOST: dict[str, Any] = {"conclusion": None, "public": False, "encrypted": True, "key_apart": True}
INSIDE: dict[str, Any] = {"conclusion": None, "public": False, "exception": BreachException.INSIDE}


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ({}, True),
        (OPEN, True),
        ({"conclusion": Conclusion.LOW_PROBABILITY}, False),
        (LOST, False),
        (LOST | {"key_apart": None}, True),
        (LOST | {"key_apart": False}, True),
        (LOST | {"encrypted": None}, True),
        (LOST | {"public": True}, True),
        (LOST | {"public": None}, False),
        (INSIDE, False),
        (INSIDE | {"public": True}, True),
        (INSIDE | {"public": None}, False),
        (INSIDE | {"conclusion": Conclusion.BREACH}, True),
    ],
)
def test_an_incident_counts_as_a_breach_until_the_practice_says_otherwise_and_can(
    changes: dict[str, Any], counts: bool
) -> None:
    incident = replace(INCIDENT, **changes)
    assert counts_as_breach(incident) is counts
    assert clock_runs(incident) is counts
    assert not clock_runs(replace(incident, discovered_on=None))


def test_an_exception_and_encryption_are_two_things() -> None:
    assert excepted(replace(INCIDENT, **INSIDE))
    assert not excepted(replace(INCIDENT, **LOST))
    assert unreadable(replace(INCIDENT, **LOST))
    assert not unreadable(replace(INCIDENT, **INSIDE))


@pytest.mark.parametrize(
    ("individuals", "residents", "number"),
    [(3, None, 3), (3, (("OH", 9),), 3), (None, (("NV", 2), ("OH", 9)), 11), (None, (), 0), (None, None, None)],
)
def test_people_are_counted_as_recorded_or_by_their_states(
    individuals: int | None, residents: tuple[tuple[str, int], ...] | None, number: int | None
) -> None:
    assert people(replace(INCIDENT, individuals=individuals, residents=residents)) == number


def test_the_last_day_is_sixty_days_on_or_what_the_police_ask_for() -> None:
    assert last_day(INCIDENT) == date(2026, 7, 31)
    asked = {"delay_asked_on": date(2026, 7, 20), "delay_until": date(2026, 12, 31)}
    assert delay(INCIDENT) is None
    assert last_day(replace(INCIDENT, **asked, delay_written=True)) == date(2026, 12, 31)
    assert last_day(replace(INCIDENT, **asked, delay_written=False)) == date(2026, 8, 19)


@pytest.mark.parametrize(
    ("words", "none"),
    [
        ("none", True),
        ("None.", True),
        ("none: nobody had a part in it", True),
        ("none, because", True),
        ("NONE;", True),
        ("nonetheless a screenshot", False),
        ("there is none", False),
        ("", False),
        (None, False),
    ],
)
def test_none_is_the_first_word(words: str | None, none: bool) -> None:
    assert says_none(words) is none


def test_a_notice_that_came_late_or_never_is_told_with_both_days() -> None:
    last = date(2026, 7, 31)
    assert too_late(last, last, last, "the press was") is None
    assert too_late(None, last, last, "the press was") is None
    assert too_late(date(2026, 8, 1), last, last, "the press was") == (
        "The press was told on 2026-08-01; the last day was 2026-07-31."
    )
    assert too_late(None, last, date(2026, 8, 1), "the press was") == (
        "That the press was told is not on record; the last day was 2026-07-31."
    )

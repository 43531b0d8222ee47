"""A policy holds from the day it was approved until the day it ended."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.records import Papers, PolicyKind, WrittenPolicy
from before_you_post.rules.conditions.in_force import in_force, last_looked_at, policy_named

DAY = date(2026, 11, 22)
DAYS = st.none() | st.dates(DAY - timedelta(days=3), DAY + timedelta(days=3))


def papers(**facts: object) -> Papers:
    return Papers(policies=(WrittenPolicy(kind=PolicyKind.PHOTOS, **facts),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "holds"),
    [
        ({}, True),
        ({"approved_on": DAY}, True),
        ({"approved_on": DAY + timedelta(days=1)}, False),
        ({"ended_on": DAY}, False),
        ({"ended_on": DAY + timedelta(days=1)}, True),
    ],
)
def test_the_day_of_approval_counts_and_the_day_of_the_end_does_not(facts: dict[str, date], holds: bool) -> None:
    assert bool(in_force(papers(**facts), PolicyKind.PHOTOS, DAY)) is holds


def test_a_policy_of_another_kind_does_not_stand_in() -> None:
    assert in_force(papers(), PolicyKind.PRIVACY, DAY) == ()
    assert in_force(Papers(), PolicyKind.PHOTOS, DAY) == ()


@given(DAYS, DAYS)
def test_what_ended_is_not_in_force(approved: date | None, ended: date | None) -> None:
    found = in_force(papers(approved_on=approved, ended_on=ended), PolicyKind.PHOTOS, DAY)
    assert bool(found) is ((approved or DAY) <= DAY < (ended or date.max))


def test_to_approve_a_policy_is_to_look_at_it() -> None:
    policy = WrittenPolicy(kind="photos", approved_on=date(2026, 6, 1), reviewed_on=date(2026, 5, 1))
    assert last_looked_at(policy) == date(2026, 6, 1)
    assert last_looked_at(WrittenPolicy(kind="photos", reviewed_on=date(2026, 5, 1))) == date(2026, 5, 1)
    assert last_looked_at(WrittenPolicy(kind="photos")) is None


def test_a_policy_is_named_with_its_version() -> None:
    assert policy_named(WrittenPolicy(kind="parking", version="3")) == "the policy “parking” (version 3)"
    assert policy_named(WrittenPolicy(kind="parking")) == "the policy “parking”"

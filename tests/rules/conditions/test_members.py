"""Who works for the practice, and what they can do with photos, is told by its own list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from before_you_post.records import StaffMember
from before_you_post.rules.cases.clean_papers import MEMBER
from before_you_post.rules.conditions.members import opens_photos, reach, trainings, works_here

DAY = date(2026, 11, 22)
BEFORE, AFTER = date(2026, 11, 21), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("facts", "here"),
    [
        ({}, True),
        ({"hired_on": DAY}, True),
        ({"hired_on": AFTER}, False),
        ({"left_on": DAY}, True),
        ({"left_on": BEFORE}, False),
    ],
)
def test_the_first_and_the_last_day_are_days_of_work(facts: dict[str, date], here: bool) -> None:
    assert works_here(StaffMember(person="S-01", **facts), DAY) is here  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("since", "until", "opens"),
    [
        (None, None, False),
        (DAY, None, True),
        (AFTER, None, False),
        (BEFORE, DAY, False),
        (BEFORE, AFTER, True),
    ],
)
def test_access_that_was_taken_back_is_over_that_day(since: date | None, until: date | None, opens: bool) -> None:
    assert opens_photos(replace(MEMBER, photo_access_from=since, photo_access_until=until), DAY) is opens


def test_what_somebody_can_do_is_told_in_words() -> None:
    both = "has had access to patients' photos since 2025-09-15 and can publish on website"
    assert reach(MEMBER, DAY) == both
    assert reach(replace(MEMBER, photo_access_from=None), DAY) == "can publish on website"
    assert reach(replace(MEMBER, photo_access_from=None, publishes_on=None), DAY) is None


def test_a_training_that_is_still_to_come_trains_nobody() -> None:
    assert trainings(replace(MEMBER, trained_on=(BEFORE, DAY, AFTER)), DAY) == (BEFORE, DAY)
    assert trainings(replace(MEMBER, trained_on=None), DAY) == ()

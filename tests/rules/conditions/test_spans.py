"""Months and years are counted as agreements count them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.rules.conditions.spans import months_after, years_after


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 11, 22), 12, date(2026, 11, 22)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 6, 15), 0, date(2026, 6, 15)),
        (date(9999, 12, 31), 1, date.max),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_short_month(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


def test_years_later_is_the_same_day_but_for_leap_days() -> None:
    assert years_after(date(2020, 2, 29), 6) == date(2026, 2, 28)
    assert years_after(date(2020, 2, 2), 6) == date(2026, 2, 2)


@given(st.dates(), st.integers(0, 600))
def test_later_is_never_earlier(day: date, months: int) -> None:
    assert day <= months_after(day, months) <= months_after(day, months + 1)

"""Days and times as an office writes them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from before_you_post.report.days import clock, in_words


def test_a_day_is_written_with_its_month_in_letters() -> None:
    assert in_words(date(2026, 3, 2)) == "March 2, 2026"


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [(0, 5, "12:05 am"), (9, 30, "9:30 am"), (12, 0, "12:00 pm"), (14, 5, "2:05 pm"), (23, 59, "11:59 pm")],
)
def test_a_time_is_written_by_the_twelve_hour_clock(hour: int, minute: int, words: str) -> None:
    assert clock(datetime(2026, 3, 2, hour, minute)) == words

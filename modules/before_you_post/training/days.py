"""Days as they are counted in training, in the time zone of this machine."""

from __future__ import annotations

from datetime import date, datetime


def local_now() -> datetime:
    """This moment, by the clock and the time zone of this machine."""
    return datetime.now().astimezone()


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")

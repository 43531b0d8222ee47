"""Days counted on from a day: by months and by years, as agreements and policies count them."""

# mypy: strict-optional

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """The same day of the month, so many months later; the month's last day where it has no such day.

    Far beyond any date that somebody meant, the last day there is.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_after(day: date, years: int) -> date:
    """The same day, so many years later; 28 February for 29 February of a leap year."""
    return months_after(day, 12 * years)

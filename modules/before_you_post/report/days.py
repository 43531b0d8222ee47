"""Days and times as an American office writes them."""

from __future__ import annotations

from datetime import date, datetime


def in_words(day: date) -> str:
    """``November 22, 2026``."""
    return f"{day:%B} {day.day}, {day.year}"


def clock(at: datetime) -> str:
    """``2:05 pm``, in the time zone that the moment has."""
    return f"{at.hour % 12 or 12}:{at:%M} {'am' if at.hour < 12 else 'pm'}"

"""Days and times as an office writes them."""

from __future__ import annotations

from datetime import date, datetime


def day(one: date) -> str:
    """March 2, 2026."""
    return f"{one:%B} {one.day}, {one.year}"


def clock(at: datetime) -> str:
    """2:05 pm."""
    return f"{at.hour % 12 or 12}:{at:%M} {'am' if at.hour < 12 else 'pm'}"

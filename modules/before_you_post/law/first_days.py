"""From which day a law is asked of what was posted: nobody broke it before."""

from __future__ import annotations

from datetime import date
from functools import cache

from .dated import read


@cache
def first_day(law: str) -> date:
    """The first day of a law, by its id in ``law/first_days.yaml``. Raises KeyError for one that is not there."""
    days: dict[str, date] = {entry["id"]: entry["since"] for entry in read("first_days.yaml")}
    return days[law]

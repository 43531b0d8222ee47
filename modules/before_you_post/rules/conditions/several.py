"""Several things told in one sentence, and no more of them than anybody reads."""

# mypy: strict-optional

from __future__ import annotations

from collections.abc import Sequence

MOST = 8


def told(things: Sequence[str]) -> str:
    """The things one after the other: "S-01, S-02 and S-03"; of many, the first and how many more there are."""
    if len(things) > MOST:
        return f"{', '.join(things[:MOST])} and {len(things) - MOST} more"
    *first, last = things
    return f"{', '.join(first)} and {last}" if first else last


def counted(number: int, one: str) -> str:
    """A number with its noun: "1 day", "3 days"."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"

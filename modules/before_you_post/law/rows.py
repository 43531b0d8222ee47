"""Every row of the notes on the law, and how this program accounts for it: checked, taught, dated, or left out.

Nobody could tell from the rules alone what they leave out. Here it stands row by row, so that a reader may see what
a clean audit did not look at.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from .dated import read

SEED = "seed"


class How(StrEnum):
    """How a row is accounted for."""

    RULES = "rules"
    TAUGHT = "taught"
    DATED = "dated"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the notes, in a few words of our own.

    ``rules`` holds the ids of the rules that check it. It is empty for a claim of the article that rules check: those
    are the rules that name the claim as their seed.
    """

    id: str
    part: str  # of the notes: "A2"
    about: str
    how: How
    rules: tuple[str, ...] = ()
    lesson: str | None = None  # slug, where it is taught only
    data: str | None = None  # data file, where it is a dated fact
    reason: str | None = None  # why it is left out, or taught only
    tag: str | None = None  # how well it was verified: V1, V2, U, several where its parts differ
    rest: str | None = None  # what of it no rule looks at
    correction: str | None = None  # where the article says it less exactly than the law


@cache
def every_row() -> tuple[Row, ...]:
    """All rows in the order of the notes, as ``law/rows.yaml`` has them."""
    return tuple(_row(part["part"], entry) for part in read("rows.yaml")["sections"] for entry in part["rows"])


def _row(part: str, entry: dict[str, Any]) -> Row:
    [how] = [how for how in How if how in entry]
    said = entry[how]
    return Row(
        id=entry["id"],
        part=part,
        about=entry["about"],
        how=how,
        rules=tuple(said) if how is How.RULES and said != SEED else (),
        lesson=said if how is How.TAUGHT else None,
        data=said if how is How.DATED else None,
        reason=said if how is How.LEFT_OUT else entry.get("why"),
        tag=entry.get("tag"),
        rest=entry.get("rest"),
        correction=entry.get("correction"),
    )

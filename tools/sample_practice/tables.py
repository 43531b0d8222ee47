"""The tables of the practice folder, with the columns that the program reads and this practice fills in."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from before_you_post.practice.layouts import FIRST, FURTHER

PAPERS = {layout.name: [column.name for column in layout.columns] for layout in (*FIRST, *FURTHER)}
FINDINGS = ["subject", "about", "rule", "panel", "outcome", "at_posting", "today", "why"]
CASES = ["photo", "made_from", "twin", "story"]
MATTER_CASES = ["subject", "about", "rule", "twin"]

Row = Mapping[str, Any]


def filled(table: str, rows: Sequence[Row]) -> list[str]:
    """The columns of a table that some row fills in, in the order of the documents; all of them where no row is."""
    return [column for column in PAPERS[table] if not rows or any(row.get(column) is not None for row in rows)]


def write(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write one table; what a row says besides its columns is left out."""
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        table.writeheader()
        table.writerows(map(_yes_no, rows))


def _yes_no(row: Row) -> dict[str, Any]:
    """YAML reads yes as true; a person reads yes."""
    words = {True: "yes", False: "no"}
    return {key: words[value] if isinstance(value, bool) else value for key, value in row.items()}

"""Which row of a sheet names its columns, and which column each name means.

Practices write a title above their tables, merge cells over two columns, or take a form's header in two rows. The
row that names most of the columns we know is the header; what stands above it is a title, and a Problem says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .cells import clean

_DEEPEST = 30  # rows with something in them; a header further down is none
_TOTAL = re.compile(r"(?:(?:grand |sub-?)?totals?|sum|count|average|end of (?:list|report|table))\W*[\d.,]*")
_NUMBER = re.compile(r"[-$]*[\d.,]+ ?%?")
_ENOUGH = 2  # columns a row must name before the first row is passed over for it


def plain(header: str) -> str:
    """A header without case, blanks, accents and punctuation: “Date of birth *” and date_of_birth are one.

    ``#`` and ``%`` stay where nothing else does, so that a column called “#” has a name.
    """
    letters = unicodedata.normalize("NFKD", header).casefold()
    return re.sub(r"[\W_]+", "", letters) or re.sub(r"\s+", "", letters)


@dataclass(frozen=True, slots=True)
class Names:
    """The headers a file may have: the column each one means, and those that are known and not wanted."""

    columns: Mapping[str, str]  # plain header -> name of our column
    passed_over: frozenset[str] = field(default=frozenset())  # plain headers

    def column(self, header: str) -> str | None:
        """The name of our column that a header means; None = none we know."""
        return self.columns.get(plain(header)) if header else None

    def fits(self, headers: Iterable[str]) -> int:
        """How many different columns of ours these headers name."""
        return len({self.column(header) for header in headers} - {None})


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """The header of a sheet: its number, its cells, and what stands above and below it, rows with their numbers."""

    number: int
    cells: tuple[str, ...]
    above: tuple[tuple[int, tuple[str, ...]], ...]
    body: tuple[tuple[int, tuple[str, ...]], ...]


def is_total(row: Sequence[str]) -> bool:
    """The row holds sums: “Total”, or “Total: 57”, and besides it nothing but numbers."""
    first, *rest = [text for text in row if text]
    return bool(_TOTAL.fullmatch(first.casefold())) and all(_NUMBER.fullmatch(text) for text in rest)


def filled(rows: Sequence[Sequence[str]]) -> list[tuple[int, tuple[str, ...]]]:
    """The rows that hold anything, cells cleaned, with the numbers a spreadsheet program gives them."""
    numbered = ((number, tuple(map(clean, row))) for number, row in enumerate(rows, 1))
    return [(number, row) for number, row in numbered if any(row)]


def find_header(rows: Sequence[Sequence[str]], names: Names) -> HeaderRow | None:
    """The row that names most of the known columns; the first row where none names two; None for an empty sheet."""
    there = filled(rows)
    if not there:
        return None
    headers = [_whole(row, there[at - 1][1] if at else (), names) for at, (_, row) in enumerate(there[:_DEEPEST])]
    fits = [names.fits(cells) for cells in headers]
    best = fits.index(max(fits))
    at = best if fits[best] >= _ENOUGH else 0
    above = there[:at]
    if above and headers[at] != there[at][1]:
        above = above[:-1]  # that row is half of the header
    return HeaderRow(there[at][0], headers[at], tuple(above), tuple(there[at + 1 :]))


def _whole(row: tuple[str, ...], above: tuple[str, ...], names: Names) -> tuple[str, ...]:
    """The row with what a merged cell above it says, where only both together name a column we know."""
    cells = []
    group = ""
    for place, text in enumerate(row):
        upper = above[place] if place < len(above) else ""
        group = upper or group
        if not text and names.column(upper):
            cells.append(upper)
        elif text and not names.column(text) and names.column(f"{group} {text}"):
            cells.append(f"{group} {text}")
        else:
            cells.append(text)
    return tuple(cells)

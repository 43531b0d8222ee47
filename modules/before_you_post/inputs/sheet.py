"""A table file as rows of text, whatever program saved it.

Nothing is interpreted here: ``007`` stays ``007``. Row numbers are those a spreadsheet program shows.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..records import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows of one sheet; ``rows[0]`` is what a spreadsheet program calls row 1. A CSV file is one sheet."""

    name: str = ""
    hidden: bool = False
    delimited: bool = False  # a cell is told from the next by a mark, so that a stray one moves all after it
    from_1904: bool = False  # the workbook counts its days from 1904, as Excel for the Mac used to
    rows: tuple[tuple[str, ...], ...] = ()
    problems: tuple[Problem, ...] = ()

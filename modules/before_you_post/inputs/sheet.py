"""A table file as rows of text, whatever program saved it.

Nothing is interpreted here: ``007`` stays ``007``. Row numbers are those a spreadsheet program shows.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..records import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows of one table file; ``rows[0]`` is what a spreadsheet program calls row 1."""

    rows: tuple[tuple[str, ...], ...] = ()
    problems: tuple[Problem, ...] = ()

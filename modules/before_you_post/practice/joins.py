"""Cells that name a row of another table: a patient's code, a form's number, a channel."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..inputs.quoting import counted, quoted
from ..inputs.table import Row, TableReading
from ..records import Problem


def alike(word: str) -> str:
    """A code or a name as it is compared: capitals and blanks make no difference."""
    return " ".join(word.casefold().split())


def not_found(
    reading: TableReading, column: str, known: Collection[str], *, found: str, expected: str, remedy: str
) -> Iterator[Problem]:
    """One Problem for each name in a column that is not ``known`` (names as compared), at the first row that has it."""
    rows: dict[str, list[Row]] = {}
    for row in reading.rows:
        for name in _names(row.cells.get(column)):
            if alike(name) not in known:
                rows.setdefault(name, []).append(row)
    for name, having in rows.items():
        more = f", also in {counted(len(having) - 1, 'more row')}" if len(having) > 1 else ""
        yield Problem(
            path=str(reading.path),
            row=having[0].number,
            column=column,
            found=f"{quoted(name)}, {found}{more}",
            expected=expected,
            remedy=remedy,
        )


def repeated(reading: TableReading, columns: tuple[str, ...]) -> tuple[tuple[Row, ...], list[Problem]]:
    """The rows without those that name, in these columns together, what a row above named; and a Problem for each."""
    kept: dict[tuple[str, ...], Row] = {}
    problems = []
    for row in reading.rows:
        key = tuple(alike(str(row.cells.get(column, ""))) for column in columns)
        if kept.setdefault(key, row) is not row:
            said = " ".join(str(row.cells[column]) for column in columns if column in row.cells)
            problems.append(
                Problem(
                    path=str(reading.path),
                    row=row.number,
                    column=columns[0],
                    found=f"{quoted(said)}, which stands in a row above",
                    expected=f"a different {' and '.join(columns)} in every row",
                    remedy="Keep one of the two rows. This one was left out.",
                )
            )
    return tuple(kept.values()), problems


def _names(cell: str | Iterable[str] | None) -> Iterable[str]:
    return (cell,) if isinstance(cell, str) else cell or ()

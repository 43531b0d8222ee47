"""Tables of the practice, declared column by column and read without losing a row.

A table is a list of columns; everything else (any order of columns, forgiving headers, a Problem for every cell that
cannot be read) follows from that list. A practice whose own export names a column differently is served by adding
its header to ``also``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..records import Problem
from .cells import Kind, clean
from .delimited import read_delimited
from .quoting import listed, quoted
from .sheet import Sheet
from .workbook import read_workbook

_READ = (".csv", ".xlsx")
_NOT_READ = (".xls", ".ods", ".numbers", ".tsv", ".txt", ".xlsb", ".xlsm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its header, what may stand in it, and what it means."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    decisive: bool = False  # may be empty; but a row in which it cannot be read is left out
    field: str | None = None  # of the record, where it is called otherwise
    also: tuple[str, ...] = ()  # other headers it goes by


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of the practice: the name of its file without ending, and its columns."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    required: bool = True  # a practice without it has a Problem

    def header(self) -> tuple[str, ...]:
        """The names of the columns, in the order the documentation gives them."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True, slots=True)
class Row:
    """One row that can be used: its number in the spreadsheet, and the cells that were filled in and understood."""

    number: int
    cells: dict[str, Any]

    def fields(self, table: Table) -> dict[str, Any]:
        """The cells by field of the record that this table describes."""
        names = {column.name: column.field or column.name for column in table.columns}
        return {names[name]: value for name, value in self.cells.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """What one table file holds. ``path`` is where it lies, or where it was looked for."""

    path: Path
    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_table(folder: Path, table: Table) -> TableReading:
    """Read one table of a folder, from CSV or Excel. Never raises: whatever is wrong comes back as Problems."""
    path, problems = _locate(folder, table)
    if path is None:
        return TableReading(path=folder / f"{table.name}.csv", problems=tuple(problems))
    try:
        if path.suffix.lower() == ".xlsx":
            sheet = read_workbook(path)
        else:
            sheet = read_delimited(path, lambda headers: sum(_column(table, text) is not None for text in headers))
    except OSError as error:
        remedy = "Close it in other programs and check that you may read it."
        problem = Problem(path=str(path), found=error.strerror or "an error", expected="a readable file", remedy=remedy)
        return TableReading(path=path, problems=(*problems, problem))
    rows, more = _rows(path, table, sheet)
    return TableReading(path=path, rows=tuple(rows), problems=(*problems, *sheet.problems, *more))


def _locate(folder: Path, table: Table) -> tuple[Path | None, list[Problem]]:
    try:
        files = sorted(path for path in folder.iterdir() if path.stem.casefold() == table.name and path.is_file())
    except OSError:
        files = []
    readable = sorted((path for path in files if path.suffix.lower() in _READ), key=lambda path: path.suffix.lower())
    problems = []
    if len(readable) > 1:
        others = listed([path.name for path in readable[1:]])
        remedy = f"{quoted(readable[0].name)} was read and {others} was not. Keep one of them."
        found = f"both {quoted(readable[0].name)} and {others}"
        problems.append(Problem(path=str(folder), found=found, expected=f"one file of {table.name}", remedy=remedy))
    for path in files:
        if path.suffix.lower() in _NOT_READ:
            remedy = "Save it as .xlsx or as “CSV UTF-8”. It was not read."
            problems.append(
                Problem(path=str(path), found=f"a {path.suffix} file", expected=".csv or .xlsx", remedy=remedy)
            )
    if not readable and table.required:
        expected = f"{table.name}.csv or {table.name}.xlsx: {table.meaning}"
        problems.append(
            Problem(
                path=str(folder / f"{table.name}.csv"),
                found="no such file",
                expected=expected,
                remedy="Make the file; docs/practice-folder.md lists its columns.",
            )
        )
    return (readable[0] if readable else None), problems


def _plain(header: str) -> str:
    """A header without case, blanks, accents and punctuation: “Date of birth *” and date_of_birth are one."""
    letters = unicodedata.normalize("NFKD", header).casefold()
    return re.sub(r"[\W_]+", "", letters)


def _column(table: Table, header: str) -> Column | None:
    plain = _plain(header)
    return next((c for c in table.columns if plain in map(_plain, (c.name, *c.also))), None) if plain else None


def _rows(path: Path, table: Table, sheet: Sheet) -> tuple[list[Row], list[Problem]]:
    filled = [(number, [clean(cell) for cell in row]) for number, row in enumerate(sheet.rows, 1)]
    filled = [(number, row) for number, row in filled if any(row)]
    if not filled:
        if sheet.problems:
            return [], []
        expected = "a first row with " + ", ".join(table.header())
        remedy = "Write the names of the columns into the first row."
        return [], [Problem(path=str(path), found="an empty file", expected=expected, remedy=remedy)]
    (header_row, headers), *body = filled
    header, problems = _header(path, table, header_row, headers, body)
    missing = [column for column in table.columns if column.required and column.name not in header.places]
    if missing:
        problems.append(
            Problem(
                path=str(path),
                row=header_row,
                found=f"no column {', '.join(column.name for column in missing)}",
                expected=f"the columns {', '.join(table.header())}",
                remedy=f"Add it. Without it no row of this file could be used ({len(body)} left out).",
            )
        )
        return [], problems
    rows = []
    for number, row in body:
        good, bad = _row(header, number, row)
        rows.extend(good)
        problems.extend(bad)
    return rows, problems


@dataclass(frozen=True, slots=True)
class _Header:
    path: Path
    table: Table
    places: dict[str, int]  # where each known column stands
    width: int


def _header(
    path: Path, table: Table, number: int, headers: Sequence[str], body: Sequence[tuple[int, Sequence[str]]]
) -> tuple[_Header, list[Problem]]:
    """Where each known column stands, and a Problem for every header that is not used."""
    places: dict[str, int] = {}
    problems = []
    for place, text in enumerate(headers):
        column = _column(table, text)
        if column is not None and column.name not in places:
            places[column.name] = place
            continue
        if not text and not any(row[place] for _, row in body if place < len(row)):
            continue
        found = f"a column {quoted(text)} that is not one we know" if text else "a column without a name"
        if column is not None:
            found = f"a second column for {column.name}: {quoted(text)}"
        problems.append(
            Problem(
                path=str(path),
                row=number,
                column=quoted(text) if text else None,
                found=found,
                expected=f"the columns {', '.join(table.header())}",
                remedy="It was not read. Rename it if it is one of these, or remove it.",
            )
        )
    return _Header(path, table, places, len(headers)), problems


def _row(header: _Header, number: int, row: Sequence[str]) -> tuple[list[Row], list[Problem]]:
    """The row as a list of one, or of none when it cannot be used; and its Problems."""
    if any(row[header.width :]):
        # A comma that should stand in quotation marks has moved every cell after it: no cell can be trusted.
        problem = Problem(
            path=str(header.path),
            row=number,
            found=f"{len(row)} cells: {quoted(' | '.join(row))}",
            expected=f"at most {header.width} cells, as in the first row",
            remedy="Put a cell that holds the separator itself between quotation marks. The row was left out.",
        )
        return [], [problem]
    cells: dict[str, Any] = {}
    problems = []
    usable = True
    for column in header.table.columns:
        place = header.places.get(column.name, len(row))
        text = row[place] if place < len(row) else ""
        value = _value(column, text)
        if isinstance(value, _Refused):
            problems.append(_bad_cell(header.path, number, column, text))
            usable = usable and not (column.required or column.decisive)
        elif value is not None and value != ():
            cells[column.name] = value
    return ([Row(number, cells)] if usable else []), problems


class _Refused:
    """The cell cannot be read, or has to be filled in and is not."""


def _value(column: Column, text: str) -> object:
    try:
        value = column.kind.read(text) if text else None
    except ValueError:
        return _Refused()
    return _Refused() if value is None and column.required else value


def _bad_cell(path: Path, number: int, column: Column, text: str) -> Problem:
    done = "The row was left out." if column.required or column.decisive else "The row was used without this fact."
    return Problem(
        path=str(path),
        row=number,
        column=column.name,
        found=quoted(text) if text else "an empty cell",
        expected=column.kind.expected,
        remedy=f"Correct the cell. {done}",
    )

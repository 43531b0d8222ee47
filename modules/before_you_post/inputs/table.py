"""Tables of the practice, declared column by column and read without losing a row.

A table is a list of columns; everything else (any order of columns, forgiving headers, a Problem for every cell that
cannot be read) follows from that list. A practice whose own export names the columns differently says once which is
which (``before-you-post map``); a header that many exports share belongs to ``also``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..records import Problem
from .cells import DATE, Kind
from .header import HeaderRow, Names, find_header, is_total, plain
from .quoting import counted, quoted
from .sheet import Sheet
from .table_file import best_sheet, locate, read_file, sheets_of


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """How the practice's own file calls the columns of one table; ``before-you-post map`` asks for it."""

    file: Path
    header: Mapping[str, str]  # our column -> the header it stands under in that file
    sheet: str | None = None
    ignored: tuple[str, ...] = ()  # headers of that file that are not wanted


def read_table(folder: Path, table: Table, own: ColumnMap | None = None) -> TableReading:
    """Read one table of a folder, or the practice's ``own`` file in its place.

    Never raises: whatever is wrong comes back as Problems.
    """
    path, problems = (own.file, _beside(folder, table, own)) if own else locate(folder, table.name)
    if path is None:
        path = folder / f"{table.name}.csv"
        return TableReading(path=path, problems=(*problems, *([_missing(path, table)] if table.required else [])))
    data = read_file(path)
    if isinstance(data, Problem):
        return TableReading(path=path, problems=(*problems, data))
    reading = read_table_data(path, data, table, own)
    return replace(reading, problems=(*problems, *reading.problems))


def read_table_data(path: Path, data: bytes, table: Table, own: ColumnMap | None = None) -> TableReading:
    """Read one table from the bytes of a file, whose kind the ending of ``path`` tells. Never raises."""
    names = _names(table, own)
    sheet, problems = best_sheet(path, sheets_of(path, data, names), names, own.sheet if own else None)
    rows, more = _rows(_Reader(path, table, names, sheet, asked=own is not None))
    return TableReading(path=path, rows=tuple(rows), problems=(*sheet.problems, *problems, *more))


def _names(table: Table, own: ColumnMap | None) -> Names:
    if own is None:
        return Names({plain(name): column.name for column in table.columns for name in (column.name, *column.also)})
    known = set(table.header())
    columns = {plain(header): column for column, header in own.header.items() if column in known}
    return Names(columns, frozenset(map(plain, own.ignored)))


def _beside(folder: Path, table: Table, own: ColumnMap) -> list[Problem]:
    """A Problem where a table of our own layout has rows too, which are not read."""
    path, _ = locate(folder, table.name)
    if path is None or path.resolve() == own.file.resolve() or not read_table(folder, table).rows:
        return []
    remedy = "It was not read. Move its rows there, or take the table out of columns: in practice.yaml."
    found = f"rows in {quoted(path.name)} besides {quoted(own.file.name)}"
    return [Problem(path=str(path), found=found, expected=f"one file of {table.name}", remedy=remedy)]


def _missing(path: Path, table: Table) -> Problem:
    return Problem(
        path=str(path),
        found="no such file",
        expected=f"{table.name}.csv or {table.name}.xlsx: {table.meaning}",
        remedy="Make the file; docs/practice-folder.md lists its columns.",
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """One sheet on its way to become rows of a table."""

    path: Path
    table: Table
    names: Names
    sheet: Sheet
    asked: bool  # the practice has looked at the header of this file and said what it means

    def problem(self, row: int | None, found: str, expected: str, remedy: str, column: str | None = None) -> Problem:
        return Problem(path=str(self.path), row=row, column=column, found=found, expected=expected, remedy=remedy)


def _rows(reader: _Reader) -> tuple[list[Row], list[Problem]]:
    header = find_header(reader.sheet.rows, reader.names)
    expected = ", ".join(reader.table.header())
    if header is None:
        if reader.sheet.problems:
            return [], []
        remedy = "Write the names of the columns into the first row."
        return [], [reader.problem(None, "an empty file", f"a first row with {expected}", remedy)]
    places, problems = _places(reader, header)
    problems = [*_title(reader, header), *problems]
    lost = [name for name in reader.names.columns.values() if name not in places] if reader.asked else []
    problems.extend(_lost(reader, header, name) for name in lost)
    # Without the column of revocations every form looks as if it still held.
    needed = [
        column.name for column in reader.table.columns if column.required or (column.decisive and column.name in lost)
    ]
    missing = [name for name in needed if name not in places]
    if missing:
        remedy = "Add it, or say with “before-you-post map” which column it is. Without it no row of this file could "
        remedy += f"be used ({len(header.body)} left out)."
        found = f"no column {', '.join(missing)}"
        return [], [*problems, reader.problem(header.number, found, f"the columns {expected}", remedy)]
    body, left_out = _body(reader, header)
    problems.extend(left_out)
    rows = []
    for number, row in body:
        good, bad = _row(reader, len(header.cells), places, number, row)
        rows.extend(good)
        problems.extend(bad)
    return rows, problems


def _lost(reader: _Reader, header: HeaderRow, name: str) -> Problem:
    remedy = "Was it renamed? Run “before-you-post map” again, or correct columns: in practice.yaml."
    return reader.problem(
        header.number, f"no column for {name}", "the header that stands in practice.yaml", remedy, name
    )


def _title(reader: _Reader, header: HeaderRow) -> list[Problem]:
    if reader.asked or not header.above:
        return []
    words = " | ".join(text for _, row in header.above for text in row if text)
    return [
        reader.problem(
            header.above[0][0],
            f"{counted(len(header.above), 'row')} above the names of the columns: {quoted(words)}",
            f"the names of the columns in the first row (they are in row {header.number})",
            "Taken for a title and not read. Remove it, or confirm the columns once with “before-you-post map”.",
        )
    ]


def _places(reader: _Reader, header: HeaderRow) -> tuple[dict[str, int], list[Problem]]:
    """Where each known column stands, and a Problem for every header that is not used."""
    places: dict[str, int] = {}
    problems = []
    width = len(header.cells)
    if not reader.sheet.delimited:  # below a short header a note may stand further right
        width = max((width, *(len(row) for _, row in header.body)))
    for place in range(width):
        text = header.cells[place] if place < len(header.cells) else ""
        column = reader.names.column(text)
        if column is not None and column not in places:
            places[column] = place
            continue
        if plain(text) in reader.names.passed_over and text:
            continue
        if not text and not any(row[place] for _, row in header.body if place < len(row)):
            continue
        found = f"a column {quoted(text)} that is not one we know" if text else "a column without a name"
        if column is not None:
            found = f"a second column for {column}: {quoted(text)}"
        remedy = "It was not read. Rename it if it is one of these, or remove it."
        expected = f"the columns {', '.join(reader.table.header())}"
        problems.append(reader.problem(header.number, found, expected, remedy, quoted(text) if text else None))
    return places, problems


_Numbered = tuple[int, tuple[str, ...]]


def _body(reader: _Reader, header: HeaderRow) -> tuple[list[_Numbered], list[Problem]]:
    """The rows below the header that are rows of the table: not the header once more, not the sums at the end."""
    body = list(header.body)
    problems = []
    while body and is_total(body[-1][1]):
        number, row = body.pop()
        remedy = "Taken for the sums below the table and left out."
        problems.append(reader.problem(number, quoted(" | ".join(filter(None, row))), "a row of the table", remedy))
    again = [number for number, row in body if row == header.cells]
    if again:
        found = f"the names of the columns once more, in {counted(len(again), 'row')}"
        problems.append(reader.problem(again[0], found, "them in one row", "Left out. The rows below were read."))
    return [(number, row) for number, row in body if row != header.cells], problems


def _row(
    reader: _Reader, width: int, places: Mapping[str, int], number: int, row: Sequence[str]
) -> tuple[list[Row], list[Problem]]:
    """The row as a list of one, or of none when it cannot be used; and its Problems."""
    if reader.sheet.delimited and any(row[width:]):
        # A comma that should stand in quotation marks has moved every cell after it: no cell can be trusted.
        found = f"{len(row)} cells: {quoted(' | '.join(row))}"
        remedy = "Put a cell that holds the separator itself between quotation marks. The row was left out."
        return [], [reader.problem(number, found, f"at most {width} cells, as in the row with their names", remedy)]
    cells: dict[str, Any] = {}
    problems = []
    usable = True
    for column in reader.table.columns:
        place = places.get(column.name, len(row))
        text = row[place] if place < len(row) else ""
        refused = reader.sheet.from_1904 and column.kind is DATE and text.isdecimal()
        value = _Refused() if refused else _value(column, text)
        if isinstance(value, _Refused):
            problems.append(_bad_cell(reader, number, column, text))
            usable = usable and not (column.required or column.decisive)
        elif value is not None:
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


def _bad_cell(reader: _Reader, number: int, column: Column, text: str) -> Problem:
    done = "The row was left out." if column.required or column.decisive else "The row was used without this fact."
    found = quoted(text) if text else "an empty cell"
    return reader.problem(number, found, column.kind.expected, f"Correct the cell. {done}", column.name)

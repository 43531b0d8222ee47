"""What the headers of a practice's own table probably mean: a proposal for a person to correct.

Two things are looked at, and both are said: how much a header reads like a name we know, and whether the cells below
it can be read as what that column holds. Nothing here is used before somebody has agreed to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz import fuzz

from ..inputs.cells import PROSE, TEXT, WORDS
from ..inputs.header import Names, filled, is_total
from ..inputs.quoting import counted, quoted
from ..inputs.sheet import Sheet
from ..inputs.table import Column, ColumnMap, Table
from ..inputs.table_file import read_file, sheets_of
from ..records import InputError, Problem
from .layouts import TABLES
from .usual_names import USUAL_NAMES

_LIKELY = 60  # of 100; a proposal below this would be a guess
_SURE = 80  # a name this much alike counts when the header row is looked for
_DEEPEST = 30
_LOOKED_AT = 200  # cells of a column
_SAMPLES = 3
_ANYTHING = (TEXT, PROSE, WORDS)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One header of the practice's table, with what it probably means (None = nothing of ours) and why."""

    header: str
    samples: tuple[str, ...]  # the first few different cells below it
    column: str | None
    score: int  # 0 to 100
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one file of the practice probably is, column by column."""

    file: Path
    table: Table
    sheet: str | None  # where the file has several
    row: int  # the header's
    suggestions: tuple[Suggestion, ...]

    def with_meaning(self, header: str, column: str | None) -> Proposal:
        """The proposal after a person said what a header means; another header with that meaning loses it.

        Raises KeyError when there is no such header, ValueError when there is no such column.
        """
        known = [one.header for one in self.suggestions]
        if header not in known:
            raise KeyError(header)
        if column is not None and column not in self.table.header():
            raise ValueError(column)
        changed = []
        for one in self.suggestions:
            if one.header == header:
                changed.append(replace(one, column=column, score=100, why="you said so"))
            elif column is not None and one.column == column:
                changed.append(replace(one, column=None, score=0, why=f"{column} is {quoted(header)}"))
            else:
                changed.append(one)
        return replace(self, suggestions=tuple(changed))

    def missing(self) -> tuple[str, ...]:
        """The required columns that no header stands for: without them no row can be used."""
        there = {one.column for one in self.suggestions}
        return tuple(column.name for column in self.table.columns if column.required and column.name not in there)

    def columns(self) -> ColumnMap:
        """The proposal as it is kept in practice.yaml."""
        return ColumnMap(
            file=self.file,
            header={one.column: one.header for one in self.suggestions if one.column},
            sheet=self.sheet,
            ignored=tuple(one.header for one in self.suggestions if not one.column),
        )


def propose(file: Path, table: str | None = None) -> Proposal:
    """What the columns of a file mean, for one table or for the one they fit best. Raises InputError."""
    data = read_file(file)
    if isinstance(data, Problem):
        raise InputError(data)
    sheets = sheets_of(file, data, Names({}))
    tables = [one for one in TABLES if table in (None, one.name)]
    found = [
        (one, sheet, header) for one in tables for sheet in sheets if (header := _header(one, sheet.rows)) is not None
    ]
    if not found:
        problems = [problem for sheet in sheets for problem in sheet.problems]
        empty = Problem(path=str(file), found="an empty file", expected="a table", remedy="Choose another file.")
        raise InputError(problems[0] if problems else empty)
    one, sheet, at = max(found, key=lambda each: (not each[1].hidden, _worth(*each)))
    rows = filled(sheet.rows)
    several = sum(1 for other in sheets if any(map(any, other.rows))) > 1
    return Proposal(
        file=file,
        table=one,
        sheet=sheet.name if several else None,
        row=rows[at][0],
        suggestions=tuple(_suggestions(one, rows[at][1], [row for _, row in rows[at + 1 :] if not is_total(row)])),
    )


def _header(table: Table, rows: Sequence[Sequence[str]]) -> int | None:
    """Which of the filled rows is the header: the one with most cells that read like names of columns."""
    there = filled(rows)[:_DEEPEST]
    if not there:
        return None
    sure = [sum(max(_alike(column, text)[0] for column in table.columns) >= _SURE for text in row) for _, row in there]
    return sure.index(max(sure)) if max(sure) > 1 else 0


def _worth(table: Table, sheet: Sheet, at: int) -> float:
    """How much of a table its required columns and all it fits make of a sheet."""
    rows = filled(sheet.rows)
    made = [one for one in _suggestions(table, rows[at][1], [row for _, row in rows[at + 1 :]]) if one.column]
    required = {column.name for column in table.columns if column.required}
    return sum(one.score * (2 if one.column in required else 1) for one in made) / (len(rows[at][1]) + len(required))


def _suggestions(table: Table, headers: Sequence[str], body: Sequence[Sequence[str]]) -> Iterator[Suggestion]:
    cells = [[row[place] for row in body if place < len(row) and row[place]] for place in range(len(headers))]
    scored = [
        (*_score(column, text, cells[place]), place, column.name)
        for place, text in enumerate(headers)
        if text
        for column in table.columns
    ]
    meaning: dict[int, tuple[str, int, str]] = {}
    for score, why, place, name in sorted(scored, key=lambda each: -each[0]):
        if score >= _LIKELY and place not in meaning and name not in {taken for taken, _, _ in meaning.values()}:
            meaning[place] = (name, score, why)
    for place, text in enumerate(headers):
        if text:
            column, score, why = meaning.get(place, (None, 0, "like no column of ours"))
            samples = tuple(dict.fromkeys(cells[place]))[:_SAMPLES]
            yield Suggestion(text, samples, column, score, why)


def _score(column: Column, header: str, cells: Sequence[str]) -> tuple[int, str]:
    """How likely a header means a column, 0 to 100, and why in words."""
    alike, name = _alike(column, header)
    why = f"reads like “{name}”"
    looked_at = cells[:_LOOKED_AT]
    if column.kind in _ANYTHING or not looked_at:
        return alike, why
    good = sum(_readable(column, text) for text in looked_at)
    why += f"; {good} of {counted(len(looked_at), 'cell')} can be read"
    share = good / len(looked_at)
    return round(0.8 * alike + 20 * share if share > 0.5 else 0.6 * alike), why


def _readable(column: Column, text: str) -> bool:
    try:
        column.kind.read(text)
    except ValueError:
        return False
    return True


def _alike(column: Column, header: str) -> tuple[int, str]:
    """The name of a column most like a header, and how much, 0 to 100."""
    words = _words(header)
    if not words:
        return 0, column.name
    names = {name: _words(name) for name in (column.name, *column.also, *USUAL_NAMES.get(column.name, ()))}
    best = max(names, key=lambda name: _likeness(words, names[name]))
    return round(_likeness(words, names[best])), best


def _likeness(header: str, name: str) -> float:
    """Alike in letters whatever the order of words; a name that is only a part of the header counts less."""
    return max(fuzz.token_sort_ratio(header, name), 0.85 * fuzz.token_set_ratio(header, name))


def _words(header: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header.replace("#", " number "))
    return " ".join(re.findall(r"\w+", spaced.replace("_", " ").casefold()))


def meanings(table: Table) -> Mapping[str, str]:
    """Every column of a table with what it means, for somebody who corrects a proposal."""
    return {column.name: column.meaning for column in table.columns}

"""The part of practice.yaml that says how the practice's own tables call their columns.

An office manager keeps a consent log with headers of her own. ``before-you-post map`` asks once what they mean; from
then on that file is read as it is, and nobody has to rename a column or keep a second copy.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..inputs.quoting import quoted
from ..inputs.table import ColumnMap, Table
from ..records import Problem
from .layouts import TABLES
from .settings import FILE_NAME, meant, parse
from .settings_layout import Part, Word, Words


class _Columns(Part):
    file: Word
    header: dict[Word, Word]
    sheet: Word | None = None
    ignored: Words = ()


def read_columns(folder: Path) -> tuple[dict[str, ColumnMap], tuple[Problem, ...]]:
    """The practice's own headers for each table that has some. Raises InputError without a readable practice.yaml."""
    path = folder / FILE_NAME
    settings, lines = parse(path)
    tables = {table.name: table for table in TABLES}
    maps: dict[str, ColumnMap] = {}
    problems = []
    said = settings.get("columns") or {}
    for name, part in said.items() if isinstance(said, dict) else [("", said)]:
        row = dict(lines).get(f"columns.{name}")
        read = _read(folder, tables.get(name), part)
        if isinstance(read, ColumnMap):
            maps[name] = read
            continue
        problems.append(
            Problem(
                path=str(path),
                row=row,
                column=f"columns.{name}",
                found=read,
                expected=f"one of {', '.join(tables)}, with its file and its header",
                remedy="Correct the lines, or run “before-you-post map” again. They were not used.",
            )
        )
    return maps, tuple(problems)


def _read(folder: Path, table: Table | None, part: Any) -> ColumnMap | str:
    """The headers of one table, or in words what is wrong with them."""
    if table is None:
        return "the name of no table"
    try:
        columns = _Columns.model_validate(part)
    except ValidationError as errors:
        first = errors.errors(include_url=False, include_context=False)[0]
        place = ".".join(map(str, first["loc"])) or table.name
        return f"{place}: {quoted(str(first['input']))}" if first["type"] != "missing" else f"no {place}"
    unknown = [name for name in columns.header if name not in table.header()]
    if unknown:
        return f"{quoted(unknown[0])}, which is no column of {table.name}"
    file = meant(folder, columns.file)
    if file is None:
        return f"{quoted(columns.file)}, which lies outside of the practice folder"
    return ColumnMap(file=file, header=columns.header, sheet=columns.sheet, ignored=columns.ignored)

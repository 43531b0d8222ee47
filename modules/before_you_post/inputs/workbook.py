"""Excel workbooks: the first sheet, as text.

Excel keeps the value and its looks apart. Dates become ISO dates, whole numbers lose the ``.0`` Excel never showed,
and a number shown as ``007`` is read as ``007``.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

import openpyxl

from ..records import Problem
from .quoting import quoted
from .sheet import Sheet

_MOST_ROWS = 1_048_576  # what a sheet can hold
_MOST_BYTES = 500_000_000  # unpacked; a zip bomb is larger
_MIDNIGHT = time()


def read_workbook(path: Path) -> Sheet:
    """The rows of the first sheet of a workbook, every cell as text."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
                return _unreadable(path, "a workbook of more than 500 MB")
        with warnings.catch_warnings(action="ignore"):  # openpyxl's remarks on drop-down lists and the like
            return _read(path)
    except OSError:
        raise
    except Exception as error:  # openpyxl lets through whatever its parts raise on a damaged file
        return _unreadable(path, f"a file that is no readable workbook ({quoted(str(error))})")


def _unreadable(path: Path, found: str) -> Sheet:
    remedy = "Open it in Excel and save it again as .xlsx, without a password."
    return Sheet(problems=(Problem(path=str(path), found=found, expected="an Excel workbook", remedy=remedy),))


def _read(path: Path) -> Sheet:
    cells, others = _cells(path, values=False)
    problems = []
    if any(cell is not None and cell[1] == "f" for row in cells for cell in row):
        formulas, (cells, _) = cells, _cells(path, values=True)
        problems.extend(_uncalculated(path, formulas, cells))
    if others:
        found = f"more than one sheet with something in it: {', '.join(map(quoted, others))}"
        remedy = "Only the first sheet was read. Move rows that belong here to it."
        problems.append(Problem(path=str(path), found=found, expected="one sheet", remedy=remedy))
    rows = tuple(tuple("" if cell is None else cell[0] for cell in row) for row in cells)
    return Sheet(rows=rows, problems=tuple(problems))


_Cell = tuple[str, str] | None  # text and openpyxl's data type; None = empty


def _cells(path: Path, *, values: bool) -> tuple[list[list[_Cell]], list[str]]:
    """The first sheet's cells, and the names of the other sheets that hold anything."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=values, keep_links=False)
    try:
        first, *others = book.worksheets
        first.reset_dimensions()  # some programs write a wrong size
        rows = [[_cell(cell) for cell in row] for row in islice(first.iter_rows(), _MOST_ROWS)]
        while rows and not any(rows[-1]):
            rows.pop()
        filled = [sheet.title for sheet in others if _holds_something(sheet)]
        return rows, filled
    finally:
        book.close()


def _holds_something(sheet: Any) -> bool:
    sheet.reset_dimensions()
    return any(cell.value is not None for row in islice(sheet.iter_rows(), 1000) for cell in row)


def _cell(cell: Any) -> _Cell:
    if cell.value is None:
        return None
    return _as_text(cell.value, cell.number_format), cell.data_type


def _as_text(value: object, number_format: str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == _MIDNIGHT else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and re.fullmatch(r"0+", number_format):
        return str(value).zfill(len(number_format))
    return str(value)


def _uncalculated(path: Path, formulas: list[list[_Cell]], values: list[list[_Cell]]) -> list[Problem]:
    remedy = "Open the workbook in Excel and save it, or write the value itself. The cell was read as empty."
    problems = []
    for number, row in enumerate(formulas, 1):
        for place, cell in enumerate(row):
            known = number <= len(values) and place < len(values[number - 1])
            if cell is not None and cell[1] == "f" and not (known and values[number - 1][place]):
                column = openpyxl.utils.get_column_letter(place + 1)
                problems.append(
                    Problem(
                        path=str(path),
                        row=number,
                        column=column,
                        found=f"a formula that was never calculated: {quoted(cell[0])}",
                        expected="a value",
                        remedy=remedy,
                    )
                )
    return problems

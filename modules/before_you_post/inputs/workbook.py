"""Excel workbooks: every sheet, as text.

Excel keeps the value and its looks apart. Dates become ISO dates, whole numbers lose the ``.0`` Excel never showed,
and a number shown as ``007`` is read as ``007``.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from ..records import Problem
from .quoting import quoted
from .sheet import Sheet

_MOST_ROWS = 1_048_576  # what a sheet can hold
MOST_UNPACKED = 500_000_000  # bytes; a zip bomb is larger
_MOST_CELLS = 5_000_000
_MIDNIGHT = time()


def read_workbook(path: Path, file: BinaryIO) -> tuple[Sheet, ...]:
    """Every sheet of a workbook, hidden ones too, every cell as text. ``path`` only names it in Problems."""
    try:
        with zipfile.ZipFile(file) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
                return unreadable(path, "a workbook of more than 500 MB")
        with warnings.catch_warnings(action="ignore"):  # openpyxl's remarks on drop-down lists and the like
            return _read(path, file)
    except Exception as error:  # openpyxl lets through whatever its parts raise on a damaged file
        return unreadable(path, f"a file that is no readable workbook ({quoted(str(error))})")


def unreadable(path: Path, found: str) -> tuple[Sheet, ...]:
    """One sheet without rows, and the Problem that says why."""
    remedy = "Open it in your spreadsheet program and save it again as .xlsx, without a password."
    problem = Problem(path=str(path), found=found, expected="a workbook or spreadsheet", remedy=remedy)
    return (Sheet(problems=(problem,)),)


def _read(path: Path, file: BinaryIO) -> tuple[Sheet, ...]:
    sheets = _sheets(file, values=False)
    formulas = any(cell is not None and cell[1] == "f" for sheet in sheets for row in sheet.cells for cell in row)
    calculated = _sheets(file, values=True) if formulas else sheets
    return tuple(
        Sheet(
            name=sheet.name,
            hidden=sheet.hidden,
            from_1904=sheet.from_1904,
            rows=tuple(tuple("" if cell is None else cell[0] for cell in row) for row in values.cells),
            problems=tuple(_uncalculated(path, sheet.cells, values.cells)) if formulas else (),
        )
        for sheet, values in zip(sheets, calculated, strict=True)
    )


_Cell = tuple[str, str] | None  # text and openpyxl's data type; None = empty


@dataclass(frozen=True, slots=True)
class _Cells:
    name: str
    hidden: bool
    from_1904: bool
    cells: list[list[_Cell]]


def _sheets(file: BinaryIO, *, values: bool) -> list[_Cells]:
    book = openpyxl.load_workbook(file, read_only=True, data_only=values, keep_links=False)
    try:
        from_1904 = book.epoch == CALENDAR_MAC_1904
        left = _MOST_CELLS
        sheets = []
        for sheet in book.worksheets:
            cells = _cells(sheet, left)
            left -= sum(map(len, cells))
            sheets.append(_Cells(sheet.title, sheet.sheet_state != "visible", from_1904, cells))
        return sheets
    finally:
        book.close()


def _cells(sheet: Any, most: int) -> list[list[_Cell]]:
    """The cells of a sheet without the empty ones at its ends; raises ValueError where there are too many."""
    sheet.reset_dimensions()  # some programs write a wrong size
    rows: list[list[_Cell]] = []
    for row in islice(sheet.iter_rows(), _MOST_ROWS):
        cells = [_cell(cell) for cell in row]
        while cells and cells[-1] is None:
            cells.pop()
        rows.append(cells)
        most -= len(cells)
        if most < 0:
            raise ValueError("more than five million cells")
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _cell(cell: Any) -> _Cell:
    if cell.value is None:
        return None
    return as_text(cell.value, cell.number_format), cell.data_type


def as_text(value: object, number_format: str) -> str:
    """A cell as its spreadsheet program shows it, dates as ISO dates; ``number_format`` is Excel's, such as 000."""
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

"""Old Excel workbooks (.xls) and LibreOffice spreadsheets (.ods): every sheet, as text.

Read with calamine, since openpyxl knows only the Excel format of today. calamine knows values and dates but not how
a number is shown: a code that must keep its zeros has to be typed as text in these two formats.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import BinaryIO

import python_calamine as calamine
from lxml import etree

from ..records import Problem
from .old_excel import cells_of
from .quoting import quoted
from .sheet import Sheet
from .workbook import MOST_UNPACKED, as_text, unreadable

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # what Excel calls the contents of a workbook with a password
_MOST_CELLS = 5_000_000
_WORKSHEET = calamine.SheetTypeEnum.WorkSheet
_VISIBLE = calamine.SheetVisibleEnum.Visible


def read_spreadsheet(path: Path, data: bytes) -> tuple[Sheet, ...]:
    """Every sheet of an .xls or .ods file. ``path`` only names it in Problems. Never raises on a damaged file."""
    try:
        if _ENCRYPTED in data:
            return unreadable(path, "a workbook with a password")
        if data.startswith(b"PK"):
            _refuse_bomb(io.BytesIO(data))
        elif cells_of(data) > _MOST_CELLS:
            raise ValueError("more than five million cells")
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            return tuple(_sheet(path, book, sheet) for sheet in book.sheets_metadata if sheet.typ == _WORKSHEET)
    except calamine.PasswordError:
        return unreadable(path, "a spreadsheet with a password")
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # on some damaged files calamine panics, which is no Exception
        return unreadable(path, f"a file that is no readable spreadsheet ({quoted(str(error))})")


def _sheet(path: Path, book: calamine.CalamineWorkbook, about: calamine.SheetMetadata) -> Sheet:
    rows = book.get_sheet_by_name(about.name).to_python(skip_empty_area=False)
    texts = [tuple(_cell(value) for value in row) for row in rows]
    while texts and not any(texts[-1]):
        texts.pop()
    problems = []
    if not texts:
        problems = [_empty(path, about.name)] if len(book.sheets_metadata) == 1 else []
    return Sheet(name=about.name, hidden=about.visible != _VISIBLE, rows=tuple(texts), problems=tuple(problems))


def _empty(path: Path, name: str) -> Problem:
    remedy = "Write the names of the columns into the first row, and the rows below it."
    return Problem(path=str(path), found=f"an empty sheet {quoted(name)}", expected="a table", remedy=remedy)


def _cell(value: int | float | str | bool | time | date | datetime | timedelta) -> str:
    return as_text(value, "")


def _refuse_bomb(file: BinaryIO) -> None:
    """Raise ValueError for a file that unpacks to more than memory holds: calamine would make every cell of it."""
    with zipfile.ZipFile(file) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
            raise ValueError("more than 500 MB")
        with archive.open("content.xml") as content:
            rows, columns = 0, 0
            for _, row in etree.iterparse(
                content, tag=f"{_TABLE}table-row", resolve_entities=False, no_network=True, load_dtd=False
            ):
                rows += _repeated(row, "rows") if any(map(_holds, row)) or rows == 0 else 0
                columns = max(columns, _width(row))
                row.clear()
                if rows * columns > _MOST_CELLS:
                    raise ValueError("more than five million cells")


def _width(row: etree._Element) -> int:
    """Columns up to the last cell that holds anything."""
    width = used = 0
    for cell in row:
        width += _repeated(cell, "columns")
        used = width if _holds(cell) else used
    return used


def _holds(cell: etree._Element) -> bool:
    return len(cell) > 0 or cell.get(f"{_OFFICE}value-type") is not None


def _repeated(element: etree._Element, what: str) -> int:
    return max(1, int(element.get(f"{_TABLE}number-{what}-repeated", "1")))

"""A table on disk: where it lies, which program wrote it, and which of its sheets is meant."""

from __future__ import annotations

import io
from collections.abc import Collection
from pathlib import Path

from ..records import Problem
from .delimited import read_delimited
from .header import Names, find_header
from .quoting import listed, quoted
from .sheet import Sheet
from .spreadsheet import read_spreadsheet
from .workbook import read_workbook

READ = (".csv", ".xlsx", ".xlsm", ".ods", ".xls", ".tsv", ".txt")  # where there are several, the first is read
_NOT_READ = (".numbers", ".xlsb", ".pdf", ".docx", ".gsheet")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"
_OPEN_DOCUMENT = b"opendocument.spreadsheet"
_MOST_BYTES = 200_000_000


def locate(folder: Path, name: str) -> tuple[Path | None, list[Problem]]:
    """The file of one table in a folder, by its name without ending; and what else goes by that name."""
    try:
        files = sorted(path for path in folder.iterdir() if path.stem.casefold() == name and path.is_file())
    except OSError:
        files = []
    readable = sorted(
        (path for path in files if path.suffix.lower() in READ), key=lambda path: READ.index(path.suffix.lower())
    )
    problems = []
    if len(readable) > 1:
        others = listed([path.name for path in readable[1:]])
        remedy = f"{quoted(readable[0].name)} was read and {others} was not. Keep one of them."
        found = f"both {quoted(readable[0].name)} and {others}"
        problems.append(Problem(path=str(folder), found=found, expected=f"one file of {name}", remedy=remedy))
    for path in files:
        if path.suffix.lower() in _NOT_READ:
            remedy = "Save it as .xlsx or as “CSV UTF-8”. It was not read."
            found = f"a {path.suffix} file"
            problems.append(Problem(path=str(path), found=found, expected=", ".join(READ), remedy=remedy))
    return (readable[0] if readable else None), problems


def read_file(path: Path) -> bytes | Problem:
    """The bytes of a table file, or why it cannot be read."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            remedy = "Keep only the table in it."
            return Problem(path=str(path), found="a file of more than 200 MB", expected="a table", remedy=remedy)
        return path.read_bytes()
    except OSError as error:
        remedy = "Close it in other programs and check that you may read it."
        found = error.strerror or "an error"
        return Problem(path=str(path), found=found, expected="a readable file", remedy=remedy)


def sheets_of(path: Path, data: bytes, names: Names) -> tuple[Sheet, ...]:
    """Every sheet of a table file. ``names`` help to tell the delimiter of a CSV file.

    What a file is, its first bytes tell better than its ending: many programs write text or new Excel into an .xls.
    """
    if data.startswith(_OLD_EXCEL) or (data.startswith(_ZIP) and _OPEN_DOCUMENT in data[:200]):
        return read_spreadsheet(path, data)
    if data.startswith(_ZIP):
        return read_workbook(path, io.BytesIO(data))
    return (read_delimited(path, data, names.fits),)


def best_sheet(
    path: Path, sheets: Collection[Sheet], names: Names, wanted: str | None = None
) -> tuple[Sheet, list[Problem]]:
    """The sheet whose headers fit best, a visible one before a hidden one; a Problem names those that were not read.

    ``wanted`` is a sheet somebody chose by name; the others are then known and not mentioned.
    """
    chosen = [sheet for sheet in sheets if sheet.name == wanted] if wanted is not None else []
    if chosen:
        return chosen[0], []
    candidates = [sheet for sheet in sheets if any(map(any, sheet.rows))] or list(sheets)[:1]
    fits = {sheet.name: _fits(sheet, names) for sheet in candidates}
    best = max(candidates, key=lambda sheet: (fits[sheet.name] > 1 and not sheet.hidden, fits[sheet.name]))
    others = [sheet for sheet in candidates if sheet is not best]
    problems = []
    if wanted is not None:
        found, remedy = f"no sheet {quoted(wanted)}", f"The sheet {quoted(best.name)} was read. Run “map” again."
        problems.append(Problem(path=str(path), found=found, expected="the sheet of the saved mapping", remedy=remedy))
    if others:
        described = ", ".join(quoted(sheet.name) + (" (hidden)" if sheet.hidden else "") for sheet in others)
        again = [sheet.name for sheet in others if fits[sheet.name] and fits[sheet.name] >= fits[best.name]]
        doubt = f" {listed(again)} fits as well." if again else ""
        hidden = ", a hidden one" if best.hidden else ""
        problems.append(
            Problem(
                path=str(path),
                found=f"more than one sheet with something in it: {described} besides {quoted(best.name)}",
                expected="one sheet",
                remedy=f"Only {quoted(best.name)}{hidden} was read, whose headers fit best.{doubt} Move rows that "
                "belong here to it.",
            )
        )
    return best, problems


def _fits(sheet: Sheet, names: Names) -> int:
    header = find_header(sheet.rows, names)
    return names.fits(header.cells) if header else 0

"""CSV files, from whichever program and country they come.

``csv`` from the standard library rather than pandas: it keeps rows of any length, the row numbers, and every cell as
it was written. pandas stops at, or skips, a row with a cell too many.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from ..records import Problem
from .quoting import quoted
from .sheet import Sheet

_DELIMITERS = ",;\t|^~"
_LOOKED_AT = 30  # lines with something in them
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before the mark of UTF-16, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WINDOWS = "before-you-post-windows"
# In Windows-1252 these stand for letters and signs that hardly occur in English or Spanish; in the encodings of old
# Macs and of DOS they are é, ü, ñ.
_DOUBTFUL = re.compile("[ƒ†‡ˆ‰Š‹ŒŽ˜š›œžŸ‚„]")
_MARK_OR_BLANK = codecs.BOM_UTF8 + b" \t\r\n"
_NO_TEXT = {
    b"pk\x03\x04": "an Excel file or zip archive",
    b"\xd0\xcf\x11\xe0": "an old Excel file",
    b"%pdf": "a PDF",
    b"{\\rtf": "a text document",
    b"<html": "a web page",
    b"<!doctype html": "a web page",
    b"<table": "a web page",
    b"<?xml": "an XML file",
}


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    # Bytes that are no UTF-8 are what Windows programs write in western countries.
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_WINDOWS, _as_windows)


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16, marked or not, and Windows-1252 for bytes that are neither. Never raises."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    head = data[:200]
    for zeros, encoding in ((head[1::2], "utf-16-le"), (head[::2], "utf-16-be")):
        if zeros and zeros.count(0) > len(zeros) // 2:
            return data.decode(encoding, errors="replace")
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors=_WINDOWS)


def read_delimited(path: Path, data: bytes, known: Callable[[Sequence[str]], int]) -> Sheet:
    """The rows of a CSV file. ``known`` counts the headers it knows: the delimiter is the one that yields most.

    ``path`` only names the file in Problems.
    """
    for start, kind in _NO_TEXT.items():
        if data[:100].lstrip(_MARK_OR_BLANK).lower().startswith(start):
            remedy = "Open it in your spreadsheet program and save it as “CSV UTF-8”, or give it its right ending."
            return Sheet(problems=(Problem(path=str(path), found=kind, expected="a CSV file", remedy=remedy),))
    text = _text(data)
    problems = [_encoding(path, found)] if (found := _doubt(data, text)) else []
    lines = list(io.StringIO(text, newline=""))
    delimiter = None
    if lines and (told := re.fullmatch(r"sep=(.)\s*", lines[0])):  # Excel hides this line, and does not number it
        delimiter, lines = told[1], lines[1:]
    rows, broken = _split(lines, delimiter or _delimiter(lines, known))
    problems.extend(
        Problem(
            path=str(path),
            row=row,
            found=f"a quotation mark without its partner in {quoted(line)}",
            expected='every cell that begins with " to end with "',
            remedy="Remove the stray quotation mark. The row was read with its quotation marks as they stand.",
        )
        for row, line in broken
    )
    return Sheet(delimited=True, rows=tuple(rows), problems=tuple(problems))


def _text(data: bytes) -> str:
    text = decoded(data).removeprefix("\ufeff")
    old_mac = b"\r" in data and b"\n" not in data  # it ends its lines so
    return data.decode("mac-roman") if old_mac and _is_windows(data) and _DOUBTFUL.search(text) else text


def _is_windows(data: bytes) -> bool:
    """The bytes are in none of the encodings that can be recognised, so that they were read as Windows-1252."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return b"\0" not in data
    return False


def _doubt(data: bytes, text: str) -> str | None:
    """What makes the encoding doubtful, in words; None where nothing does."""
    if "\ufffd" in text:
        return "characters that cannot be read"
    strange = _DOUBTFUL.search(text)
    if strange and _is_windows(data):
        around = text[max(0, strange.start() - 10) : strange.end() + 10]
        return f"letters of an encoding that we do not know: {quoted(around)}"
    return None


def _encoding(path: Path, found: str) -> Problem:
    remedy = "Save the file again as “CSV UTF-8”, and look at the names with accents."
    return Problem(path=str(path), found=found, expected="UTF-8 text", remedy=remedy)


def _delimiter(lines: list[str], known: Callable[[Sequence[str]], int]) -> str:
    """The delimiter under which a line names most known columns; else the one that cuts most lines alike."""
    filled = list(islice((line for line in lines if line.strip()), _LOOKED_AT))

    def score(delimiter: str) -> tuple[int, int, int]:
        rows = [next(csv.reader([line], delimiter=delimiter), []) for line in filled]
        widths = Counter(len(row) for row in rows if len(row) > 1)
        width, alike = widths.most_common(1)[0] if widths else (0, 0)
        return max(map(known, rows), default=0), alike, width

    return max(_DELIMITERS, key=score)


def _split(lines: list[str], delimiter: str) -> tuple[list[tuple[str, ...]], list[tuple[int, str]]]:
    """Rows, and (row number, line) where a quotation mark opens a cell and nothing closes it.

    One such mark would otherwise swallow every row below it into a single cell.
    """
    rows: list[tuple[str, ...]] = []
    broken: list[tuple[int, str]] = []
    at = 0
    while at < len(lines):
        good, used = _until_broken(lines, at, delimiter)
        rows.extend(good)
        at += used
        if at < len(lines):
            line = lines[at].rstrip("\r\n")
            rows.append(tuple(line.split(delimiter)))
            broken.append((len(rows), line))
            at += 1
    return rows, broken


def _until_broken(lines: list[str], start: int, delimiter: str) -> tuple[list[tuple[str, ...]], int]:
    reader: Iterator[list[str]] = csv.reader(
        map(lines.__getitem__, range(start, len(lines))), delimiter=delimiter, strict=True
    )
    rows: list[tuple[str, ...]] = []
    used = 0
    try:
        for row in reader:
            rows.append(tuple(row))
            used = reader.line_num  # type: ignore[attr-defined]
    except csv.Error:
        pass
    else:
        used = len(lines) - start
    return rows, used

"""Spreadsheets in formats no library here writes, byte by byte: .xls (BIFF8 in a compound file) and .ods.

Written from the published formats (MS-XLS, MS-CFB, OpenDocument 1.3), with only what a reader needs.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

Cell = str | float | bool | date | None
Rows = Sequence[Sequence[Cell]]

_DATE_FORMAT = 14
_END, _FREE, _FAT, _NOBODY = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF


def ods(sheets: Mapping[str, Rows], hidden: Sequence[str] = ()) -> bytes:
    """An OpenDocument spreadsheet with these sheets."""
    body = "".join(_ods_sheet(name, rows, name in hidden) for name, rows in sheets.items())
    return ods_of(
        '<office:automatic-styles><style:style style:name="off" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
    )


def ods_of(content: str) -> bytes:
    """An OpenDocument spreadsheet with this inside of its content.xml."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr("content.xml", f"<office:document-content{spaces}>{content}</office:document-content>")
    return file.getvalue()


def _ods_sheet(name: str, rows: Rows, hidden: bool) -> str:
    style = ' table:style-name="off"' if hidden else ""
    lines = ("<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>" for row in rows)
    return f"<table:table table:name={quoteattr(name)}{style}>{''.join(lines)}</table:table>"


def _ods_cell(value: Cell) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, bool):
        kind = f'boolean" office:boolean-value="{str(value).lower()}'
    elif isinstance(value, date):
        kind = f'date" office:date-value="{value}'
    elif isinstance(value, str):
        kind = "string"
    else:
        kind = f'float" office:value="{value}'
    text = "</text:p><text:p>".join(escape(str(value)).split("\n"))
    return f'<table:table-cell office:value-type="{kind}"><text:p>{text}</text:p></table:table-cell>'


def xls(sheets: Mapping[str, Rows], hidden: Sequence[str] = (), *, from_1904: bool = False) -> bytes:
    """An Excel 97 workbook with these sheets."""
    return _xls(sheets, [_xls_sheet(rows, from_1904) for rows in sheets.values()], hidden, from_1904)


def xls_with_corners(*names: str) -> bytes:
    """An Excel 97 workbook whose sheets hold two cells each, in the first and in the last corner."""
    cells = _xls_cell(0, 0, "a", False) + _xls_cell(65535, 255, "b", False)
    return _xls(names, [_xls_stream(cells) for _ in names], (), False)


def _xls(sheets: Iterable[str], parts: Sequence[bytes], hidden: Sequence[str], from_1904: bool) -> bytes:
    names = [struct.pack("<BB", len(name), 1) + name.encode("utf-16-le") for name in sheets]
    formats = [struct.pack("<HH", 0, number) + bytes(16) for number in (0, _DATE_FORMAT)]
    begin = _record(0x809, struct.pack("<HH", 0x600, 5) + bytes(12)) + _record(0x22, struct.pack("<H", from_1904))
    begin += b"".join(_record(0xE0, one) for one in formats)
    end = _record(0x0A, b"")
    offset = len(begin) + sum(len(name) + 6 + 4 for name in names) + len(end)
    directory = b""
    for name, title, part in zip(sheets, names, parts, strict=True):
        directory += _record(0x85, struct.pack("<IBB", offset, name in hidden, 0) + title)
        offset += len(part)
    return _compound_file(begin + directory + end + b"".join(parts))


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _xls_sheet(rows: Rows, from_1904: bool) -> bytes:
    cells = b"".join(
        _xls_cell(number, place, value, from_1904) for number, row in enumerate(rows) for place, value in enumerate(row)
    )
    return _xls_stream(cells)


def _xls_stream(cells: bytes) -> bytes:
    return _record(0x809, struct.pack("<HH", 0x600, 0x10) + bytes(12)) + cells + _record(0x0A, b"")


def _xls_cell(row: int, column: int, value: Cell, from_1904: bool) -> bytes:
    if value is None or value == "":
        return b""
    if isinstance(value, bool):
        return _record(0x205, struct.pack("<HHHBB", row, column, 0, value, 0))
    if isinstance(value, str):
        text = value.encode("utf-16-le")
        return _record(0x204, struct.pack("<HHHHB", row, column, 0, len(text) // 2, 1) + text)
    is_date = isinstance(value, date)
    zero = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    number = (value - zero).days if isinstance(value, date) else value
    return _record(0x203, struct.pack("<HHHd", row, column, int(is_date), number))


def _compound_file(stream: bytes) -> bytes:
    stream = stream.ljust(4096, b"\0")  # a shorter one would have to lie in a mini stream
    sectors = -(-len(stream) // 512)
    if sectors > 126:
        raise ValueError("more than one sector of file allocation table")
    chain = [_FAT, _END, *range(3, sectors + 2), _END]
    table = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0, 0)
    header += struct.pack("<108I", *[_FREE] * 108)
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _NOBODY, 2, len(stream)) + bytes(256)
    return header + table + entries + stream.ljust(sectors * 512, b"\0")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    fields = struct.pack("<HBBIII", len(text) + 2, kind, 1, _NOBODY, _NOBODY, child) + bytes(36)
    return text.ljust(64, b"\0") + fields + struct.pack("<IQ", start, size)

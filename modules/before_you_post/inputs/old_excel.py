"""How large the sheets of an old Excel workbook (.xls) would become, told before anybody unfolds them.

A reader makes every cell between the first and the last that hold something; two cells in far corners of a few sheets
fill the memory of a computer. The records of the file name rows and columns, so that counting is cheap.
"""

from __future__ import annotations

import io
import struct

from olefile import OleFileIO  # type: ignore[import-untyped]

_BEGIN_OF_SHEET = 0x809
# Records of cells begin with row and column: FORMULA, MULRK, RSTRING, LABELSST, NUMBER, LABEL, BOOLERR, RK ([MS-XLS]).
_CELLS = frozenset({0x06, 0xBD, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x27E})
_MULTIPLE = 0xBD  # ends with its last column


def cells_of(data: bytes) -> int:
    """The number of cells of all sheets, empty ones between others included. Raises on a damaged file."""
    with OleFileIO(io.BytesIO(data)) as file:
        stream = file.openstream("Workbook" if file.exists("Workbook") else "Book").read()
    cells = rows = columns = at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _BEGIN_OF_SHEET:
            cells += rows * columns
            rows = columns = 0
        elif kind in _CELLS and length >= 4 and at + 4 + length <= len(stream):
            row, column = struct.unpack_from("<HH", stream, at + 4)
            if kind == _MULTIPLE:
                (column,) = struct.unpack_from("<H", stream, at + 2 + length)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        at += 4 + length
    return cells + rows * columns

"""A mailbox file (.mbox), letter after letter, however large it is.

``mailbox`` from the standard library wants a path on disk and reads a whole letter whatever its size; exports come
inside zips, and a damaged mailbox is one letter of many gigabytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from .letter import MAX_LETTER

_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_LINE = 65536


@dataclass(frozen=True, slots=True)
class Stored:
    """One letter of a mailbox, and where it begins: at this byte of the file. ``data`` is None for one too large."""

    offset: int
    data: bytes | None


def letters_in(file: BinaryIO) -> Iterator[Stored]:
    """Every letter of a mailbox from the top. Raises OSError where the file cannot be read on."""
    offset = position = size = 0
    lines: list[bytes] = []
    inside = False
    blank = whole = True  # whole: the line before had its end
    while line := file.readline(_LINE):
        if whole and blank and line.startswith(b"From "):
            if inside:
                yield Stored(offset, _letter(lines, size))
            offset, size, lines, inside = position, 0, [], True
        elif inside:
            size += len(line)
            if size <= MAX_LETTER:
                lines.append(line)
            else:
                lines.clear()
        position += len(line)
        blank = whole and not line.strip(b"\r\n")
        whole = line.endswith(b"\n")
    if inside:
        yield Stored(offset, _letter(lines, size))


def letter_at(file: BinaryIO, offset: int) -> bytes:
    """The letter that begins at a byte of the file. Raises OSError when none begins there, or it is too large."""
    file.seek(offset)
    stored = next(letters_in(file), None)
    if stored is None or stored.offset != 0 or stored.data is None:
        raise FileNotFoundError(f"no letter at byte {offset}")
    return stored.data


def _letter(lines: list[bytes], size: int) -> bytes | None:
    """The letter with its lines as they were sent: ``>From `` was ``From ``, ``>>From `` was ``>From ``."""
    return _QUOTED.sub(rb"\1", b"".join(lines)) if size <= MAX_LETTER else None

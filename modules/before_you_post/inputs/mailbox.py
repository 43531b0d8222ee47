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

_BEGINNING = re.compile(rb"\n\r?\nFrom ")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_BLOCK = 2**20


@dataclass(frozen=True, slots=True)
class Stored:
    """One letter of a mailbox, and where it begins: at this byte of the file. ``data`` is None for one too large."""

    offset: int
    data: bytes | None


def letters_in(file: BinaryIO) -> Iterator[Stored]:
    """Every letter of a mailbox from the top. Raises OSError where the file cannot be read on."""
    letter: _Growing | None = None
    tail, position = b"\n\n", 0  # of the blocks before: a beginning may lie across two blocks
    while block := file.read(_BLOCK):
        window, at = tail + block, position - len(tail)
        used = len(tail)
        for found in _BEGINNING.finditer(window):
            beginning = found.end() - len(b"From ")
            if letter is not None and at + beginning <= letter.offset:  # found already, at the end of the last block
                continue
            if letter is not None:
                letter.add(window[used : max(used, beginning)])
                yield letter.stored(cut=max(0, used - beginning))
            letter, used = _Growing(at + beginning), beginning
        if letter is not None:
            letter.add(window[used:])
        tail, position = window[-7:], position + len(block)
    if letter is not None:
        yield letter.stored()


class _Growing:
    """A letter that is being read."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        self._pieces: list[bytes] = []
        self._size = 0

    def add(self, piece: bytes) -> None:
        """Take more of it; of one too large, nothing is kept."""
        self._size += len(piece)
        self._pieces = [*self._pieces, piece] if self._size <= MAX_LETTER else []

    def stored(self, cut: int = 0) -> Stored:
        """The letter with its lines as they were sent: ``>From `` was ``From ``, ``>>From `` was ``>From ``.

        ``cut`` bytes at its end belong to the next one.
        """
        if not self._pieces:  # too large: it had a first line at least
            return Stored(self.offset, None)
        whole = b"".join(self._pieces)
        data = whole[: len(whole) - cut].partition(b"\n")[2]  # without the line that begins with From
        return Stored(self.offset, _QUOTED.sub(rb"\1", data) if b">From " in data else data)


def letter_at(file: BinaryIO, offset: int) -> bytes:
    """The letter that begins at a byte of the file. Raises OSError when none begins there, or it is too large."""
    file.seek(offset)
    stored = next(letters_in(file), None)
    if stored is None or stored.offset != 0 or stored.data is None:
        raise FileNotFoundError(f"no letter at byte {offset}")
    return stored.data

"""A file of mail, whichever of the three kinds it is: its letters, and the way back to one file that came with one.

Nothing is unpacked to disk: what a letter carries is found again by where it lies, ``mail.mbox!/1048576/2.1/nose.jpg``:
the byte the letter begins at, the place of the part, and its name for people.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO

from .letter import MAX_LETTER, Letter, LetterError
from .mailbox import letter_at, letters_in
from .mime import enclosed, read_mime
from .outlook import enclosed_in_outlook, read_outlook

_LETTER, _OUTLOOK, _MAILBOX = ".eml", ".msg", (".mbox", ".mbx")
_OUTLOOK_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_mail(name: str) -> bool:
    """Whether a file holds mail by its ending; Apple Mail and Thunderbird call a mailbox plainly ``mbox``."""
    path = PurePosixPath(name.lower())
    return path.suffix in (_LETTER, _OUTLOOK, *_MAILBOX) or path.name == "mbox"


def letters(file: BinaryIO, name: str) -> Iterator[tuple[int, Letter | LetterError]]:
    """Every letter of a file of mail, or why it could not be read; and where it begins. Raises OSError."""
    if _is_mailbox(name):
        for stored in letters_in(file):
            yield stored.offset, _read(stored.data, name)
    else:
        data = file.read(MAX_LETTER + 1)
        yield 0, _read(data if len(data) <= MAX_LETTER else None, name)


def _is_mailbox(name: str) -> bool:
    return not name.lower().endswith((_LETTER, _OUTLOOK))


def _read(data: bytes | None, name: str) -> Letter | LetterError:
    if data is None:
        return LetterError(f"a letter of more than {MAX_LETTER // 2**20} MB")
    try:
        return read_outlook(data) if _is_outlook(data) else read_mime(_without_envelope(data))
    except LetterError as error:
        return error


def _is_outlook(data: bytes) -> bool:
    return data.startswith(_OUTLOOK_START)


def _without_envelope(data: bytes) -> bytes:
    """A letter saved with the first line of a mailbox still on it."""
    return data.partition(b"\n")[2] if data.startswith(b"From ") else data


def open_enclosure(file: BinaryIO, name: str, inside: str) -> BinaryIO:
    """The file that came with a letter, by where it lies inside the file of mail. Raises OSError."""
    offset, _, rest = inside.partition("/")
    place = rest.partition("/")[0]
    if not offset.isascii() or not offset.isdigit():
        raise FileNotFoundError(inside)
    mailbox = _is_mailbox(name)
    data = letter_at(file, int(offset[:20])) if mailbox else _without_envelope(file.read(MAX_LETTER + 1))
    try:
        return BytesIO(enclosed_in_outlook(data, place) if _is_outlook(data) else enclosed(data, place))
    except LetterError as error:
        raise FileNotFoundError(f"{inside}: {error.reason}") from None

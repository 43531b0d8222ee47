"""A letter as Outlook saves it (.msg), with the letters attached to it.

The file is a small file system of its own (MS-CFB) with one drawer a recipient and one an attachment (MS-OXMSG).
``python-oxmsg`` reads it all into memory, so what it would read is added up first: a file may name the same bytes a
thousand times. Texts are taken from their drawers one by one, for the library gives up the whole letter over one
unknown code page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from io import BytesIO

from olefile import STGTY_ROOT, STGTY_STREAM, OleFileIO  # type: ignore[import-untyped]
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from .delimited import decoded
from .letter import MAX_DEPTH, MAX_LETTER, MAX_PARTS, MAX_WORDS, Enclosure, Letter, LetterError, safe_name

# Numbers of properties (MS-OXPROPS) and their types (MS-OXCDATA).
_CLASS, _SUBJECT, _BODY, _HTML, _SENT, _MESSAGE_ID = 0x001A, 0x0037, 0x1000, 0x1013, 0x0039, 0x1035
_NAME, _SHORT_NAME, _DATA, _MEDIA_TYPE, _CONTENT_ID = 0x3707, 0x3704, 0x3701, 0x370E, 0x3712
_UNICODE, _EIGHT_BIT, _BINARY = 0x001F, 0x001E, 0x0102
_ROOT_HEADER = 32  # bytes before the properties of the letter itself
_RECIPIENT, _ATTACHMENT, _INNER = "__recip_version1.0_#", "__attach_version1.0_#", "__substg1.0_3701000D"
_SMALLEST_LIMIT = 2**20
_WITH_BYTES = (STGTY_STREAM, STGTY_ROOT)
_TABLE_SIZES = (44, 64, 72)  # bytes of the header that say how many sectors each table of sectors has
_SECTOR = 512  # bytes, at least
_UNFOLDS = "a letter that unfolds to far more than it can hold"


def read_outlook(data: bytes) -> Letter:
    """Read one .msg file. Raises LetterError when it is none."""
    root = _storage(data)
    parts = _Parts()
    parts.take(root, "", 0)
    identity = _text(root, _MESSAGE_ID).encode() or data
    return Letter(
        identity=sha256(identity).hexdigest()[:16],
        subject=" ".join(_text(root, _SUBJECT).split()) or None,
        day=_day(root),
        html=tuple(parts.html),
        plain=tuple(parts.plain),
        recipients=sum(one.name.startswith(_RECIPIENT) for one in root.storages) or None,
        enclosures=tuple(parts.enclosures),
        unread=tuple(dict.fromkeys(parts.unread)),
    )


def enclosed_in_outlook(data: bytes, place: str) -> bytes:
    """The bytes of the attachment at a place. Raises LetterError when there is none."""
    letter = _storage(data)
    *folders, last = place.split(".")
    for number in folders:
        inner = _inner(_attachment(letter, number))
        if inner is None:
            raise LetterError("The letter has no such part.")
        letter = inner
    return _stream(_attachment(letter, last), _DATA, _BINARY)


def _attachment(letter: Storage, number: str) -> Storage:
    attachments = _attachments(letter)
    if not number.isascii() or not number.isdigit() or not 0 < int(number[:6]) <= len(attachments):
        raise LetterError("The letter has no such part.")
    return attachments[int(number[:6]) - 1]


def _storage(data: bytes) -> Storage:
    if len(data) > MAX_LETTER:
        raise LetterError(f"a letter of more than {MAX_LETTER // 2**20} MB")
    try:
        tables = (int.from_bytes(data[at : at + 4], "little") for at in _TABLE_SIZES)
        if any(sectors * _SECTOR > len(data) for sectors in tables):
            raise LetterError(_UNFOLDS)
        with OleFileIO(BytesIO(data)) as file:
            streams = [entry for entry in file.direntries if entry is not None and entry.entry_type in _WITH_BYTES]
            if sum(entry.size for entry in streams) > max(2 * len(data), _SMALLEST_LIMIT):
                raise LetterError(_UNFOLDS)
            root = Storage.from_ole(file)
    except LetterError:
        raise
    except RecursionError:
        raise LetterError("a letter nested too deeply") from None
    except Exception as error:
        raise LetterError(f"a damaged letter ({type(error).__name__})") from None
    if not _text(root, _CLASS):
        raise LetterError("an Office file that is no letter")
    return root


@dataclass(slots=True)
class _Parts:
    """What a letter and those attached to it hold, filled letter by letter."""

    html: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    enclosures: list[Enclosure] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    count: int = 0

    def take(self, letter: Storage, place: str, depth: int) -> None:
        """Take the letter at a place."""
        if depth:
            self.plain.append(_text(letter, _SUBJECT))
        self._take_words(letter)
        for number, attachment in enumerate(_attachments(letter), 1):
            here = f"{place}.{number}".lstrip(".")
            self.count += 1
            if depth > MAX_DEPTH or self.count > MAX_PARTS:
                self.unread.append(f"more than {MAX_DEPTH} letters inside each other, or {MAX_PARTS} parts")
                return
            if (inner := _inner(attachment)) is not None:
                self.take(inner, here, depth + 1)
            elif _has(attachment, _DATA, _BINARY):
                self.enclosures.append(_enclosure(attachment, here))
            else:
                self.unread.append("an object pasted into the letter, or a file that is only linked")

    def _take_words(self, letter: Storage) -> None:
        html = decoded(_stream(letter, _HTML, _BINARY)[:MAX_WORDS]) or _text(letter, _HTML)[:MAX_WORDS]
        plain = _text(letter, _BODY)[:MAX_WORDS]
        if html:
            self.html.append(html)
        elif plain:
            self.plain.append(plain)


def _enclosure(attachment: Storage, place: str) -> Enclosure:
    media_type = _text(attachment, _MEDIA_TYPE).lower() or "application/octet-stream"
    name = safe_name(_text(attachment, _NAME) or _text(attachment, _SHORT_NAME), place, media_type)
    content_id = _text(attachment, _CONTENT_ID).strip("<> ") or None
    return Enclosure(place=place, name=name, media_type=media_type, content_id=content_id)


def _attachments(letter: Storage) -> list[Storage]:
    return sorted((one for one in letter.storages if one.name.startswith(_ATTACHMENT)), key=lambda one: one.name)


def _inner(attachment: Storage) -> Storage | None:
    """The letter that is attached; None for a file, or an object of some other program."""
    return next((one for one in attachment.storages if one.name == _INNER and _text(one, _CLASS)), None)


def _has(storage: Storage, number: int, kind: int) -> bool:
    return any(stream.name == f"__substg1.0_{number:04X}{kind:04X}" for stream in storage.streams)


def _stream(storage: Storage, number: int, kind: int) -> bytes:
    return storage.property_stream_bytes(number, kind) if _has(storage, number, kind) else b""


def _text(storage: Storage, number: int) -> str:
    text = _stream(storage, number, _UNICODE).decode("utf-16-le", "replace")
    return (text or decoded(_stream(storage, number, _EIGHT_BIT))).strip("\0 ")


def _day(root: Storage) -> date | None:
    try:
        sent = Properties(root, properties_header_offset=_ROOT_HEADER).date_prop_value(_SENT)
    except Exception:
        return None
    return sent.date() if isinstance(sent, datetime) else None  # it trusts the file for the type

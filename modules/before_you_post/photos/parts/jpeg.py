"""A JPEG file cut into its segments, without decoding it: Exif, XMP, IPTC, comments, and what follows the picture."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from ...records import EmbeddedKind
from . import photoshop, trailing
from .directories import directories, structure
from .part import MOST_PARTS, Part, PartKind, credentials, picture, text, unread

_EXIF, _XMP, _EXTENDED = b"Exif\0", b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
_PHOTOSHOP, _MPF, _ICC = b"Photoshop 3.0\0", b"MPF\0", b"ICC_PROFILE\0"
_HARMLESS = (b"JFIF\0", b"JFXX\0", b"AVI1", b"Adobe", b"ICC_PROFILE\0", b"urn:iso:std:iso:ts:21496:-1\0")
_MOST_EXTENDED = 32 * 2**20  # bytes; larger than any camera writes
_NEXT_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")  # in entropy-coded data FF is followed by 00 or a restart
_END, _SCAN = 0xD9, 0xDA
_BARE = frozenset({0x01, 0xD8, *range(0xD0, 0xD8)})  # markers without a length
_JFXX_THUMBNAIL = b"JFXX\0\x10"


class _Segments:
    """The segments of one JPEG stream; ``end`` is where the stream ends once all were read."""

    def __init__(self, data: bytes, start: int = 0) -> None:
        self.data, self.end = data, len(data)
        self._at = start + 2

    def __iter__(self) -> Iterator[tuple[int, int, bytes]]:
        """Marker, offset of the content in the file, and content of every segment."""
        for _ in range(MOST_PARTS):
            found = _NEXT_MARKER.search(self.data, self._at)
            if found is None or self.data[found.start() + 1] == _END:
                self.end = found.end() if found else len(self.data)
                return
            marker, self._at = self.data[found.start() + 1], found.end()
            if marker in _BARE or self._at + 2 > len(self.data):
                continue
            (length,) = struct.unpack_from(">H", self.data, self._at)
            yield marker, self._at + 2, self.data[self._at + 2 : self._at + length]
            self._at += max(2, length)
        self.end = self._at


def parts(data: bytes) -> Iterator[Part]:
    """Every part of a JPEG file, in their order; never raises."""
    segments = _Segments(data)
    extended: dict[bytes, list[bytes]] = {}
    further: dict[int, EmbeddedKind] = {}
    for marker, offset, content in segments:
        if marker == 0xE1 and content.startswith(_EXTENDED):
            extended.setdefault(content[35:67], []).append(content[75:])
        elif marker == 0xE2 and content.startswith(_MPF):
            further |= _further(content[4:], offset + 4)
        elif marker == 0xFE:
            yield text(content.decode("utf-8", "replace").rstrip("\0"), "JPEG comment", "Comment")
        elif 0xE0 <= marker <= 0xEF:
            yield from _application(marker, content)
    for pieces in extended.values():
        yield Part(kind=PartKind.XMP, data=b"".join(pieces)[:_MOST_EXTENDED], found_in="XMP")
    yield from _after(data, segments.end, further)


def _application(marker: int, content: bytes) -> Iterator[Part]:
    if marker == 0xE1 and content.startswith(_EXIF):
        yield Part(kind=PartKind.EXIF, data=content[6:], found_in="EXIF")
    elif marker == 0xE1 and content.startswith(_XMP):
        yield Part(kind=PartKind.XMP, data=content[len(_XMP) :], found_in="XMP")
    elif marker == 0xED and content.startswith(_PHOTOSHOP):
        yield from photoshop.parts(content[len(_PHOTOSHOP) :])
    elif marker == 0xEB and content[:2] == b"JP":
        if int.from_bytes(content[4:8], "big") > 1:
            return  # a later piece of a block whose first piece told what it is
        yield credentials(content) if b"c2pa" in content[:64] else unread(content, "JPEG", "JUMBF")
    elif content.startswith(_JFXX_THUMBNAIL):
        yield picture(content[len(_JFXX_THUMBNAIL) :], "JFIF", EmbeddedKind.THUMBNAIL)
    elif not content.startswith(_HARMLESS) and content.strip(b"\0"):
        name = re.match(rb"[\x20-\x7e]{0,24}", content)
        words = name.group().decode() if name else ""
        yield unread(content, "JPEG", f"APP{marker - 0xE0} {words}".rstrip())


def _further(index: bytes, start: int) -> dict[int, EmbeddedKind]:
    """Offsets in the file of the pictures that a multi-picture index (CIPA DC-007) lists after the first."""
    block = structure(index)
    found: dict[int, EmbeddedKind] = {}
    for directory in directories(block) if block else ():
        entry = directory.entries.get(0xB002)
        rows = entry.value if entry and isinstance(entry.value, bytes) else b""
        for row in range(16, len(rows) - 15, 16):
            attribute, _, offset = struct.unpack_from(f"{block.order if block else '<'}III", rows, row)
            kind = attribute & 0xFF0000
            found[start + offset] = EmbeddedKind.THUMBNAIL if kind == 0x010000 else EmbeddedKind.FRAME
    return found


def _after(data: bytes, end: int, further: dict[int, EmbeddedKind]) -> Iterator[Part]:
    """Whole pictures that follow the first one, then whatever is left."""
    for _ in range(MOST_PARTS):
        start = data.find(b"\xff\xd8\xff", end, end + 4096)
        if start < 0 or data[end:start].strip(b"\0"):
            break
        stream = _Segments(data, start)
        for _ in stream:
            pass
        following = data[start : stream.end]
        if start in further:
            yield picture(following, "MPO", _auxiliary(following) or further[start])
        else:
            yield picture(following, trailing.FOUND_IN, _auxiliary(following) or EmbeddedKind.TRAILING)
        end = stream.end
    yield from trailing.parts(data, end)


def _auxiliary(data: bytes) -> EmbeddedKind | None:
    """A gain map says so in its own metadata."""
    says = (b"hdrgm:", b"hdrgainmap", b"HDRGainMap", b"urn:iso:std:iso:ts:21496:-1")
    return EmbeddedKind.AUXILIARY if any(words in data[:65_536] for words in says) else None

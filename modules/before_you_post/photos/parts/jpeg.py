"""A JPEG file cut into its segments, without decoding it: Exif, XMP, IPTC, comments, and what follows the picture."""

from __future__ import annotations

import re
import struct
import zlib
from collections import deque
from collections.abc import Iterator

from ...records import EmbeddedKind
from ..containers import ContainerError, png
from ..containers.jpeg import APP0, APP1, APP2, APP13, COMMENT, END, Segment, segments
from . import photoshop, trailing
from .directories import directories, structure
from .part import MOST_PARTS, Part, PartKind, credentials, picture, text, unread

_EXIF, _XMP, _EXTENDED = b"Exif\0", b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
_PHOTOSHOP, _MPF = b"Photoshop 3.0\0", b"MPF\0"
_HARMLESS = (
    b"AVI1",
    b"Adobe\0",
    b"Adobe_CM\0",
    b"ICC_PROFILE\0",
    b"urn:iso:std:iso:ts:21496:-1\0",
)
_MOST_EXTENDED = 32 * 2**20  # bytes; larger than any camera writes
APP11, APP15 = 0xEB, 0xEF
_DUCKY, _DUCKY_QUALITY, _DUCKY_WORDS = b"Ducky", 1, {2: "Comment", 3: "Copyright"}
_JFIF, _JFIF_SIZE, _JFXX_JPEG, _JFXX_PIXELS = b"JFIF\0", 12, b"JFXX\0\x10", b"JFXX\0\x13"


def parts(data: bytes) -> Iterator[Part]:
    """Every part of a JPEG file, in their order; never raises."""
    extended: dict[bytes, list[bytes]] = {}
    further: dict[int, EmbeddedKind] = {}
    stream = _Stream(data, 0)
    for segment in stream:
        content = segment.payload
        if segment.marker == APP1 and content.startswith(_EXTENDED):
            extended.setdefault(content[35:67], []).append(content[75:])
        elif segment.marker == APP2 and content.startswith(_MPF):
            further |= _further(content[4:], segment.end - len(content) + 4)
        elif segment.marker == COMMENT:
            yield text(content.decode("utf-8", "replace").rstrip("\0"), "JPEG comment", "Comment")
        elif APP0 <= segment.marker <= APP15:
            yield from _application(segment.marker, content)
    for pieces in extended.values():
        yield Part(kind=PartKind.XMP, data=b"".join(pieces)[:_MOST_EXTENDED], found_in="XMP")
    if stream.problem:
        yield unread(b"", "JPEG", f"rest of the file ({stream.problem})")
    yield from _after(data, stream.end, further)


class _Stream:
    """The segments of the JPEG that begins at ``start``; ``end`` is where it ends, once all were read."""

    def __init__(self, data: bytes, start: int) -> None:
        self.end = len(data)
        self.problem = ""  # set = the segments do not add up, and what follows the last of them was not read
        self._segments = segments(data, start)

    def __iter__(self) -> Iterator[Segment]:
        try:
            for number, segment in enumerate(self._segments):
                if segment.marker == END or number > MOST_PARTS:
                    self.end = segment.end
                    return
                yield segment
        except ContainerError as error:
            self.problem = error.reason


def _application(marker: int, content: bytes) -> Iterator[Part]:
    if marker == APP1 and content.startswith(_EXIF):
        yield Part(kind=PartKind.EXIF, data=content[6:], found_in="EXIF")
    elif marker == APP1 and content.startswith(_XMP):
        yield Part(kind=PartKind.XMP, data=content[len(_XMP) :], found_in="XMP")
    elif marker == APP13 and content.startswith(_PHOTOSHOP):
        yield from photoshop.parts(content[len(_PHOTOSHOP) :])
    elif marker == APP11 and content[:2] == b"JP":
        if int.from_bytes(content[4:8], "big") > 1:
            return  # a later piece of a block whose first piece told what it is
        yield credentials(content) if b"c2pa" in content[:64] else unread(content, "JPEG", "JUMBF")
    elif content.startswith(_JFXX_JPEG):
        yield picture(content[len(_JFXX_JPEG) :], "JFIF", EmbeddedKind.THUMBNAIL)
    elif content.startswith((_JFIF, _JFXX_PIXELS)):
        yield from _pixels(content[_JFIF_SIZE if content.startswith(_JFIF) else len(_JFXX_PIXELS) :])
    elif content.startswith(_DUCKY):
        yield from _saved_for_web(content[len(_DUCKY) :])
    elif not content.startswith(_HARMLESS) and content.strip(b"\0"):
        name = re.match(rb"[\x20-\x7e]{0,24}", content)
        words = name.group().decode() if name else ""
        yield unread(content, "JPEG", f"APP{marker - APP0} {words}".rstrip())


def _pixels(content: bytes) -> Iterator[Part]:
    """JFIF's own thumbnail: width, height and bare pixels, given as a PNG so that a decoder opens it."""
    width, height, pixels = content[:1], content[1:2], content[2:]
    row = 3 * int.from_bytes(width)
    if pixels and len(pixels) == row * int.from_bytes(height):
        rows = b"".join(b"\0" + pixels[at : at + row] for at in range(0, len(pixels), row))
        head = bytes(3) + width + bytes(3) + height + b"\x08\x02\0\0\0"  # 8 bits, red-green-blue
        file = png.SIGNATURE + png.chunk(b"IHDR", head) + png.chunk(b"IDAT", zlib.compress(rows))
        yield picture(file + png.chunk(b"IEND", b""), "JFIF", EmbeddedKind.THUMBNAIL)
    elif pixels.strip(b"\0"):
        yield unread(pixels, "JPEG", "JFIF thumbnail of another size than it says")


def _saved_for_web(content: bytes) -> Iterator[Part]:
    """What Photoshop's "save for web" notes: a quality, which says nothing, and perhaps a comment and a copyright."""
    at = 0
    while at + 4 <= len(content) and content[at : at + 2] != b"\0\0":
        number, length = struct.unpack_from(">HH", content, at)
        value = content[at + 4 : at + 4 + length]
        if number in _DUCKY_WORDS:  # after the number of their letters, in UTF-16
            yield text(value[4:].decode("utf-16-be", "replace"), "Photoshop", _DUCKY_WORDS[number])
        elif number != _DUCKY_QUALITY:
            yield unread(value, "Photoshop", f"Ducky entry {number}")
        at += 4 + length


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
        stream = _Stream(data, start)
        deque(stream, maxlen=0)  # only its end is asked for
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

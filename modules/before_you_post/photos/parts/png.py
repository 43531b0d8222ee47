"""A PNG file cut into its chunks: words plain and compressed, Exif, XMP, the day it was changed, and what follows."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from ..containers import ContainerError
from ..containers.chunk import Chunk
from ..containers.png import chunks
from . import photoshop, trailing
from .part import Part, PartKind, credentials, text, unread

_TO_SHOW_IT = "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP pHYs sBIT bKGD hIST sPLT cICP mDCV cLLI oFFs sCAL sTER"
_HARMLESS = frozenset(f"{_TO_SHOW_IT} acTL fcTL fdAT iDOT vpAg caNv orNT".split())
_MOST_UNFOLDED = 16 * 2**20  # bytes of all compressed words of a file together
_MOST_CHUNKS = 200_000  # 8 kB each in the largest file that is read
_RAW = re.compile(rb"\s*(\w+)\s+\d+\s+([0-9a-fA-F\s]*)")  # ImageMagick's profiles as hexadecimal words


class _Budget:
    """How much may still be unfolded: a kilobyte of PNG can become a gigabyte of words."""

    def __init__(self) -> None:
        self.left = _MOST_UNFOLDED

    def unfold(self, data: bytes) -> bytes | None:
        """The unfolded bytes; ``None`` when they are spoilt or too many."""
        reader = zlib.decompressobj()
        try:
            unfolded = reader.decompress(data, max(1, self.left))
        except zlib.error:
            return None
        self.left -= len(unfolded)
        return unfolded if reader.eof or not reader.unconsumed_tail else None


def parts(data: bytes) -> Iterator[Part]:
    """Every part of a PNG file, in their order; never raises."""
    budget, end = _Budget(), 0
    try:
        for chunk in islice(chunks(data), _MOST_CHUNKS):
            end = chunk.end
            if chunk.name not in _HARMLESS:
                yield from _chunk(chunk, budget)
    except ContainerError as error:
        yield unread(data[end:], "PNG", f"rest of the file ({error.reason})")
    else:
        yield from trailing.parts(data, end)


def _chunk(chunk: Chunk, budget: _Budget) -> Iterator[Part]:
    content = chunk.payload
    match chunk.name:
        case "eXIf":
            yield Part(kind=PartKind.EXIF, data=content.removeprefix(b"Exif\0\0"), found_in="EXIF")
        case "tEXt" | "zTXt" | "iTXt":
            yield from _words(chunk.name, content, budget)
        case "tIME" if len(content) == 7:
            yield text(_time(content), "PNG", "tIME")
        case "caBX":
            yield credentials(content)
        case name:
            yield unread(content, "PNG", f"chunk {name}")


def _words(name: str, content: bytes, budget: _Budget) -> Iterator[Part]:
    keyword, _, rest = content.partition(b"\0")
    label = keyword.decode("latin-1")
    value: bytes | None = rest
    if name == "zTXt":
        value = budget.unfold(rest[1:])
    elif name == "iTXt":
        packed, rest = rest[:1] == b"\1", rest[2:]
        value = rest.partition(b"\0")[2].partition(b"\0")[2]  # after the language and the translated keyword
        value = budget.unfold(value) if packed else value
    if value is None:
        yield unread(content, "PNG text", f"{label} (compressed, and cannot be unfolded)")
    elif label.startswith("Raw profile type "):
        yield from _raw_profile(value)
    elif label == "XML:com.adobe.xmp":
        yield Part(kind=PartKind.XMP, data=value, found_in="XMP")
    else:
        yield text(value.decode("utf-8" if name == "iTXt" else "latin-1", "replace"), "PNG text", label)


def _raw_profile(value: bytes) -> Iterator[Part]:
    found = _RAW.match(value)
    digits = b"".join(found.group(2).split()) if found else b""
    if not found or len(digits) % 2:
        yield unread(value, "PNG text", "Raw profile")
        return
    kind, data = found.group(1).lower(), bytes.fromhex(digits.decode())
    if kind in (b"exif", b"app1") and data.startswith((b"Exif\0\0", b"II*\0", b"MM\0*")):
        yield Part(kind=PartKind.EXIF, data=data.removeprefix(b"Exif\0\0"), found_in="EXIF")
    elif kind in (b"xmp", b"app1"):
        yield Part(kind=PartKind.XMP, data=data.removeprefix(b"http://ns.adobe.com/xap/1.0/\0"), found_in="XMP")
    elif kind in (b"iptc", b"8bim") and data.startswith(b"8BIM"):
        yield from photoshop.parts(data)
    elif kind == b"iptc":
        yield Part(kind=PartKind.IPTC, data=data, found_in="IPTC")
    elif kind not in (b"icc", b"icm"):
        yield unread(data, "PNG text", f"Raw profile {kind.decode()}")


def _time(content: bytes) -> str:
    try:
        return datetime(*struct.unpack(">HBBBBB", content)).isoformat(" ")
    except ValueError:
        return content.hex()

"""A WebP file cut into its chunks."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from . import trailing
from .part import MOST_PARTS, Part, PartKind, credentials, unread

_HARMLESS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ANIM", b"ANMF", b"ALPH", b"ICCP"})


def parts(data: bytes) -> Iterator[Part]:
    """Every part of a WebP file, in their order; never raises."""
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    at = 12
    for _ in range(MOST_PARTS):
        if at + 8 > end:
            break
        name = data[at : at + 4]
        (length,) = struct.unpack_from("<I", data, at + 4)
        content = data[at + 8 : min(end, at + 8 + length)]
        if name == b"EXIF":
            yield Part(kind=PartKind.EXIF, data=content.removeprefix(b"Exif\0\0"), found_in="EXIF")
        elif name == b"XMP ":
            yield Part(kind=PartKind.XMP, data=content, found_in="XMP")
        elif name == b"C2PA":
            yield credentials(content)
        elif name not in _HARMLESS:
            yield unread(content, "WEBP", f"chunk {name.decode('ascii', 'replace')}")
        at += 8 + length + length % 2
    yield from trailing.parts(data, end + end % 2)

"""Photoshop's image resources: numbered blocks that hold IPTC, a thumbnail, and much about how a file was made."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ...records import EmbeddedKind
from .part import MOST_PARTS, Part, PartKind, picture, text, unread

_FOUND_IN = "Photoshop"
_IPTC, _XMP, _CAPTION, _URL, _SLICES = 0x0404, 0x0424, 0x03F0, 0x040B, 0x041A
_THUMBNAILS, _EXIF = (0x0409, 0x040C), (0x0422, 0x0423)
_THUMBNAIL_HEAD = 28  # bytes before the JPEG
# Settings of printing, resolution, guides, paths, colour and layers: numbers that say nothing about anybody.
_HARMLESS = frozenset(
    {0x03ED, 0x03F2, 0x03F3, 0x03F5, 0x03F7, 0x03F8, 0x03FA, 0x03FD, 0x0400, 0x0401, 0x0402, 0x0405, 0x0406, 0x0408}
    | {0x040A, 0x040D, 0x040F, 0x0410, 0x0411, 0x0412, 0x0414, 0x0416, 0x0417, 0x0419, 0x041B, 0x041C, 0x0421, 0x0425}
    | {0x0426, 0x0428, 0x042D, 0x0430, 0x0432, 0x0433, 0x0434, 0x0435, 0x0436, 0x2710}
)


def parts(data: bytes) -> Iterator[Part]:
    """The resources of one block (the content of JPEG's APP13 after its name, or of TIFF's entry 0x8649)."""
    at = 0
    for _ in range(MOST_PARTS):
        if data[at : at + 4] != b"8BIM" or at + 12 > len(data):
            break
        (number,) = struct.unpack_from(">H", data, at + 4)
        at += 6 + (data[at + 6] + 2) // 2 * 2  # a name, padded to an even length
        if at + 4 > len(data):
            break
        (size,) = struct.unpack_from(">I", data, at)
        yield from _resource(number, data[at + 4 : at + 4 + size])
        at += 4 + (size + 1) // 2 * 2
    if data[at:].strip(b"\0"):
        yield unread(data[at:], _FOUND_IN, "rest of a block that ends too early")


def _resource(number: int, data: bytes) -> Iterator[Part]:
    if number == _IPTC:
        yield Part(kind=PartKind.IPTC, data=data, found_in="IPTC")
    elif number == _XMP:
        yield Part(kind=PartKind.XMP, data=data, found_in="XMP")
    elif number in _EXIF:
        yield Part(kind=PartKind.EXIF, data=data.removeprefix(b"Exif\0\0"), found_in="EXIF")
    elif number in _THUMBNAILS:
        yield picture(data[_THUMBNAIL_HEAD:], _FOUND_IN, EmbeddedKind.THUMBNAIL)
    elif number == _CAPTION:
        yield text(data[1:].decode("latin-1"), _FOUND_IN, "Caption")
    elif number == _URL:
        yield text(data.decode("latin-1"), _FOUND_IN, "URL")
    elif number == _SLICES:
        yield text(_document_name(data), _FOUND_IN, "Document name")
    elif number not in _HARMLESS and data.strip(b"\0"):
        yield unread(data, _FOUND_IN, f"resource 0x{number:04X}")


def _document_name(data: bytes) -> str:
    """The first words of the slices: the name of the document as it was called in Photoshop."""
    if len(data) < 24:
        return ""
    (length,) = struct.unpack_from(">I", data, 20)
    return data[24 : 24 + 2 * length].decode("utf-16-be", "replace").rstrip("\0")

"""What is left in a published file beside the picture: camera data, an old thumbnail, a block nobody can read.

Every function takes the bytes of the published JPEG, the bytes of the original, and what to leave; it gives the bytes
of the file as it was published.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

import exifread
from PIL import ExifTags, Image

_EXIF_HEAD = b"Exif\0\0"
_APP1, _APP7 = 0xE1, 0xE7
_SHORT, _LONG = 3, 4  # types of the values in a directory


def exif(published: bytes, original: bytes, what: str | Sequence[str]) -> bytes:
    """Leave the whole EXIF block of the original ("all"), or single entries of it by name."""
    if what == "all":
        return _with_segment(published, _APP1, Image.open(BytesIO(original)).info["exif"])
    before, left = Image.open(BytesIO(original)).getexif(), Image.Exif()
    details = before.get_ifd(ExifTags.IFD.Exif)
    numbers = {ExifTags.Base[name].value for name in what}
    left.update({number: value for number, value in before.items() if number in numbers})
    left.get_ifd(ExifTags.IFD.Exif).update({number: value for number, value in details.items() if number in numbers})
    return _with_segment(published, _APP1, left.tobytes())


def thumbnail(published: bytes, original: bytes, what: bool) -> bytes:
    """Leave the thumbnail that the camera made of the uncropped picture, and nothing else of its block."""
    return _with_segment(published, _APP1, _with_thumbnail(exifread.process_file(BytesIO(original))["JPEGThumbnail"]))


def block(published: bytes, original: bytes, what: str) -> bytes:
    """Leave a block of the camera maker's own, which only the maker's programs can read."""
    scrambled = bytes((at * 197 + 61) % 251 for at in range(420))
    return _with_segment(published, _APP7, what.encode() + b"\0" + scrambled)


def _with_thumbnail(small: bytes) -> bytes:
    """An EXIF block that holds a thumbnail and nothing else."""
    first = struct.pack("<HHHII", 1, 0x0112, _SHORT, 1, 1)  # the picture stands upright
    place = 8 + len(first) + 4
    entries = ((0x0103, _SHORT, 6), (0x0201, _LONG, place + 2 + 3 * 12 + 4), (0x0202, _LONG, len(small)))
    second = struct.pack("<H", 3) + b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    directory = struct.pack("<2sHI", b"II", 42, 8) + first + struct.pack("<I", place) + second + bytes(4) + small
    return _EXIF_HEAD + directory


def _with_segment(jpeg: bytes, marker: int, content: bytes) -> bytes:
    """The file with one more segment behind its first mark."""
    return jpeg[:2] + struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content + jpeg[2:]


LEFT_IN: Mapping[str, Callable[..., bytes]] = {"exif": exif, "thumbnail": thumbnail, "block": block}

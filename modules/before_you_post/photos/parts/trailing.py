"""What stands in a file after the end of its picture: a viewer never shows it, and every download carries it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...records import EmbeddedKind
from .part import Part, PartKind, picture, unread

FOUND_IN = "file"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\0", b"MM\0*")
_STILL = (b"heic", b"heix", b"mif1", b"avif", b"msf1")
_OTHERS = ((b"PK\x03\x04", "a zip archive"), (b"%PDF", "a PDF document"), (b"<", "text like that of a web page"))
_SEARCHED = 4096  # bytes in which a video may begin after a maker's own few words


def parts(data: bytes, start: int) -> Iterator[Part]:
    """Everything from ``start`` on, as one part; nothing where only padding is left."""
    rest = data[start:]
    bare = rest.lstrip(b"\0\r\n ")
    if not bare:
        return
    if bare.startswith(_PICTURES) or (bare[:4] == b"RIFF" and bare[8:12] == b"WEBP"):
        yield picture(bare, FOUND_IN, EmbeddedKind.TRAILING)
        return
    box = rest.find(b"ftyp", 4, _SEARCHED)
    if box > 0 and rest[box + 4 : box + 8] in _STILL:
        yield picture(rest[box - 4 :], FOUND_IN, EmbeddedKind.TRAILING)
    elif box > 0 or b"moov" in rest[:_SEARCHED]:
        yield Part(kind=PartKind.VIDEO, data=rest, found_in=FOUND_IN, name="a video", picture=EmbeddedKind.TRAILING)
    else:
        name = next((words for magic, words in _OTHERS if bare.startswith(magic)), "unknown data")
        yield replace(unread(bare, FOUND_IN, f"{name}, {len(rest)} bytes"), picture=EmbeddedKind.TRAILING)

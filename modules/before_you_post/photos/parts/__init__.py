"""A picture file cut into its parts: blocks of metadata, pictures inside it, and what nobody here can read.

Readers of metadata and of embedded pictures both begin here, so what one of them is shown the other cannot miss, and
a part that neither understands is named instead of passed over. Nothing is decoded: a file of 12 megapixels takes
a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from . import gif, heif, jpeg, png, tiff, trailing, webp
from .part import MOST_PARTS, Part, PartKind, unread

__all__ = ["Part", "PartKind", "parts", "picture_file"]


def parts(data: bytes) -> Iterator[Part]:
    """Every part of a picture file, in their order, one at a time; never raises, whatever the bytes are."""
    found = _inside(data)
    yield from islice(found, MOST_PARTS)
    if next(found, None) is not None:
        yield unread(b"", "file", "more parts than any picture has")


def _inside(data: bytes) -> Iterator[Part]:
    file = data.startswith((b"II*\0", b"MM\0*"))
    for part in _container(data):
        yield part
        if part.kind is PartKind.EXIF:
            yield from tiff.inside(part.data, part.found_in, file=file)


def picture_file(part: Part) -> bytes:
    """The picture of a part as a file of its own, for a decoder."""
    if not part.item:
        return part.data
    return heif.showing(part.data, part.item) if part.data[4:8] == b"ftyp" else tiff.showing(part.data, part.item)


def _container(data: bytes) -> Iterator[Part]:
    for offset, magic, reader in _READERS:
        if data[offset : offset + len(magic)] == magic:
            return reader(data)
    return iter(())


def _bitmap(data: bytes) -> Iterator[Part]:
    """A BMP file has no metadata; something may stand after its end."""
    return trailing.parts(data, max(14, int.from_bytes(data[2:6], "little")))


_READERS = (
    (0, b"\xff\xd8", jpeg.parts),
    (0, b"\x89PNG\r\n\x1a\n", png.parts),
    (8, b"WEBP", webp.parts),
    (0, b"GIF8", gif.parts),
    (0, b"II*\0", tiff.parts),
    (0, b"MM\0*", tiff.parts),
    (4, b"ftyp", heif.parts),
    (0, b"BM", _bitmap),
)

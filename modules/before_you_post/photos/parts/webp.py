"""A WebP file cut into its chunks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..containers import ContainerError
from ..containers.riff import chunks, file_end
from . import trailing
from .part import MOST_PARTS, Part, PartKind, credentials, unread

_HARMLESS = frozenset({"VP8 ", "VP8L", "VP8X", "ANIM", "ANMF", "ALPH", "ICCP"})


def parts(data: bytes) -> Iterator[Part]:
    """Every part of a WebP file, in their order; never raises."""
    try:
        for chunk in islice(chunks(data), MOST_PARTS):
            content = chunk.payload
            if chunk.name == "EXIF":
                yield Part(kind=PartKind.EXIF, data=content.removeprefix(b"Exif\0\0"), found_in="EXIF")
            elif chunk.name == "XMP ":
                yield Part(kind=PartKind.XMP, data=content, found_in="XMP")
            elif chunk.name == "C2PA":
                yield credentials(content)
            elif chunk.name not in _HARMLESS:
                yield unread(content, "WEBP", f"chunk {chunk.name}")
        yield from trailing.parts(data, file_end(data))
    except ContainerError as error:
        yield unread(data[:64], "WEBP", f"rest of the file ({error.reason})")

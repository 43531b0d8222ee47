"""A PNG without anything beside its picture or its animation."""

from __future__ import annotations

from ..containers.png import SIGNATURE, chunk, chunks
from ..parts.directories import UPRIGHT, orientation
from .orientation import only_orientation

# Pixels, colours and their meaning, transparency, size of a pixel; frames of an animation.
_KEPT = frozenset(
    {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "cICP", "mDCV", "cLLI"}
    | {"pHYs", "acTL", "fcTL", "fdAT"}
)


def without_metadata(data: bytes) -> bytes:
    """A PNG's picture chunks as they are; its orientation in a block of its own. Raises ContainerError if broken."""
    parts, turned = [SIGNATURE], UPRIGHT
    found = list(chunks(data))
    for one in found:
        if one.name == "eXIf":
            turned = orientation(one.payload.removeprefix(b"Exif\0\0"))
    for one in found:
        if one.name == "IDAT" and turned != UPRIGHT:
            parts.append(chunk(b"eXIf", only_orientation(turned)))
            turned = UPRIGHT
        if one.name in _KEPT:
            parts.append(data[one.start : one.end])
    return b"".join(parts)

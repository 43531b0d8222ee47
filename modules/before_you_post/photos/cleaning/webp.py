"""A WebP without anything beside its picture or its animation."""

from __future__ import annotations

from ..containers.broken import ContainerError
from ..containers.chunk import Chunk
from ..containers.riff import chunk, chunks, within
from ..parts.directories import UPRIGHT, orientation
from .orientation import only_orientation

_PICTURE = frozenset({"VP8 ", "VP8L", "ALPH"})
_PROFILE, _EXIF, _XMP = 0x20, 0x08, 0x04  # flags of the header VP8X
_FRAME_HEADER = 16  # bytes of a frame's place, size and duration


def without_metadata(data: bytes) -> bytes:
    """A WebP's picture chunks as they are, with profile and orientation. Raises ContainerError if broken."""
    found = list(chunks(data))
    profile = any(one.name == "ICCP" for one in found)
    turned = next((orientation(one.payload.removeprefix(b"Exif\0\0")) for one in found if one.name == "EXIF"), UPRIGHT)
    body = b"".join(_kept(one, data, profile, turned) for one in found)
    if turned != UPRIGHT:
        body += chunk(b"EXIF", only_orientation(turned))
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def _kept(one: Chunk, data: bytes, profile: bool, turned: int) -> bytes:
    if one.name == "VP8X":
        if not one.payload:
            raise ContainerError("the header of the WebP is empty")
        flags = one.payload[0] & ~(_PROFILE | _EXIF | _XMP)
        flags |= (_PROFILE if profile else 0) | (_EXIF if turned != UPRIGHT else 0)
        return chunk(b"VP8X", bytes([flags]) + one.payload[1:10])
    if one.name == "ANMF":
        header, end = one.payload[:_FRAME_HEADER], len(one.payload)
        inside = within(one.payload, _FRAME_HEADER, end)
        picture = b"".join(one.payload[part.start : part.end] for part in inside if part.name in _PICTURE)
        return chunk(b"ANMF", header + picture)
    return data[one.start : one.end] if one.name in _PICTURE | {"ICCP", "ANIM"} else b""

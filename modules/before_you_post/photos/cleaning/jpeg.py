"""A JPEG without anything beside its picture: the coded picture is copied as it is, byte for byte."""

from __future__ import annotations

from ..containers.jpeg import APP0, APP1, APP2, APP14, COMMENT, START, Segment, segments
from ..parts.directories import UPRIGHT, orientation
from .orientation import only_orientation

_ICC, _EXIF = b"ICC_PROFILE\0", b"Exif\0\0"
_BESIDE = frozenset({*range(0xE0, 0xF0), COMMENT})


def without_metadata(data: bytes) -> bytes:
    """The first picture of a JPEG file with its colour profile and its orientation, and nothing else.

    Raises ContainerError where the file is not built as a JPEG.
    """
    parts, turned = [], UPRIGHT
    for segment in segments(data):
        if segment.marker == APP1 and segment.payload.startswith(_EXIF) and turned == UPRIGHT:
            turned = orientation(segment.payload.removeprefix(_EXIF))
        parts.append(_kept(segment, data))
    begun = parts.index(b"\xff\xd8") + 1
    if turned != UPRIGHT:
        parts.insert(begun + (segment_is_jfif(parts[begun])), _segment(APP1, _EXIF + only_orientation(turned)))
    return b"".join(parts)


def segment_is_jfif(part: bytes) -> bool:
    """JFIF asks to stand first, so EXIF comes second."""
    return part.startswith(b"\xff\xe0")


def _kept(segment: Segment, data: bytes) -> bytes:
    """What of a segment stays. An allow-list: what nobody knows goes."""
    if segment.marker == START or segment.marker not in _BESIDE:
        return data[segment.start : segment.end]
    if segment.marker == APP0 and segment.payload.startswith(b"JFIF\0"):
        return _segment(APP0, segment.payload[:12] + b"\0\0")  # density; without the thumbnail
    if segment.marker == APP2 and segment.payload.startswith(_ICC):
        return data[segment.start : segment.end]
    if segment.marker == APP14 and segment.payload.startswith(b"Adobe"):
        return _segment(APP14, segment.payload[:12])  # how the colours are coded
    return b""


def _segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(payload) + 2).to_bytes(2) + payload

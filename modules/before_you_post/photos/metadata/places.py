"""Where the camera says it was: phones write the place of every photo into the file, invisible and exact.

A home address can be read from it, and so can the fact that somebody visited a clinic.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence

from ..parts.directories import Entry

# ISO 6709 as MP4 and QuickTime carry it: +34.0736-118.4004/
_ISO_6709 = re.compile(rb"([+-]\d{1,2}\.\d+)([+-]\d{1,3}\.\d+)")
_VIDEO_MARKS = (b"\xa9xyz", b"location.ISO6709", b"loci")
_NEAR = 65_536  # bytes after a mark in which QuickTime keeps the value of a key
_LATITUDE, _LONGITUDE = (1, 2), (3, 4)  # reference and value in the GPS directory


def from_directory(entries: Mapping[int, Entry]) -> tuple[float, float] | None:
    """Latitude and longitude of a GPS directory, in degrees; ``None`` where one of them is missing."""
    values = [_degrees(entries.get(value), entries.get(reference)) for reference, value in (_LATITUDE, _LONGITUDE)]
    return (values[0], values[1]) if values[0] is not None and values[1] is not None else None


def from_words(latitude: str, longitude: str) -> tuple[float, float] | None:
    """A place as XMP writes it; ``None`` for words that are no numbers."""
    values = [_spoken(words) for words in (latitude, longitude)]
    return (values[0], values[1]) if values[0] is not None and values[1] is not None else None


def from_video(data: bytes) -> Iterator[tuple[float, float]]:
    """Places in the video half of a motion photo."""
    for mark in _VIDEO_MARKS:
        at = data.find(mark)
        if at >= 0:
            found = _ISO_6709.search(data, at, at + _NEAR)
            if found:
                yield float(found.group(1)), float(found.group(2))


def exists(latitude: float, longitude: float) -> bool:
    """Whether there is such a place. 0/0 is what programs write for "unknown"; it lies in the Atlantic."""
    return abs(latitude) <= 90 and abs(longitude) <= 180 and (latitude, longitude) != (0, 0)


def _degrees(entry: Entry | None, reference: Entry | None) -> float | None:
    if entry is None or isinstance(entry.value, bytes):
        return None
    degrees = _sum(entry.value[:3])
    letter = reference.value[:1].upper() if reference and isinstance(reference.value, bytes) else b""
    return -degrees if letter in (b"S", b"W") else degrees


def _spoken(words: str) -> float | None:
    """``34,4.416N`` (degrees, minutes), ``34,4,25N``, or plain decimal degrees."""
    words = words.strip().upper()
    letter = words[-1:] if words[-1:] in ("N", "S", "E", "W") else ""
    try:
        parts = [float(part) for part in words.removesuffix(letter).split(",")]
    except ValueError:
        return None
    degrees = _sum([abs(part) for part in parts[:3]])
    return -degrees if parts[0] < 0 or letter in ("S", "W") else degrees


def _sum(parts: Sequence[float]) -> float:
    degrees = math.fsum(part / 60**place for place, part in enumerate(parts))
    return degrees if math.isfinite(degrees) else 0.0

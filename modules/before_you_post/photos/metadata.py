"""Where the camera says it was: phones write the place of every photo into the file, invisible and exact.

A home address can be read from it, and so can the fact that somebody visited a clinic. EXIF and XMP are read with
Pillow's help; the raw bytes are searched as well, because an extended XMP block, a second frame of a phone's
multi-picture file and the video behind a motion photo are parts of the file that a picture library passes over.
"""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image

from ..records import GpsPosition
from .opening import FORMATS

_MAX_FRAMES = 4  # a multi-picture file holds the photo and one or two helpers
_XMP = re.compile(
    rb"GPS(Latitude|Longitude)\s*(?:=\s*[\"']|>)\s*"
    rb"(-?\d{1,3}(?:\.\d+)?(?:,\d{1,2}(?:\.\d+)?){0,2})\s*([NSEW]?)",
    re.I,
)
# The position atom of MP4 and QuickTime, as the video half of a motion photo carries it (ISO 6709: +34.0736-118.4004/)
_ATOM = re.compile(rb"\xa9xyz.{4}([+-]\d{1,2}\.\d+)([+-]\d{1,3}\.\d+)", re.S)


def gps_positions(data: bytes) -> tuple[GpsPosition, ...]:
    """Find every place written into a picture file; an empty tuple means none was found. Never raises on bad files."""
    found: dict[tuple[float, float], GpsPosition] = {}
    for latitude, longitude, block in (*_from_exif(data), *_from_xmp(data), *_from_video(data)):
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):
            continue
        # Some programs write 0/0 for "unknown". That point lies in the Atlantic and tells nobody's whereabouts.
        if latitude == 0 and longitude == 0:
            continue
        key = (round(latitude, 5), round(longitude, 5))
        found.setdefault(key, GpsPosition(latitude=key[0], longitude=key[1], found_in=block))
    return tuple(found.values())


def _from_exif(data: bytes) -> Iterator[tuple[float, float, str]]:
    for number, block in enumerate(_gps_blocks(data)):
        position = _exif_position(block)
        if position:
            yield *position, "EXIF" if number == 0 else "EXIF of a further picture in the file"


def _gps_blocks(data: bytes) -> list[dict[int, Any]]:
    blocks: list[dict[int, Any]] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                frames = getattr(image, "n_frames", 1) if image.format == "MPO" else 1
                for frame in range(min(frames, _MAX_FRAMES)):
                    if frame:
                        image.seek(frame)
                    blocks.append(dict(image.getexif().get_ifd(ExifTags.IFD.GPSInfo)))
    except Exception:  # noqa: S110 - damaged metadata raises anything; the picture itself is judged by ``opening``
        pass
    return blocks


def _exif_position(block: dict[int, Any]) -> tuple[float, float] | None:
    latitude = _degrees(block.get(ExifTags.GPS.GPSLatitude), block.get(ExifTags.GPS.GPSLatitudeRef))
    longitude = _degrees(block.get(ExifTags.GPS.GPSLongitude), block.get(ExifTags.GPS.GPSLongitudeRef))
    return None if latitude is None or longitude is None else (latitude, longitude)


def _degrees(value: Any, reference: Any) -> float | None:
    """Degrees, minutes, seconds to signed degrees; a missing reference counts as north and east."""
    try:
        parts = [float(part) for part in value]
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    degrees = math.fsum(part / 60**place for place, part in enumerate(parts[:3]))
    if not parts or not math.isfinite(degrees):
        return None
    return -degrees if str(reference).strip("b'\x00 ").upper()[:1] in ("S", "W") else degrees


def _from_xmp(data: bytes) -> Iterator[tuple[float, float, str]]:
    for packet in (data, *_packets(data)):
        pending: dict[bytes, float] = {}
        for name, number, reference in _XMP.findall(packet):
            pending[name.lower()] = _xmp_degrees(number, reference)
            if len(pending) == 2:
                yield pending[b"latitude"], pending[b"longitude"], "XMP"
                pending = {}


def _packets(data: bytes) -> list[bytes]:
    """XMP that the raw bytes may hide: PNG can store it compressed."""
    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as image:
            image.load()
            values = [value for key, value in image.info.items() if "xmp" in str(key).lower()]
    except Exception:
        return []
    return [value.encode() if isinstance(value, str) else bytes(value) for value in values]


def _xmp_degrees(number: bytes, reference: bytes) -> float:
    """XMP writes ``34,4.416N`` (degrees, minutes) or ``34,4,25N``; some programs plain decimal degrees."""
    parts = [float(part) for part in number.decode().split(",")]
    sign = -1.0 if parts[0] < 0 or reference.upper() in (b"S", b"W") else 1.0
    return sign * math.fsum(abs(part) / 60**place for place, part in enumerate(parts[:3]))


def _from_video(data: bytes) -> Iterator[tuple[float, float, str]]:
    for latitude, longitude in _ATOM.findall(data):
        yield float(latitude), float(longitude), "video inside the file"

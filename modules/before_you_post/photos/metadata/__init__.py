"""Everything that is written into a picture file beside the picture.

Each kind of block has a reader of its own; they are asked for every part of the file (``photos/parts``), also of the
further pictures inside it. What is there and could not be read is an item of kind UNREAD, so that nobody takes
silence for a clean file. What every photo needs to be shown right (turning, colours, resolution) gives no item.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version

from ...records import Camera, GpsPosition, MetadataItem, MetadataKind
from ..parts import Part, PartKind, parts
from . import credentials, exif, iptc, places, words, xmp
from .found import Found

NAME = f"our own reader of metadata blocks, c2pa {version('c2pa-python')}"
_FURTHER = " of a further picture in the file"
_DEEPEST = 3  # a picture in a picture in a picture
_MOST_ITEMS = 500

__all__ = ["NAME", "Metadata", "read_metadata"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What one file says beside its picture. All empty = everything was read, and there was nothing."""

    gps: tuple[GpsPosition, ...] = ()
    items: tuple[MetadataItem, ...] = ()
    cameras: tuple[Camera, ...] = ()


def read_metadata(data: bytes) -> Metadata:
    """Read every block of metadata in a picture file, without decoding it. Never raises, whatever the bytes are."""
    positions: dict[tuple[float, float], GpsPosition] = {}
    items: dict[MetadataItem, None] = {}
    cameras: dict[Camera, None] = {}
    for found in _found(data, 0):
        items |= dict.fromkeys(found.items)
        cameras |= dict.fromkeys(found.cameras)
        for latitude, longitude, block in found.places:
            if places.exists(latitude, longitude):
                key = (round(latitude, 5), round(longitude, 5))
                positions.setdefault(key, GpsPosition(latitude=key[0], longitude=key[1], found_in=block))
        if len(items) > _MOST_ITEMS:
            break
    return Metadata(gps=tuple(positions.values()), items=_limited(list(items)), cameras=tuple(cameras))


def _limited(items: list[MetadataItem]) -> tuple[MetadataItem, ...]:
    if len(items) <= _MOST_ITEMS:
        return tuple(items)
    more = MetadataItem(
        kind=MetadataKind.UNREAD, name="more metadata", found_in="file", value=f"more than {_MOST_ITEMS} entries"
    )
    return (*items[:_MOST_ITEMS], more)


def _found(data: bytes, depth: int) -> Iterator[Found]:
    signed = False
    for part in parts(data):
        if part.kind is PartKind.CREDENTIALS:
            if not signed:  # one reading tells all of a file's manifests
                yield credentials.read(data)
            signed = True
        elif part.kind is PartKind.PICTURE:
            if depth < _DEEPEST and not part.item:
                yield from map(_of_a_further_picture, _found(part.data, depth + 1))
        else:
            yield _read(part)


def _read(part: Part) -> Found:
    match part.kind:
        case PartKind.EXIF:
            return exif.read(part.data, part.found_in)
        case PartKind.XMP:
            return xmp.read(part.data)
        case PartKind.IPTC:
            return iptc.read(part.data)
        case PartKind.TEXT:
            return words.read(part.name, part.found_in, part.data.decode("utf-8", "replace"))
    found = Found()
    if part.kind is PartKind.VIDEO:
        found.places += [(*place, "video inside the file") for place in places.from_video(part.data)]
        found.unread("video", part.found_in, f"{part.name} of {len(part.data)} bytes")
    else:
        found.unread(part.name or "unknown block", part.found_in, _glimpse(part.data))
    return found


def _glimpse(data: bytes) -> str:
    letters = data.decode("ascii", "replace")
    return f"begins with “{''.join(letter if letter.isprintable() else '·' for letter in letters)}”"


def _of_a_further_picture(found: Found) -> Found:
    return Found(
        items=[replace(item, found_in=_further(item.found_in)) for item in found.items],
        places=[(latitude, longitude, _further(block)) for latitude, longitude, block in found.places],
        cameras=found.cameras,
    )


def _further(block: str) -> str:
    return block if block.endswith(_FURTHER) else block + _FURTHER

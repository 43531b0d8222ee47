"""Read what camera makers keep in a block of their own: serial numbers, owners' names, identifiers of the shot.

A maker note has no standard. Most are one more directory, in a few known places; layouts and numbers below are those
documented by ExifTool's tag names (https://exiftool.org/TagNames). Whatever the rest of a note says, nobody here can
vouch for it, so a note is always reported as partly unread too.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...records import Camera
from ...records import MetadataKind as Kind
from ..parts.directories import Entry, Structure, structure
from .found import Found

FOUND_IN = "maker note"
_Tags = Mapping[int, tuple[str, Kind]]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where a note that begins with ``prefix`` keeps its directory, and what its offsets are counted from."""

    prefix: bytes
    maker: str
    start: int  # of the directory, from the start of the note
    of_note: bool = False  # offsets are counted from the start of the note, not of the EXIF block
    order_at: int | None = None  # where the note says its own byte order
    inner: bool = False  # at ``start`` a whole TIFF structure begins


_LAYOUTS = (
    _Layout(b"Nikon\0\x02", "nikon", 10, inner=True),
    _Layout(b"Nikon\0\x01", "nikon", 8),
    _Layout(b"OLYMPUS\0", "olympus", 12, of_note=True, order_at=8),
    _Layout(b"OM SYSTEM\0", "olympus", 16, of_note=True, order_at=12),
    _Layout(b"OLYMP\0", "olympus", 8),
    _Layout(b"FUJIFILM", "fujifilm", 12, of_note=True),
    _Layout(b"Panasonic\0", "panasonic", 12),
    _Layout(b"LEICA\0", "panasonic", 8),
    _Layout(b"SONY ", "sony", 12),
    _Layout(b"Apple iOS\0", "apple", 14, of_note=True, order_at=12),
    _Layout(b"PENTAX \0", "pentax", 10, of_note=True, order_at=8),
    _Layout(b"AOC\0", "pentax", 6, order_at=4),
    _Layout(b"SIGMA\0", "sigma", 10),
    _Layout(b"FOVEON\0", "sigma", 10),
    _Layout(b"RICOH\0", "ricoh", 8),
    _Layout(b"Ricoh\0", "ricoh", 8),
    _Layout(b"QVC\0", "casio", 6),
)

_TAGS: Mapping[str, _Tags] = {
    "canon": {
        0x0007: ("CanonFirmwareVersion", Kind.SOFTWARE),
        0x0009: ("OwnerName", Kind.PERSON),
        0x000C: ("SerialNumber", Kind.SERIAL),
        0x0028: ("ImageUniqueID", Kind.DOCUMENT),
        0x0096: ("InternalSerialNumber", Kind.SERIAL),
    },
    "nikon": {0x001D: ("SerialNumber", Kind.SERIAL), 0x00A0: ("SerialNumber", Kind.SERIAL)},
    "olympus": {0x0404: ("SerialNumber", Kind.SERIAL), 0x101A: ("SerialNumber", Kind.SERIAL)},
    "equipment": {
        0x0101: ("SerialNumber", Kind.SERIAL),
        0x0102: ("InternalSerialNumber", Kind.SERIAL),
        0x0202: ("LensSerialNumber", Kind.SERIAL),
    },
    "fujifilm": {0x0010: ("InternalSerialNumber", Kind.SERIAL)},
    "panasonic": {
        0x0025: ("InternalSerialNumber", Kind.SERIAL),
        0x0052: ("LensSerialNumber", Kind.SERIAL),
        0x0065: ("Title", Kind.WORDS),
        0x0066: ("BabyName", Kind.PERSON),
        0x0067: ("Location", Kind.PLACE),
        0x006D: ("City", Kind.PLACE),
        0x006F: ("Landmark", Kind.PLACE),
    },
    "sony": {0x2031: ("SerialNumber", Kind.SERIAL)},
    "apple": {
        0x0011: ("ContentIdentifier", Kind.DOCUMENT),
        0x0015: ("ImageUniqueID", Kind.DOCUMENT),
        0x0020: ("ImageCaptureRequestID", Kind.DOCUMENT),
        0x002B: ("PhotoIdentifier", Kind.DOCUMENT),
    },
    "pentax": {
        0x0229: ("SerialNumber", Kind.SERIAL),
        0x022E: ("Artist", Kind.PERSON),
        0x022F: ("Copyright", Kind.PERSON),
    },
    "samsung": {0xA002: ("SerialNumber", Kind.SERIAL)},
    "sigma": {0x0002: ("SerialNumber", Kind.SERIAL)},
    "ricoh": {0x0005: ("SerialNumber", Kind.SERIAL)},
}
_EQUIPMENT = 0x2010  # Olympus keeps serial numbers one directory deeper
_OF_THE_BODY = ("SerialNumber", "InternalSerialNumber")


def read(block: Structure, entry: Entry, make: str) -> Found:
    """The serial numbers, names and identifiers of a note (the value of entry 0x927C); never raises."""
    found = Found()
    note = entry.whole
    if not note.strip(b"\0"):
        return found
    layout = next((each for each in _LAYOUTS if note.startswith(each.prefix)), None)
    words = make.lower().split()
    maker = layout.maker if layout else words[0] if words else ""
    inside, start = _directory(block, entry.offset, note, layout)
    entries = (inside.directory(start)[0] if inside else None) or {}
    _tell(entries, _TAGS.get(maker, {}), found)
    if maker == "olympus" and inside and _EQUIPMENT in entries:
        _tell(inside.directory(entries[_EQUIPMENT].number)[0] or {}, _TAGS["equipment"], found)
    serials = [item.value for item in found.items if item.kind is Kind.SERIAL and item.name in _OF_THE_BODY]
    found.cameras += [Camera(serial=serial) for serial in serials[:1]]
    known = f", of which {len(found.items)} entries are known" if found.items else ""
    found.unread("MakerNote", FOUND_IN, f"{len(note)} bytes of the maker's own{known}")
    return found


def _directory(block: Structure, at: int, note: bytes, layout: _Layout | None) -> tuple[Structure | None, int]:
    """The structure that offsets in the note belong to, and where in it the directory begins."""
    if layout is None:
        return block, at
    if layout.inner:
        inner = structure(note[layout.start :])
        return inner, struct.unpack_from(inner.order + "I", inner.data, 4)[0] if inner and len(inner.data) >= 8 else 0
    order = block.order
    if layout.order_at is not None:
        order = ">" if note[layout.order_at : layout.order_at + 2] == b"MM" else "<"
    if layout.maker == "fujifilm":  # always little-endian, and says where its directory begins
        start = int.from_bytes(note[8:12], "little")
        return Structure(note, "<"), start
    if layout.of_note:
        return Structure(note, order), layout.start
    return replace(block, order=order), at + layout.start


def _tell(entries: Mapping[int, Entry], tags: _Tags, found: Found) -> None:
    for tag, (name, kind) in tags.items():
        if tag in entries:
            found.add(kind, name, FOUND_IN, _words(entries[tag]))


def _words(entry: Entry) -> str:
    value = entry.value
    if isinstance(value, bytes):
        words = value.strip(b"\0 ")
        return words.decode() if _is_text(words) else words.hex()
    return ", ".join(str(number) for number in value[:8] if number)


def _is_text(words: bytes) -> bool:
    """Whether bytes are letters in UTF-8 rather than a number in the maker's own form."""
    try:
        return words.decode().isprintable()
    except UnicodeDecodeError:
        return False

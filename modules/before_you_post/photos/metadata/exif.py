"""Read an EXIF block: who, when, with which camera, and what somebody wrote beside the picture."""

from __future__ import annotations

from collections.abc import Mapping

from ...records import Camera, MetadataKind
from ..parts.directories import Directory, Entry, Structure, directories, structure
from . import exif_tags as known
from . import maker_notes, places
from .found import Found

_CHARACTERS: Mapping[bytes, str] = {b"ASCII\0\0\0": "ascii", b"JIS\0\0\0\0\0": "iso2022_jp"}
_UNICODE = b"UNICODE\0"
_WITHOUT_CONTENT = frozenset("0: -/")  # "0000:00:00 00:00:00" is how a camera without a clock writes the time


def read(data: bytes, found_in: str) -> Found:
    """Everything in one block that says something about somebody; never raises."""
    found = Found()
    block = structure(data)
    if block is None:
        found.unread("EXIF", found_in, f"{len(data)} bytes that are no EXIF block")
        return found
    camera: dict[int, str] = {}
    for directory in directories(block):
        if directory.spoilt:
            found.unread(f"directory {directory.name}", found_in, "a directory that is spoilt or too large")
        elif directory.name == "GPS":
            _gps(block, directory, found, found_in)
        else:
            _ordinary(block, directory, found, found_in, camera)
    _camera(camera, found)
    return found


def _ordinary(block: Structure, directory: Directory, found: Found, found_in: str, camera: dict[int, str]) -> None:
    unknown = []
    for tag, entry in directory.entries.items():
        if tag in known.TAGS:
            name, kind = known.TAGS[tag]
            value = words(entry, block.order)
            if kind is MetadataKind.DATE and set(value) <= _WITHOUT_CONTENT:
                continue
            found.add(kind, name, found_in, value)
            camera.setdefault(tag, value)
        elif tag == known.MAKER_NOTE:
            make = camera.get(known.MAKE, "")
            note = maker_notes.read(block, entry, make)
            found.items += note.items
            found.cameras += note.cameras
        elif tag not in known.HARMLESS and directory.name != "Interop" and _says_something(entry):
            unknown.append(f"0x{tag:04X}")
    if unknown:
        found.unread("entries of unknown meaning", found_in, ", ".join(unknown))


def _gps(block: Structure, directory: Directory, found: Found, found_in: str) -> None:
    place = places.from_directory(directory.entries)
    if place:
        found.places.append((*place, found_in))
    for tag, entry in directory.entries.items():
        if tag in known.GPS_TAGS:
            name, kind = known.GPS_TAGS[tag]
            of_place = tag in (0x0002, 0x0004)
            if of_place and (not _says_something(entry) or (place and (places.exists(*place) or place == (0, 0)))):
                continue  # told as a place already
            found.add(kind, name, found_in, words(entry, block.order))
        elif tag not in known.GPS_HARMLESS:
            found.unread(f"GPS entry 0x{tag:04X}", found_in, words(entry, block.order) or "something")


def _camera(values: Mapping[int, str], found: Found) -> None:
    make, model = (values.get(tag, "").strip() or None for tag in (known.MAKE, known.MODEL))
    serial = next((values[tag] for tag in (known.BODY_SERIAL, known.DNG_SERIAL, 0xFDE9) if values.get(tag)), None)
    noted = next((camera.serial for camera in found.cameras if camera.serial), None)
    found.cameras.clear()
    if make or model or serial or noted:
        found.cameras.append(Camera(make=make, model=model, serial=serial or noted))


def _says_something(entry: Entry) -> bool:
    value = entry.value
    return bool(value.strip(b"\0 ")) if isinstance(value, bytes) else any(value)


def words(entry: Entry, order: str) -> str:
    """The value of an entry as words: text in its own coding, numbers with commas between."""
    value = entry.value
    if not isinstance(value, bytes):
        return ", ".join(f"{number:g}" if isinstance(number, float) else str(number) for number in value[:16])
    wide = "utf-16-le" if order == "<" else "utf-16-be"
    if entry.tag in known.WIDE_TEXT:
        return value.decode("utf-16-le", "replace").strip("\0 ")
    if entry.tag in (known.USER_COMMENT, known.AREA_INFORMATION):
        if value.startswith(_UNICODE):
            return _utf_16(value[8:], wide)
        value, coding = value[8:], _CHARACTERS.get(value[:8], "utf-8")
        return value.decode(coding, "replace").strip("\0 ")
    return plain(value)


def plain(value: bytes) -> str:
    """Bytes as words: UTF-8, which programs write today, or the Western letters they wrote before."""
    try:
        return value.decode().strip("\0 ")
    except UnicodeDecodeError:
        return value.decode("latin-1").strip("\0 ")


def _utf_16(value: bytes, coding: str) -> str:
    """UTF-16 in the order of the block, or in the other one, as some programs write: whichever gives plain letters."""
    other = "utf-16-be" if coding == "utf-16-le" else "utf-16-le"
    readings = [value.decode(each, "replace").strip("\0 \ufeff") for each in (coding, other)]
    return min(readings, key=lambda reading: sum(letter > "\u2fff" for letter in reading))

"""Serial numbers and names are found in the makers' own blocks, laid out by hand as their documentation says.

No file of a real camera is at hand; ``exifread``, which knows some of the same blocks, is asked for a second opinion.
"""

from __future__ import annotations

import struct
from io import BytesIO

import exifread
import pytest

from before_you_post.photos.metadata import read_metadata
from before_you_post.records import MetadataItem, MetadataKind
from seeded_files import tiff


def directory(entries: dict[int, bytes], at: int, order: str = "<") -> bytes:
    """A directory of texts whose offsets are counted so that it begins at ``at``."""
    table, values = struct.pack(order + "H", len(entries)), b""
    for tag, value in sorted(entries.items()):
        place = at + 2 + 12 * len(entries) + 4 + len(values)
        inline = value.ljust(4, b"\0") if len(value) <= 4 else struct.pack(order + "I", place)
        table += struct.pack(order + "HHI", tag, 2, len(value)) + inline
        values += value if len(value) > 4 else b""
    return table + bytes(4) + values


def block_with(make: str, note: bytes) -> bytes:
    return tiff({0x010F: make, 0x0110: "Model"}, {0x927C: note})


def offset_of_note(make: str) -> int:
    """Where the note begins in a block: its offsets are counted from the start of the block."""
    mark = b"#" * 64
    return block_with(make, mark).index(mark)


def counted_from_the_block(make: str, head: bytes, entries: dict[int, bytes]) -> bytes:
    return block_with(make, head + directory(entries, offset_of_note(make) + len(head)))


NIKON = b"Nikon\0\x02\x10\0\0" + b"II*\0\x08\0\0\0" + directory({0x001D: b"3004417\0"}, 8)
FUJI = b"FUJIFILM\x0c\0\0\0" + directory({0x0010: b"FX2290417\0"}, 12)
APPLE = b"Apple iOS\0\0\x01MM" + directory({0x0011: b"A1B2-C3\0", 0x0015: b"UID-7\0"}, 14, ">")
PENTAX = b"PENTAX \0MM" + directory({0x0229: b"4417001\0"}, 10, ">")
NOTES = {
    "Canon": counted_from_the_block(
        "Canon", b"", {0x0009: b"Barnaby Thistledown\0", 0x0096: b"ZA0417\0", 0x0007: b"Firmware 1\0"}
    ),
    "NIKON CORPORATION": block_with("NIKON CORPORATION", NIKON),
    "FUJIFILM": block_with("FUJIFILM", FUJI),
    "Apple": block_with("Apple", APPLE),
    "RICOH IMAGING": block_with("RICOH IMAGING", PENTAX),
    "Panasonic": counted_from_the_block(
        "Panasonic", b"Panasonic\0\0\0", {0x0025: b"F55-0417\0", 0x0066: b"Ottoline\0", 0x006F: b"Harbour Clinic\0"}
    ),
    "SONY": counted_from_the_block("SONY", b"SONY DSC \0\0\0", {0x2031: b"5300417\0"}),
    "OLYMPUS": counted_from_the_block("OLYMPUS", b"OLYMP\0\x01\0", {0x0404: b"BHC0417\0"}),
}
TOLD = {
    "Canon": {("OwnerName", "Barnaby Thistledown"), ("InternalSerialNumber", "ZA0417")},
    "NIKON CORPORATION": {("SerialNumber", "3004417")},
    "FUJIFILM": {("InternalSerialNumber", "FX2290417")},
    "Apple": {("ContentIdentifier", "A1B2-C3"), ("ImageUniqueID", "UID-7")},
    "RICOH IMAGING": {("SerialNumber", "4417001")},
    "Panasonic": {("InternalSerialNumber", "F55-0417"), ("BabyName", "Ottoline"), ("Landmark", "Harbour Clinic")},
    "SONY": {("SerialNumber", "5300417")},
    "OLYMPUS": {("SerialNumber", "BHC0417")},
}


def noted(block: bytes) -> list[MetadataItem]:
    return [item for item in read_metadata(block).items if item.found_in == "maker note"]


@pytest.mark.parametrize("make", NOTES)
def test_what_a_maker_notes_of_its_own_is_found(make: str) -> None:
    assert TOLD[make] <= {(item.name, item.value) for item in noted(NOTES[make])}


@pytest.mark.parametrize("make", [make for make in TOLD if any("Serial" in name for name, _ in TOLD[make])])
def test_a_serial_number_of_the_body_belongs_to_the_camera(make: str) -> None:
    [camera] = read_metadata(NOTES[make]).cameras
    [serial] = [value for name, value in TOLD[make] if "Serial" in name]
    assert (camera.make, camera.serial) == (make, serial)


@pytest.mark.parametrize("make", ["Canon", "NIKON CORPORATION", "FUJIFILM", "OLYMPUS"])
def test_another_reader_finds_the_same(make: str) -> None:
    # Of Apple's notes it counts offsets from another place than ExifTool and Exiv2 do.
    tags = exifread.process_file(BytesIO(NOTES[make]))
    theirs = {str(value) for name, value in tags.items() if name.startswith("MakerNote")}
    assert {value for _, value in TOLD[make]} <= theirs


@pytest.mark.parametrize("note", [*NOTES.values(), block_with("Fern", b"\x07secret" * 9)])
def test_nobody_vouches_for_the_rest_of_a_note(note: bytes) -> None:
    [unread] = [item for item in noted(note) if item.kind is MetadataKind.UNREAD]
    assert "bytes of the maker's own" in unread.value


def test_an_empty_note_is_nothing() -> None:
    assert noted(block_with("Fern", bytes(64))) == []

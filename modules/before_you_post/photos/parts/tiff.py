"""What a TIFF structure holds besides its own entries: thumbnails, further pages, and blocks of other kinds."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import EmbeddedKind
from . import photoshop
from .directories import Directory, Structure, directories, structure, weight
from .part import Part, PartKind, credentials, picture, unread

_SUBFILE, _WIDTH, _JPEG_START, _JPEG_LENGTH = 0x00FE, 0x0100, 0x0201, 0x0202
_XMP, _IPTC, _PHOTOSHOP, _C2PA = 0x02BC, 0x83BB, 0x8649, 0xCD41
_MOST_TIMES = 4  # entries may share bytes, but not all of them all
_REDUCED = 1  # bit of NewSubfileType: a smaller copy of another page


def parts(data: bytes) -> Iterator[Part]:
    """A TIFF file, which is one EXIF block that also holds the picture."""
    yield Part(kind=PartKind.EXIF, data=data, found_in="EXIF")


def inside(data: bytes, found_in: str, *, file: bool) -> Iterator[Part]:
    """The parts that an EXIF block (or, if ``file``, a TIFF file) contains; never raises."""
    block = structure(data)
    if block is None:
        return  # its reader says so
    if is_hostile(data):
        yield unread(data, found_in, "entries that claim far more than the block holds")
        return
    for directory in directories(block):
        yield from _blocks(directory)
        if directory.name not in ("0", "Exif", "GPS", "Interop"):
            yield from _picture(block, directory, found_in, file=file)


def is_hostile(data: bytes) -> bool:
    """Whether a block claims so much more than it holds that reading all of it would fill the memory."""
    return weight(data) > _MOST_TIMES * len(data) + 2**20


def _blocks(directory: Directory) -> Iterator[Part]:
    """XMP, IPTC, Photoshop's resources and C2PA, which TIFF keeps in entries."""
    entries = directory.entries
    if _XMP in entries:
        yield Part(kind=PartKind.XMP, data=entries[_XMP].whole, found_in="XMP")
    if _IPTC in entries:
        yield Part(kind=PartKind.IPTC, data=entries[_IPTC].whole, found_in="IPTC")
    if _PHOTOSHOP in entries:
        yield from photoshop.parts(entries[_PHOTOSHOP].whole)
    if _C2PA in entries:
        yield credentials(entries[_C2PA].whole)


def _picture(block: Structure, directory: Directory, found_in: str, *, file: bool) -> Iterator[Part]:
    entries = directory.entries
    reduced = _SUBFILE in entries and entries[_SUBFILE].number & _REDUCED
    kind = EmbeddedKind.THUMBNAIL if reduced or not file else EmbeddedKind.FRAME
    where = "TIFF" if file else found_in
    if _JPEG_START in entries and _JPEG_LENGTH in entries:
        start = entries[_JPEG_START].number
        yield picture(block.data[start : start + entries[_JPEG_LENGTH].number], where, kind)
    elif _WIDTH in entries:
        yield picture(block.data, where, kind, item=directory.offset)


def showing(data: bytes, offset: int) -> bytes:
    """The same bytes with the directory at ``offset`` named as the first: a TIFF file that shows that picture."""
    return data[:4] + offset.to_bytes(4, "little" if data[:2] == b"II" else "big") + data[8:]

"""A part of a picture file: one block of metadata, or one more picture, as the file stores it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...records import EmbeddedKind


class PartKind(StrEnum):
    """What a part holds, so that a reader of it knows how to read."""

    EXIF = "EXIF"  # a TIFF structure, from its byte-order mark on
    XMP = "XMP"  # one packet of XML
    IPTC = "IPTC"  # records of the IPTC Information Interchange Model
    TEXT = "text"  # words, already decoded as UTF-8
    CREDENTIALS = "C2PA"  # a manifest store is there; it is read from the whole file
    PICTURE = "picture"  # a whole picture file of its own
    VIDEO = "video"
    UNREAD = "unread"  # nobody here can read it


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part. ``data`` is the content without the container's own headers."""

    kind: PartKind
    data: bytes
    found_in: str  # as MetadataItem.found_in: "EXIF", "PNG text"
    name: str = ""  # the block's own name: "Comment", "Description", the four letters of an unknown chunk
    picture: EmbeddedKind | None = None  # of what kind a picture it is, if one
    item: int = 0  # the place of the picture inside ``data`` where that is not its first: ``parts.picture_file``


MOST_PARTS = 2_000  # a file with more was made to keep a reader busy; a 100-frame animation has some 300


def unread(data: bytes, found_in: str, name: str) -> Part:
    """A part that is there and that nobody here can read."""
    return Part(kind=PartKind.UNREAD, data=data[:64], found_in=found_in, name=name)


def picture(data: bytes, found_in: str, kind: EmbeddedKind, item: int = 0) -> Part:
    """A picture file inside the file, or the ``item`` of a container that also holds others."""
    return Part(kind=PartKind.PICTURE, data=data, found_in=found_in, picture=kind, item=item)


def text(words: str, found_in: str, name: str) -> Part:
    """Words beside the picture."""
    return Part(kind=PartKind.TEXT, data=words.encode("utf-8", "replace"), found_in=found_in, name=name)


def credentials(data: bytes = b"") -> Part:
    """The sign that a C2PA manifest store is in the file."""
    return Part(kind=PartKind.CREDENTIALS, data=data[:64], found_in="C2PA")

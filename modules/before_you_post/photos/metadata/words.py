"""Words beside the picture: PNG's text chunks, comments of JPEG and GIF, Photoshop's caption and file name."""

from __future__ import annotations

from collections.abc import Mapping

from ...records import MetadataKind as Kind
from .found import Found
from .xmp_names import kind_of

_KINDS: Mapping[str, Kind] = {
    "author": Kind.PERSON,
    "artist": Kind.PERSON,
    "copyright": Kind.PERSON,
    "software": Kind.SOFTWARE,
    "source": Kind.CAMERA,  # the device that made the picture (PNG, 11.3.3.2)
    "creation time": Kind.DATE,
    "time": Kind.DATE,
    "document name": Kind.DOCUMENT,
    "url": Kind.DOCUMENT,
    "parameters": Kind.SOFTWARE,  # the prompts of programs that make pictures
    "prompt": Kind.SOFTWARE,
    "workflow": Kind.SOFTWARE,
}
_ENCODERS = ("CREATOR: gd-jpeg", "LEAD Technologies", "Compressed by jpeg-recompress", "Optimized by JPEGmini")


def read(name: str, found_in: str, value: str) -> Found:
    """One piece of text as an item; what its name does not tell counts as words that somebody wrote."""
    found = Found()
    found.add(_kind(name, value), name, found_in, value)
    return found


def _kind(name: str, value: str) -> Kind:
    if name == "tIME":
        return Kind.DATE
    if value.startswith(_ENCODERS):
        return Kind.SOFTWARE
    known = _KINDS.get(name.lower())
    if known:
        return known
    sounds = kind_of("", name)  # ImageMagick writes "date:create", "exif:Artist"
    return Kind.WORDS if sounds in (None, Kind.UNREAD) else sounds

"""Everything one picture file says about itself, gathered once and kept under the hash of its bytes.

A file that cannot be opened is a fact too: ``problem`` says why, and everything that would have needed the pixels
stays ``None``, so that nobody later takes silence for a clean photo.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ..inputs.tree import open_location, size_of
from ..records import GpsPosition, PhotoFacts
from .metadata import gps_positions
from .opening import PictureError, decode, read_bytes
from .text import read_text

if TYPE_CHECKING:
    from io import BufferedReader

VERSION = 1  # raise it when a change here or below would give other facts for the same bytes


def content_hash(path: Path) -> tuple[str, int]:
    """SHA-256 (hexadecimal) and size in bytes of a file of any size; ``("", 0)`` when it cannot be read."""
    try:
        with open_location(str(path)) as file:
            return hashlib.file_digest(cast("BufferedReader", file), "sha256").hexdigest(), size_of(str(path))
    except OSError:
        return "", 0


def look(path: Path) -> PhotoFacts:
    """Look at one picture file: format, size, places in its metadata, text in the picture. Never raises on bad files.

    Takes 1 to 3 s of one core for a typical web picture, nearly all of it reading text.
    """
    try:
        data = read_bytes(path)
    except PictureError as error:
        sha256, size = content_hash(path)
        return PhotoFacts(sha256=sha256, byte_size=size, problem=error.reason)
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        picture = decode(data)
    except PictureError as error:
        return PhotoFacts(sha256=sha256, byte_size=len(data), problem=error.reason)
    return PhotoFacts(
        sha256=sha256,
        byte_size=len(data),
        format=picture.format,
        width=picture.width,
        height=picture.height,
        gps=gps_positions(data),
        text=read_text(picture.pixels),
    )


def places(path: Path) -> tuple[GpsPosition, ...]:
    """Only the places written into a file, without opening its picture; () for a file that cannot be read."""
    try:
        return gps_positions(read_bytes(path))
    except PictureError:
        return ()

"""Everything one picture file says about itself, gathered once and kept under the hash of its bytes.

A file that cannot be opened is a fact too: ``problem`` says why, and everything that would have needed the pixels
stays ``None``, so that nobody later takes silence for a clean photo. The same holds for each thing a program looks
for: where it is switched off or fails, the field stays ``None`` and its ``Look`` says why.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from ..inputs.tree import open_location, size_of
from ..records import EmbeddedPicture, Face, LookedFor, PhotoFacts, TextLine
from . import codes, embedded, faces, metadata, text
from .embedded import Inside
from .looks import Looks
from .metadata import Metadata
from .opening import Pixels, decode, read_bytes
from .refusal import PictureError

if TYPE_CHECKING:
    from io import BufferedReader

Found = TypeVar("Found", Face, TextLine)

VERSION = 2  # raise it when a change here or below would give other facts for the same bytes


def content_hash(path: Path) -> tuple[str, int]:
    """SHA-256 (hexadecimal) and size in bytes of a file of any size; ``("", 0)`` when it cannot be read."""
    try:
        with open_location(str(path)) as file:
            return hashlib.file_digest(cast("BufferedReader", file), "sha256").hexdigest(), size_of(str(path))
    except OSError:
        return "", 0


def look(path: Path, off: Collection[LookedFor] = ()) -> PhotoFacts:
    """Look at one picture file: its metadata, the pictures inside it, faces, words and square codes.

    ``off`` names what is not looked for. Never raises on bad files, nor where a program that looks fails. Takes 1 to
    4 s of one core for a typical web picture, most of it reading words.
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
    looks = Looks(off)
    pixels = picture.pixels
    known = looks.ask(LookedFor.METADATA, metadata.NAME, lambda: metadata.read_metadata(data))
    seen = PhotoFacts(
        sha256=sha256,
        byte_size=len(data),
        format=picture.format,
        width=picture.width,
        height=picture.height,
        gps=known.gps if known else None,
        metadata=known.items if known else None,
        cameras=known.cameras if known else None,
        faces=looks.ask(LookedFor.FACES, faces.name(), lambda: faces.find_faces(pixels)),
        text=looks.ask(LookedFor.TEXT, text.NAME, lambda: text.read_text(pixels)),
        codes=looks.ask(LookedFor.CODES, codes.NAME, lambda: codes.read_codes(pixels)),
    )
    missed = looks.missed
    inside = looks.ask(LookedFor.EMBEDDED, embedded.NAME, lambda: _embedded(data, pixels, missed))
    return replace(seen, embedded=inside, looks=looks.said)


def beside(path: Path) -> Metadata | None:
    """Only what is written into a file beside its picture, which is not opened; None for a file that cannot be read."""
    try:
        return metadata.read_metadata(read_bytes(path))
    except PictureError:
        return None


def programs(off: Collection[LookedFor] = ()) -> str:
    """Who looks, in eight hexadecimal digits: they differ for other programs or versions, or with more switched off."""
    names = (metadata.NAME, embedded.NAME, faces.name(), text.NAME, codes.NAME)
    return hashlib.sha256("\n".join((str(VERSION), *names, *sorted(off))).encode()).hexdigest()[:8]


def _embedded(data: bytes, photo: Pixels, missed: frozenset[LookedFor]) -> tuple[EmbeddedPicture, ...]:
    return tuple(_looked_at(inside, photo, missed) for inside in embedded.embedded_pictures(data))


def _looked_at(inside: Inside, photo: Pixels, missed: frozenset[LookedFor]) -> EmbeddedPicture:
    """One picture inside the file, looked at like the photo itself; what failed over the photo is not tried again."""
    picture = EmbeddedPicture(
        kind=inside.kind, found_in=inside.found_in, problem=inside.problem, width=inside.width, height=inside.height
    )
    if inside.pixels is None:
        return picture
    seen = () if LookedFor.FACES in missed else faces.find_faces(inside.pixels)
    words = () if LookedFor.TEXT in missed else text.read_text(inside.pixels)
    marks = () if LookedFor.CODES in missed else codes.read_codes(inside.pixels)
    grown = (inside.width or 1) / inside.pixels.shape[1]  # it may be a reduced copy
    return replace(
        picture,
        same_picture=embedded.same_picture(photo, inside.pixels),
        faces=None if LookedFor.FACES in missed else tuple(_grown(face, grown) for face in seen),
        text=None if LookedFor.TEXT in missed else tuple(_grown(line, grown) for line in (*words, *marks)),
    )


def _grown(found: Found, times: float) -> Found:
    """A face or a line of text, in pixels of a picture that is so many times larger."""
    return replace(found, outline=tuple((round(x * times, 1), round(y * times, 1)) for x, y in found.outline))

"""Is a cleaned file clean? Read again from its bytes, as a stranger would read it, before anybody relies on it."""

from __future__ import annotations

import numpy as np

from ...records import EmbeddedKind
from ..embedded import embedded_pictures
from ..metadata import read_metadata
from ..opening import PictureError, decode

_ANIMATIONS = frozenset({"GIF", "WEBP", "PNG"})  # their frames are what the public sees


def found_in(data: bytes) -> tuple[str, ...]:
    """What stands beside the picture in a file, each in a few words; () when nothing was found."""
    metadata = read_metadata(data)
    places = [f"place ({position.found_in})" for position in metadata.gps]
    items = [f"{item.kind}: {item.name} ({item.found_in})" for item in metadata.items]
    pictures = [
        f"{inside.kind} ({inside.found_in})"
        for inside in embedded_pictures(data)
        if not (inside.kind is EmbeddedKind.FRAME and inside.found_in in _ANIMATIONS)
    ]
    return tuple(dict.fromkeys((*places, *items, *pictures)))


def same_pixels(before: bytes, after: bytes) -> bool:
    """Both files show exactly the same upright pixels."""
    one, other = decode(before), decode(after)
    return one.pixels.shape == other.pixels.shape and bool(np.array_equal(one.pixels, other.pixels))


def prove(before: bytes, after: bytes, *, pixels_kept: bool) -> None:
    """Raises PictureError unless nothing is left beside the picture and, where promised, no pixel has changed."""
    left = found_in(after)
    if left:
        raise PictureError(f"Something would be left in the file: {'; '.join(left[:5])}.")
    if pixels_kept and not same_pixels(before, after):
        raise PictureError("The picture would not be the same.")

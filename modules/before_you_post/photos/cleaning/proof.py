"""Is a cleaned file clean? Read again from its bytes, as a stranger would read it, before anybody relies on it."""

from __future__ import annotations

import numpy as np

from ...records import EmbeddedKind
from ..embedded import embedded_pictures
from ..metadata import read_metadata
from ..opening import Pixels, decode
from ..refusal import PictureError

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


def prove(after: bytes, *, shows: Pixels | None) -> None:
    """Raises PictureError unless nothing is left beside the picture and, where promised, no pixel has changed.

    ``shows`` = what the upright picture must show, pixel by pixel; None = it was changed on purpose.
    """
    left = found_in(after)
    if left:
        raise PictureError(f"Something would be left in the file: {'; '.join(left[:5])}.")
    if shows is not None and not np.array_equal(shows, decode(after).pixels):
        raise PictureError("The picture would not be the same.")

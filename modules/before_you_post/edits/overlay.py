"""Text, stickers, logos: was anything put on the picture that shows something of its own?

A label such as "Before" is one too. The law forbids none of them as such, but what lies on a picture hides what is
under it, and a reader of the words in the picture (``photos.text``) will tell what they say.
"""

from __future__ import annotations

import cv2
import numpy as np

from ..records import EditState
from .alignment import Aligned
from .found import Found
from .hidden import hidden
from .published_copy import Mask
from .things import Thing, things

SENSITIVITY = "lettering, stickers and logos of 6 pixels or more that stand out from the picture"
_RING, _SURROUNDED = 61, 0.4  # pixels around a thing, and the share of them


def check(pair: Aligned) -> Found:
    """What lies over the panel and shows something, and the share of the panel it covers."""
    found = things(pair)
    adorning = [thing for thing in found if not thing.kind.hides]
    if adorning:
        gone = hidden(pair, found).where
        adorning = [thing for thing in adorning if not _surrounded(thing, gone)]
    return covering(adorning, pair, SENSITIVITY)


def _surrounded(thing: Thing, gone: Mask) -> bool:
    """Whether it is part of a place that was blurred or cut into squares, whose sharp edges look like a sticker."""
    around = cv2.dilate(thing.where.astype(np.uint8), np.ones((_RING, _RING), np.uint8)) > 0
    ring = around & ~thing.where
    return bool((gone & ring).sum() > _SURROUNDED * ring.sum())


def covering(found: list[Thing], pair: Aligned, sensitivity: str) -> Found:
    """The answer for things that lie over the panel, be they masks or overlays."""
    if not found:
        return Found(state=EditState.NONE_FOUND, sensitivity=sensitivity)
    where = np.logical_or.reduce([thing.where for thing in found])
    return Found(
        state=EditState.EDITED,
        what=", ".join(dict.fromkeys(thing.words for thing in found)),
        where=where,
        measure=round(float(where.sum() / max(1, pair.inside.sum())), 4),
        unit="share of the panel",
        sensitivity=sensitivity,
        heat=where.astype(np.float32),
    )

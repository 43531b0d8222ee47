"""Where one family of edits sees something, as a picture to lay over the published photo.

Made anew whenever somebody looks, and kept nowhere: it shows the patient as the photo does.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ..photos.opening import Pixels
from ..records import EditFamily, Match
from .alignment import CannotAlign
from .comparison import aligned, findings


def heat_map(published: Pixels, original: Pixels, match: Match, family: EditFamily) -> NDArray[np.uint8] | None:
    """Height x width of the published photo, 0 (as the original) to 255; 0 outside the panel.

    None where there is nothing to show: the pair cannot be compared, or the family has no place in the picture.
    """
    try:
        pair = aligned(published, original, match)
    except CannotAlign:
        return None
    heat = findings(pair)[family].heat
    if heat is None:
        return None
    whole = np.zeros(published.shape[:2], np.uint8)
    width, height = (round(side / pair.shrink) for side in pair.shape[::-1])
    panel = cv2.resize((heat.clip(0, 1) * 255).astype(np.uint8), (width, height), interpolation=cv2.INTER_LINEAR)
    room = whole[pair.top : pair.top + height, pair.left : pair.left + width]
    room[:] = panel[: room.shape[0], : room.shape[1]]
    return whole

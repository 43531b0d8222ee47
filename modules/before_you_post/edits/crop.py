"""How much of the original does the panel show? Geometry only: the match says where the panel lies in the original.

Cropping is permitted; it is told because it may hide what matters, or show less in one half of a pair than the other.
"""

from __future__ import annotations

import cv2
import numpy as np

from ..matching import geometry as g
from ..records import EditState
from .alignment import Aligned
from .found import Found

WHOLE = 0.97  # share from which on a panel shows the whole original: its border is known to about a pixel or two
SENSITIVITY = f"where less than {WHOLE:.0%} of the original is shown"


def check(pair: Aligned) -> Found:
    """The share of the original's area that the panel shows, 0 to 1."""
    shown = shown_share(pair)
    return Found(
        state=EditState.EDITED if shown < WHOLE else EditState.NONE_FOUND,
        what="cropped" if shown < WHOLE else None,
        measure=round(shown, 3),
        unit="share of the original that is shown",
        sensitivity=SENSITIVITY,
    )


def shown_share(pair: Aligned) -> float:
    """Area of the panel as it lies in the original, over the original's area."""
    height, width = pair.shape
    there = g.apply_to_edges(g.inverse(pair.matrix), g.whole(width, height))
    whole = g.whole(*pair.original_size)
    area, _ = cv2.intersectConvexConvex(there.astype(np.float32), whole.astype(np.float32))
    return min(1.0, float(area) / max(1.0, pair.original_size[0] * pair.original_size[1]))

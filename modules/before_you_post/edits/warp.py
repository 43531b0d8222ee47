"""Slimming and liquify: is the published picture bent in places, where publishing could only stretch and turn it whole?

What remains after the original was laid over the panel is measured as a flow (``residual_flow``). It is trusted only
where there is detail to follow: on smooth skin any flow fits, which in a trial gave false alarms of up to 21 pixels.
"""

from __future__ import annotations

import cv2
import numpy as np

from ..records import EditState
from .alignment import TEXTURE, Aligned
from .found import Found, not_assessable
from .hidden import away_from, kept
from .published_copy import Floats, Mask
from .things import things

BENT = 1.3  # pixels; honest copies measured up to 1.1 where they have detail
_AROUND = 0.6  # pixels: how far the place reaches around what is bent
_LEAST = 80  # pixels of a place; the flow is soft, so what is bent is never small
_INLIERS, _TEXTURED = 100, 0.2  # tracked places and share of the panel with detail, below which nothing is said
_BESIDE = 24  # pixels along the border and around what lies over the picture, where the flow is a guess
_SAME = 0.8  # correlation of detail once the flow is followed; under a blur any flow fits, and nothing is the same
_TOGETHER = 0.5  # share of the movement towards or away from the middle, from which on it is called so


def check(pair: Aligned) -> Found:
    """How far the picture is bent at most, in pixels of the published photo, and where."""
    if pair.textured < _TEXTURED:
        return not_assessable("too little of the picture has detail at this size to see a place being moved")
    if pair.inliers < _INLIERS:
        return not_assessable("too few places of the two pictures could be found again")
    sure = _sure(pair)
    length = np.asarray(np.hypot(pair.flow[..., 0], pair.flow[..., 1]), np.float32)
    where = _bent(length, sure)
    limit = BENT / pair.shrink
    sensitivity = f"a shift of {limit:.1f} pixels or more where there is detail ({pair.textured:.0%} of the panel)"
    heat = np.where(sure, np.clip(length / (2 * BENT), 0, 1), 0).astype(np.float32)
    if not where.any():
        return Found(state=EditState.NONE_FOUND, sensitivity=sensitivity, heat=heat)
    return Found(
        state=EditState.EDITED,
        what=_direction(pair.flow, where),
        where=where,
        measure=round(float(np.percentile(length[where & sure], 99)) / pair.shrink, 1),
        unit="pixels",
        sensitivity=sensitivity,
        heat=heat,
    )


def _sure(pair: Aligned) -> Mask:
    """Where the flow can be believed: there is detail, the same in both pictures once the flow is followed."""
    over = things(pair)
    alike, _ = kept(pair, over)
    free = away_from(over, pair, _BESIDE)
    return free & ~pair.foreign & (pair.texture > TEXTURE) & (alike > _SAME)


def _bent(length: Floats, sure: Mask) -> Mask:
    """Places with enough sure pixels above BENT, with the less bent part around them."""
    _, parts = cv2.connectedComponents((length > _AROUND).astype(np.uint8))
    strong = np.bincount(parts[sure & (length > BENT)], minlength=parts.max() + 1)
    taken = strong >= _LEAST
    taken[0] = False
    return np.asarray(taken[parts], np.bool_)


def _direction(flow: Floats, where: Mask) -> str:
    """Drawn together, as a slimmed waist; drawn apart; or pushed to one side."""
    rows, columns = np.nonzero(where)
    outward = np.stack([columns - columns.mean(), rows - rows.mean()], axis=1)
    outward /= np.maximum(1e-6, np.linalg.norm(outward, axis=1, keepdims=True))
    moved = flow[where]
    share = float((moved * outward).sum() / max(1e-6, np.linalg.norm(moved, axis=1).sum()))
    if share < -_TOGETHER:
        return "drawn together"
    return "drawn apart" if share > _TOGETHER else "pushed aside"

"""Was the skin lightened or its redness taken away in places?

Measured coarsely: fine detail is compressed away anyway, and a removed spot is no lightened cheek. What the whole
picture went through (``published_copy``) is already in the expected picture, so only places that differ from the rest
are seen here.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ..records import EditState
from .alignment import Aligned
from .colour import lab
from .found import Found, not_assessable
from .published_copy import Floats

UNIT = "colour difference (CIE76)"
_CELLS = 128  # along the longer side: the picture is compared in patches of that size
_SPOT = 5  # patches: what is smaller than half of it is a spot and not a place
_LIGHT, _COLOUR = 1.4, 1.8  # CIE L* and a*b* by which a patch must differ in any case
_COLOUR_LEAST = 3.0  # CIE a*b*: an earlier, harder compression leaves no other trace
_LIGHT_STEP, _COLOUR_STEP = 0.7, 1.2  # what a step of the compression (grey levels) adds: it rounds whole patches
_LIGHT_MEAN, _COLOUR_MEAN = 16, 17  # step of a block's mean at quality 50, times 8 (ITU-T T.81, annex K.1)
_LEAST = 30  # patches of a place
_NOISY = 6.0  # a*b*; a picture in which nothing smaller can be told is not compared


def check(pair: Aligned) -> Found:
    """Compare light and colour of the panel with those of the original, patch by patch."""
    apart, known = differences(pair)
    if known.sum() < 4 * _LEAST:
        return not_assessable("too little of the original is left uncovered to compare its colours")
    light, colour = thresholds(pair.copy.quality)
    if colour > _NOISY:
        return not_assessable("compression changed colours from place to place as much as a retouch would")
    sensitivity = f"places lighter by L* {light:.1f} or changed in redness by a*b* {colour:.1f} or more"
    size = np.maximum(np.abs(apart[..., 0]) / light, np.hypot(apart[..., 1], apart[..., 2]) / colour)
    places = _large((size > 1) & known)
    heat = _grown((size / 3).clip(0, 1), pair)
    if not places.any():
        return Found(state=EditState.NONE_FOUND, sensitivity=sensitivity, heat=heat)
    return Found(
        state=EditState.EDITED,
        what=_what(np.median(apart[places], axis=0)),
        where=(_grown(places.astype(np.float32), pair) > 0.5) & pair.judged,
        measure=round(float(np.percentile(np.linalg.norm(apart[places], axis=1), 90)), 1),
        unit=UNIT,
        sensitivity=sensitivity,
        heat=heat,
    )


def thresholds(quality: int) -> tuple[float, float]:
    """CIE L* and a*b* by which a patch must differ at this quality of the JPEG (1 to 100).

    Compression rounds the mean of each block; on even skin all blocks may be rounded the same way.
    """
    scale = 5000 / quality if quality < 50 else 200 - 2 * quality
    light, colour = (max(1.0, step * scale / 100) / 8 for step in (_LIGHT_MEAN, _COLOUR_MEAN))
    return _LIGHT + _LIGHT_STEP * light, max(_COLOUR_LEAST, _COLOUR + _COLOUR_STEP * colour)


def differences(pair: Aligned) -> tuple[Floats, NDArray[np.bool_]]:
    """CIE L*a*b* of the panel minus that expected, patch by patch (rows x columns x 3), and which patches count."""
    side = max(2, -(-max(pair.shape) // _CELLS))
    rows, columns = max(1, pair.shape[0] // side), max(1, pair.shape[1] // side)
    inner = np.s_[: rows * side, : columns * side]
    weight = pair.judged.astype(np.float32)

    def patches(values: Floats) -> Floats:
        return np.asarray(cv2.resize(values[inner], (columns, rows), interpolation=cv2.INTER_AREA), np.float32)

    share = patches(weight)
    ours, theirs = (
        lab(np.asarray(patches(picture * weight[..., None]) / np.maximum(share, 1e-3)[..., None], np.float32))
        for picture in (pair.published, pair.expected)
    )
    known = share > 0.7
    apart = np.where(known[..., None], ours - theirs, np.float32(0))
    steady = np.stack([cv2.medianBlur(np.ascontiguousarray(apart[..., axis]), _SPOT) for axis in range(3)], axis=2)
    return np.asarray(steady, np.float32), known


def _large(places: NDArray[np.bool_]) -> NDArray[np.bool_]:
    _, parts, found, _ = cv2.connectedComponentsWithStats(places.astype(np.uint8), connectivity=4)
    keep = found[:, cv2.CC_STAT_AREA] >= _LEAST
    keep[0] = False
    return np.asarray(keep[parts])


def _grown(cells: Floats, pair: Aligned) -> Floats:
    return np.asarray(cv2.resize(cells, pair.shape[::-1], interpolation=cv2.INTER_LINEAR), np.float32)


def _what(change: Floats) -> str:
    light, red, yellow = (float(value) for value in change)
    words = {"lighter": light, "darker": -light, "less red": -red, "redder": red, "paler": -yellow, "yellower": yellow}
    most = sorted(words, key=lambda word: -words[word])
    return " and ".join(word for word in most[:2] if words[word] > 0.5 * words[most[0]])

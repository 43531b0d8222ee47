"""Where something else lies on the published picture: a bar, a sticker, lettering.

What lies there hides the picture, so no other check can speak about it. It is told by its edges: new lines that the
original does not have. A removed mole leaves no edge, and neither does a lightened cheek.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from .displaced import is_displaced
from .published_copy import Floats, Mask, blur, grey

_APART = 16.0  # grey levels: what lies there differs at least so much
_EDGE = 24.0  # grey levels per pixel by which an edge is stronger than any the original has near by
_EDGES = 0.04  # share of a place's pixels that such an edge must make up
_END_TO_END = 0.97  # share of a row or column
_GROWN = 4  # pixels around it: letters have soft rims and compression rings


def lies_over(published: Floats, expected: Floats, inside: Mask) -> Mask:
    """Pixels on which something lies that is not in the original; pictures are as ``Aligned`` has them."""
    apart = np.abs(blur(published - expected, 0.8)).max(axis=2)
    stronger = _slope(grey(published)) - cv2.dilate(_slope(grey(expected)), np.ones((5, 5), np.uint8))
    new_edge = (stronger > _EDGE) & (apart > _APART)
    count, parts = cv2.connectedComponents(((apart > _APART) & inside).astype(np.uint8))
    if count < 2:
        return np.zeros_like(inside)
    sizes = np.bincount(parts.ravel(), minlength=count)
    edges = np.bincount(parts[new_edge & inside], minlength=count)
    # The outline of a thing of n pixels has some 4 * sqrt(n).
    taken = (edges >= 6) & ((edges > _EDGES * sizes) | (edges > 1.3 * np.sqrt(sizes)))
    taken[0] = False
    found = taken[parts].astype(np.uint8)
    closed = np.asarray(cv2.morphologyEx(found, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8)), np.uint8)
    grown = cv2.dilate(_without_displaced(closed, published, expected), np.ones((2 * _GROWN + 1,) * 2, np.uint8))
    return np.asarray(grown > 0)


def _without_displaced(found: NDArray[np.uint8], published: Floats, expected: Floats) -> NDArray[np.uint8]:
    """Without the outlines that a warp only moved."""
    ours, theirs = grey(published), grey(expected)
    count, parts = cv2.connectedComponents(found)
    for number in range(1, count):
        part = parts == number
        if is_displaced(ours, theirs, part):
            found[part] = 0
    return found


def margins(covered: Mask) -> tuple[int, int, int, int]:
    """Rows and columns along the border of a panel that are covered from end to end: left, top, right, bottom.

    The corners of a match may take in the strip between two panels, with its label; that is beside the picture.
    """
    counts = []
    for lines in (covered.T, covered, covered.T[::-1], covered[::-1]):
        free = np.flatnonzero(lines.mean(axis=1) < _END_TO_END)
        counts.append(int(free[0]) if len(free) else len(lines))
    return counts[0], counts[1], counts[2], counts[3]


def _slope(luma: Floats) -> Floats:
    across, down = (cv2.Sobel(luma, cv2.CV_32F, *axis, scale=0.25) for axis in ((1, 0), (0, 1)))
    return np.asarray(cv2.magnitude(across, down), np.float32)

"""Where a panel ends: the box in which original and published picture agree, moved to the nearest real edge.

The original's own outline, the border of the picture, and straight seams between the panels of a collage are edges a
person would draw; the box of agreeing patches is only exact to a patch or two.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from .agreement import CELL, Cells
from .geometry import Corners, Matrix, angle, bounds, rectangle

_NEAR = 3.0 * CELL  # work pixels that a side may be moved
_AT_THE_EDGE = 1.0  # work pixel: an outline this near to the border of the picture is that border
_UPRIGHT = 1.5  # degrees
_MOST = 0.7  # of a turned original; its corners stick out of any upright box
_GUTTER = 0.6  # of the strongest step
_SEAM = 2.2  # times the usual step from one line of pixels to the next


def panel_corners(grey: NDArray[np.uint8], cells: Cells, projected: Corners, matrix: Matrix) -> Corners:
    """Four corners of a panel in pixels of ``grey``: the original's own outline where it lies there in full.

    ``projected`` is the outline of the whole original, ``matrix`` its map to ``grey``.
    """
    height, width = grey.shape
    box = tuple(float(side * CELL) for side in cells)
    left, top, right, bottom = bounds(projected)
    inside = left > -0.02 * width and top > -0.02 * height and right < 1.02 * width and bottom < 1.02 * height
    turned = abs(angle(matrix) / 90 - round(angle(matrix) / 90)) * 90 > _UPRIGHT
    if turned and inside and _share_inside(projected, box) > _MOST:
        return projected
    limits = (
        left if left > _AT_THE_EDGE else 0.0,
        top if top > _AT_THE_EDGE else 0.0,
        right if right < width - _AT_THE_EDGE else float(width),
        bottom if bottom < height - _AT_THE_EDGE else float(height),
    )
    return snapped(grey, box, limits)


def _share_inside(corners: Corners, box: tuple[float, ...]) -> float:
    """How much of a convex outline lies inside an upright box."""
    outline, frame = corners.astype(np.float32), rectangle(*box).astype(np.float32)
    return float(cv2.intersectConvexConvex(outline, frame)[0]) / max(float(cv2.contourArea(outline)), 1.0)


def snapped(grey: NDArray[np.uint8], box: tuple[float, ...], limits: tuple[float, float, float, float]) -> Corners:
    """A box whose sides are moved to their limit or to a seam, where one of them is near."""
    sides = list(box)
    for number, limit in enumerate(limits):
        if abs(sides[number] - limit) <= _NEAR or (sides[number] - limit) * (1 if number > 1 else -1) > 0:
            sides[number] = limit
        else:
            sides[number] = _seam(grey, sides, number)
    return rectangle(*sides)


def _seam(grey: NDArray[np.uint8], sides: list[float], number: int) -> float:
    """The straight line near one side (0 left, 1 top, 2 right, 3 bottom) across which the picture changes at once."""
    lines = grey if number % 2 == 0 else grey.T
    start, end = (sides[1], sides[3]) if number % 2 == 0 else (sides[0], sides[2])
    part = lines[int(start) : max(int(start) + 1, int(end))].astype(np.float32)
    steps = np.abs(np.diff(part, axis=1)).mean(axis=0)
    low, high = int(max(0, sides[number] - _NEAR)), int(min(len(steps), sides[number] + _NEAR))
    window = steps[low:high]
    if not len(window) or window.max() < _SEAM * max(float(np.median(window)), 1.0):
        return sides[number]
    # A gutter has two edges; the inner one is the panel's.
    strong = np.flatnonzero(window > _GUTTER * window.max())
    return float(low + int(strong[0] if number > 1 else strong[-1]) + 1)

"""Did a place of the picture only move? Then nothing was laid over it: it was pushed, and ``warp`` speaks about that.

An outline that a warp moved is a new edge, as a sticker's is. What was moved is still there, some pixels away; what was
laid over is nowhere in the original.
"""

from __future__ import annotations

import cv2
import numpy as np

from .published_copy import Floats, Mask

_BLOCK, _FAR = 12, 12  # pixels around a point that are compared, and how far they may have moved
_FOUND_AGAIN = 0.88  # correlation of a block with the original, some pixels away
_SHARE = 0.6  # of a thing's blocks
_MOST = 40  # blocks that are looked at


def is_displaced(published: Floats, expected: Floats, piece: Mask) -> bool:
    """Whether the pixels of ``piece`` show what the original has near by; pictures are grey, height x width."""
    spots = np.argwhere(piece)
    again = seen = 0
    for row, column in spots[:: max(1, len(spots) // _MOST)]:
        top, left = max(0, row - _BLOCK), max(0, column - _BLOCK)
        block = published[top : row + _BLOCK + 1, left : column + _BLOCK + 1]
        above, before = max(0, top - _FAR), max(0, left - _FAR)
        around = expected[above : row + _BLOCK + _FAR + 1, before : column + _BLOCK + _FAR + 1]
        seen += 1
        # A block of one colour is found anywhere, and nowhere.
        if block.std() > 2:
            again += bool(cv2.matchTemplate(around, block, cv2.TM_CCOEFF_NORMED).max() > _FOUND_AGAIN)
    return seen > 0 and again > _SHARE * seen

"""Is an unknown picture really several, put side by side? Two strangers in one collage are two people to ask about.

Collages are cut along gutters (lines of one colour) or straight seams, from edge to edge, again and again until no
part can be cut. A line counts as a seam when the picture jumps there, at one and the same pixel, for most of its
length, much more than just beside it; edges inside a photo bend, end or fade.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ..photos.opening import Pixels
from .agreement import CELL
from .features import reduced_grey
from .geometry import Corners, rectangle
from .leftover import photo_like

_LEAST = 0.18  # of the length that is cut, for each part
_SMALLEST = 4 * CELL  # pixels of a part's side
_PHOTO = 0.35  # of a part's patches must look like a photo; plain walls do not
_WIDEST = 0.05  # of the length that is cut, for a gutter; a bar over the eyes is wider
_GUTTER_EVEN = 5.0  # grey levels of deviation along a line of a gutter
_JUMP, _TIMES = 5.0, 4.0  # grey levels, and times the steps beside it, that make a jump
_AROUND, _CORE = 17, 5  # columns: what "beside" means, and the seam itself
_LENGTH, _LENGTH_USUAL = 0.8, 0.6  # of the seam must jump; less where collages are usually cut
_USUAL = (1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4)
_NEAR_USUAL = 0.006
_PLAIN = 2.0  # grey levels of deviation along a line; a painted bar has less
_MOST = 9

Box = tuple[int, int, int, int]  # left, top, right, bottom


def separate_pictures(pixels: Pixels, corners: Corners) -> list[Corners]:
    """The pictures of which an upright part (four corners) of a picture is put together; the part itself if it is one.

    ``pixels`` is a small copy (about 500 pixels a side), height x width x 3; corners are in its pixels.
    """
    grey = reduced_grey(pixels, max(pixels.shape[:2])).astype(np.float32)
    left, top = np.floor(corners.min(axis=0)).astype(int)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int)
    parts = _cut(grey, (max(0, left), max(0, top), min(grey.shape[1], right), min(grey.shape[0], bottom)))
    if not 1 < len(parts) <= _MOST:
        return [corners]
    return [rectangle(*map(float, part)) for part in parts]


def _cut(grey: NDArray[np.float32], box: Box) -> list[Box]:
    left, top, right, bottom = box
    part = grey[top:bottom, left:right]
    for upright in (True, False):  # a cut from top to bottom, then one from side to side
        line = _best_line(part if upright else part.T)
        if line is None:
            continue
        start, end = line
        if upright:
            first, second = (left, top, left + start, bottom), (left + end, top, right, bottom)
        else:
            first, second = (left, top, right, top + start), (left, top + end, right, bottom)
        if all(_is_picture(grey, half) for half in (first, second)):
            return [*_cut(grey, first), *_cut(grey, second)]
    return [box]


def _is_picture(grey: NDArray[np.float32], box: Box) -> bool:
    left, top, right, bottom = box
    if min(right - left, bottom - top) < _SMALLEST:
        return False
    return bool(photo_like(grey[top:bottom, left:right].astype(np.uint8)).mean() >= _PHOTO)


def _best_line(part: NDArray[np.float32]) -> tuple[int, int] | None:
    """Start and end (columns) of the gutter or seam that divides a part from top to bottom; None = there is none."""
    width = part.shape[1]
    low, high = int(_LEAST * width), int((1 - _LEAST) * width)
    if part.shape[0] < _SMALLEST or high - low < 3:
        return None
    return _gutter(part, low, high) or _seam(part, low, high)


def _gutter(part: NDArray[np.float32], low: int, high: int) -> tuple[int, int] | None:
    """The widest run of columns of one colour with a picture on both sides; an edge of it must jump, a wall's fades."""
    middle = np.median(part, axis=0)
    even = np.abs(part - middle).mean(axis=0) < _GUTTER_EVEN
    even[: max(1, low)] = even[high:] = False
    edges = np.flatnonzero(np.diff(np.r_[False, even, False].astype(np.int8)))
    widest = _WIDEST * part.shape[1]
    runs = [(int(start), int(end)) for start, end in edges.reshape(-1, 2) if end - start <= widest]
    for start, end in sorted(runs, key=lambda run: run[0] - run[1]):
        inner = middle[start + 1 : end - 1]  # reducing mixes a gutter's outermost lines with the pictures beside it
        if (
            np.ptp(inner if len(inner) else middle[start:end]) < 2 * _GUTTER_EVEN
            and _jumps(part, start)
            and _jumps(part, end)
        ):
            return max(0, start - 1), min(part.shape[1], end + 1)
    return None


def _jumps(part: NDArray[np.float32], edge: int) -> bool:
    """Whether a gutter's edge is one: within two pixels the picture changes at once along half of it."""
    before, after = part[:, max(0, edge - 2)], part[:, min(part.shape[1] - 1, edge + 1)]
    return bool((np.abs(after - before) > 2 * _JUMP).mean() > _LENGTH_USUAL)


def _seam(part: NDArray[np.float32], low: int, high: int) -> tuple[int, int] | None:
    """The column at which most rows jump."""
    # Reducing a picture spreads a seam over two pixels, so each pixel's neighbours are compared with each other.
    jump = np.abs(np.roll(part, -1, axis=1) - np.roll(part, 1, axis=1))
    steps = np.abs(np.diff(part, axis=1, append=part[:, -1:]))
    wide, narrow = (cv2.blur(steps, (columns, 1)) * columns for columns in (_AROUND, _CORE))
    usual = np.maximum((wide - narrow) / (_AROUND - _CORE), 0.5)
    share = ((jump > _JUMP) & (jump > _TIMES * usual)).mean(axis=0)
    position = np.arange(part.shape[1])
    apart = np.abs(position[:, None] / part.shape[1] - np.array(_USUAL)).min(axis=1)
    needed = np.where(apart < _NEAR_USUAL, _LENGTH_USUAL, _LENGTH)
    allowed = (position >= low) & (position < high) & (share >= needed)
    if not allowed.any():
        return None
    best = int(np.where(allowed, share, 0).argmax())
    if min(part[:, best - 6 : best - 2].mean(axis=1).std(), part[:, best + 3 : best + 7].mean(axis=1).std()) < _PLAIN:
        return None  # the edge of a bar painted over a photo
    return best, best + 1

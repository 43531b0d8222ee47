"""Where detail of the original is gone from the published picture: blurred, or cut into squares.

A beauty filter takes the finest detail and leaves folds and moles where they were; a blur that hides takes those as
well. So what is compared is detail of a few pixels up to some ten, which no filter removes (measured: it correlates
0.9 and more under strong smoothing, 0.5 and less under blur and pixelation).
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from .alignment import Aligned
from .published_copy import Floats, Mask, blur, grey
from .things import Thing

_FINE, _COARSE, _AROUND = 2.0, 6.0, 8.0  # pixels (sigma): the band of detail, and the window
DETAIL = 0.9  # squared grey levels of that band in the original; less is a wall or a blur already
_GONE = 0.6  # correlation below which the detail is not there any more
_RIM = 6  # pixels around a thing that compression blends with it
_LEAST = 900  # pixels of a place; a removed spot leaves less
_ONE_WAY = 0.5  # of the mean change that all goes one way: a removed mole makes its place lighter, a blur does not


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Places where detail is gone."""

    where: Mask
    telling: Mask  # where the original has detail, so that its loss would show
    heat: Floats  # 0 to 1


def kept(pair: Aligned, found: tuple[Thing, ...]) -> tuple[Floats, Floats]:
    """How alike the detail of both pictures is around each pixel (-1 to 1), and how much the original has.

    What lies over the picture (``found``) is taken out first: the edge of a white bar outshines all detail around it.
    """
    expected = grey(pair.expected)
    published = np.where(_covered(found, pair, _RIM), expected, grey(pair.published))
    ours, theirs = (blur(luma, _FINE) - blur(luma, _COARSE) for luma in (published, expected))
    there = blur(theirs * theirs, _AROUND)
    alike = blur(ours * theirs, _AROUND) / np.sqrt(blur(ours * ours, _AROUND) * there + np.float32(0.05))
    return np.asarray(alike, np.float32), there


def away_from(found: tuple[Thing, ...], pair: Aligned, reach: int) -> Mask:
    """Pixels on which the original lies, at least ``reach`` pixels from its border and from everything over it."""
    edge = np.ones((2 * reach + 1,) * 2, np.uint8)
    inside = cv2.erode(pair.inside.astype(np.uint8), edge, borderType=cv2.BORDER_CONSTANT, borderValue=0)
    return (inside > 0) & ~_covered(found, pair, reach)


def _covered(found: tuple[Thing, ...], pair: Aligned, around: int) -> Mask:
    over = np.zeros(pair.shape, np.uint8)
    for thing in found:
        over[thing.where] = 1
    return np.asarray(cv2.dilate(over, np.ones((2 * around + 1,) * 2, np.uint8)) > 0)


def hidden(pair: Aligned, found: tuple[Thing, ...]) -> Hidden:
    """Compare detail of the expected picture with the published one, apart from what lies over it anyway."""
    alike, there = kept(pair, found)
    telling = away_from(found, pair, round(_AROUND)) & (there > DETAIL)
    gone = (telling & (alike < _GONE)).astype(np.uint8)
    window = np.ones((round(2 * _AROUND) + 1,) * 2, np.uint8)
    where = _large_and_even(np.asarray(cv2.morphologyEx(gone, cv2.MORPH_CLOSE, window), np.uint8), pair)
    heat = np.where(telling, np.clip((1 - alike) / 2, 0, 1), 0).astype(np.float32)
    return Hidden(where=where, telling=telling, heat=heat)


def _large_and_even(gone: NDArray[np.uint8], pair: Aligned) -> Mask:
    """Places large enough whose mean stays: blurring moves light about, retouching a spot adds some."""
    change = blur(grey(pair.published) - grey(pair.expected), 2.0)
    count, parts, boxes, _ = cv2.connectedComponentsWithStats(gone)
    where = np.zeros(gone.shape, np.bool_)
    for number in range(1, count):
        part = parts == number
        if boxes[number, cv2.CC_STAT_AREA] >= _LEAST:
            changes = change[part]
            if abs(float(changes.mean())) < _ONE_WAY * max(0.5, float(np.abs(changes).mean())):
                where |= part
    return where

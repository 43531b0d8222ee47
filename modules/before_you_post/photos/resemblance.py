"""Does a picture inside a file show the same as the photo, or more of it?

A thumbnail that was made from the photo as it is published gives nothing away. One that was made before cropping, or
before somebody drew a bar over the eyes, does. So both are compared small and grey, as a whole and place by place:
sizes, compression, black borders and turning make no difference, a masked place does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from .opening import Pixels

_SIDE = 128  # pixels in which both are compared; thumbnails are not much larger
_TOO_SMALL, _TOO_FLAT = 16, 3.0  # pixels of a side; grey levels of deviation: less shows nothing to compare
_SAME, _OTHER = 0.95, 0.80  # correlation from which, and below which, they are surely the same, or another
_PLACES = 16  # across and down, whose differences are compared with each other
_WORST_OTHER = 30.0  # grey levels by which the worst place differs where something was drawn over it
# Compression spoils all places alike; where one differs far more than the usual, something was done to it.
_TIMES_USUAL, _ALLOWANCE = 5.0, 2.0
_SIZES = (1.0, 0.985, 0.97)  # rounding of sizes moves the edges by a pixel or two
_DARK, _LIGHT, _EVEN = 20, 235, 4.0  # what a border looks like: grey levels, and their deviation
_MOST_BORDER = 0.3  # of a side

Grey = NDArray[np.float32]


def same_picture(photo: Pixels, inside: Pixels) -> bool | None:
    """Whether ``inside`` shows the same as ``photo``, or a cut of its full width or height. False = more, or other.

    ``None`` = it cannot be told: too small, too flat, or alike and yet different. Both are height x width x 3 uint8.
    """
    whole, within = _grey(photo), _grey(inside)
    if min(inside.shape[:2]) < _TOO_SMALL or min(float(whole.std()), float(within.std())) < _TOO_FLAT:
        return None
    fits = [_compared(whole, laid) for version in _versions(within) for laid in _layings(version)]
    best = max(fits, key=lambda fit: fit.alike)
    if best.alike >= _SAME and best.worst <= _TIMES_USUAL * best.usual + _ALLOWANCE:
        return True
    return False if best.alike < _OTHER or best.worst > _WORST_OTHER else None


@dataclass(frozen=True, slots=True)
class _Fit:
    """How alike two pictures are (correlation), and by how many grey levels the worst and the usual place differ."""

    alike: float
    worst: float = 0.0
    usual: float = 0.0


def _grey(pixels: Pixels) -> Grey:
    small = _resized(pixels, _SIDE / max(pixels.shape[:2]))
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), dtype=np.float32)


def _resized(pixels: NDArray[Any], factor: float) -> NDArray[Any]:
    size = (max(1, round(pixels.shape[1] * factor)), max(1, round(pixels.shape[0] * factor)))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR))


def _versions(grey: Grey) -> Iterator[Grey]:
    """The picture, and the picture without the even borders that cameras put around a thumbnail."""
    yield grey
    top, bottom = _border(grey), _border(grey[::-1])
    left, right = _border(grey.T), _border(grey.T[::-1])
    bare = grey[top : grey.shape[0] - bottom, left : grey.shape[1] - right]
    if bare.shape != grey.shape and min(bare.shape) >= _TOO_SMALL:
        yield np.ascontiguousarray(bare)


def _border(grey: Grey) -> int:
    rows = grey[: int(len(grey) * _MOST_BORDER)]
    even = (rows.std(axis=1) < _EVEN) & ((rows.mean(axis=1) < _DARK) | (rows.mean(axis=1) > _LIGHT))
    depth = int(np.argmin(np.append(even, False)))
    return depth + 1 if depth else 0  # compression blurs the edge of a border


def _layings(grey: Grey) -> Iterator[Grey]:
    for mirrored in (grey, grey[:, ::-1]):
        for turns in range(4):
            yield np.ascontiguousarray(np.rot90(mirrored, turns))


def _compared(photo: Grey, inside: Grey) -> _Fit:
    """How well ``inside`` fits into ``photo`` at its best place."""
    best = _Fit(-1.0)
    fits = min(photo.shape[0] / inside.shape[0], photo.shape[1] / inside.shape[1])
    for size in _SIZES:
        patch = _resized(inside, fits * size)
        if min(patch.shape) < _TOO_SMALL or patch.shape[0] > photo.shape[0] or patch.shape[1] > photo.shape[1]:
            continue
        scores = cv2.matchTemplate(photo, patch, cv2.TM_CCOEFF_NORMED)
        _, score, _, (x, y) = cv2.minMaxLoc(scores)
        if np.isfinite(score) and score > best.alike:
            best = _place_by_place(photo[y : y + patch.shape[0], x : x + patch.shape[1]], patch, float(score))
    return best


def _place_by_place(photo: Grey, inside: Grey, alike: float) -> _Fit:
    """What remains different once brightness and contrast are made equal."""
    one, other = (cv2.GaussianBlur(grey, (0, 0), 1.0) for grey in (photo, inside))
    one, other = one - one.mean(), other - other.mean()
    slope = float((other * one).sum() / max(1e-6, float((other**2).sum())))
    difference = np.abs(one - slope * other).astype(np.float32)
    places = cv2.resize(difference, (_PLACES, _PLACES), interpolation=cv2.INTER_AREA)
    return _Fit(alike, float(places.max()), float(np.median(places)))

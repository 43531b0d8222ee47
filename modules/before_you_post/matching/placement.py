"""Does this original really lie in the published picture, and where: one stretch-and-turn must explain many places.

Publishing crops, turns, mirrors, resizes and at most stretches a photo a little; it never views it from the side.
So an original is placed by an affine map that is nearly a similarity, which leaves a different photo of the same
face much less freedom to fit by chance than a perspective map would.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from .features import LIBRARY_SIDE, Features, Floats
from .search import Vote

_TOLERANCE, _OF = 4.0, 960  # pixels, of a picture whose longer side has so many; no fewer in a smaller one
MIN_INLIERS = 8  # distinct places; measured: below, lettering and pores of strangers begin to agree
_TURN_SLACK, _SIZE_SLACK = np.float32(np.cos(np.radians(28))), 1.14  # cosine; octaves: around the voted bin
# Places of the same photo agree to a fraction of a pixel (median 0.04 to 0.14 of the tolerance over all edits tried);
# those of the same skin at another visit only roughly (0.41 to 0.60), as a face is never held alike twice.
_TIGHT = 0.3
# In a small copy the same difference between visits is fewer pixels, so there the places must agree more closely: to
# a pixel of the copy in which the library looked at the original, or as closely as keypoints can be placed at all.
_TIGHT_IN_ORIGINAL, _FINEST = 0.95, 0.65  # pixels of that copy; pixels of the query
# A slimmed photo agrees only roughly as a whole, and exactly where it was left alone. Measured on seed 7: there 45
# places and more do (in 54 of 60 slimmed photos), at least 0.41 of all that agree; of the same skin at another visit
# never more than 40.
_LEFT_ALONE, _LEFT_ALONE_SHARE = 45, 0.4
_STRETCH = 1.35  # most a picture is stretched one way


@dataclass(frozen=True, slots=True)
class Placement:
    """An original laid into a (perhaps mirrored) query: its affine map and the places that agree with it."""

    entry: int
    matrix: NDArray[np.float64]  # 2 x 3, original pixels to query pixels
    inliers: int
    places: Floats  # n x 2, the agreeing places in the query

    @property
    def scale(self) -> float:
        """Query pixels per original pixel."""
        return float(abs(np.linalg.det(self.matrix[:, :2])) ** 0.5)


def tolerance_of(side: int) -> float:
    """Pixels by which a place may be off in a picture whose longer side has so many."""
    return _TOLERANCE * max(1.0, side / _OF)


def place(query: Features, original: Features, vote: Vote, tolerance: float, side: int) -> Placement | None:
    """Lay an original into the query near the voted turn and size; None when fewer than MIN_INLIERS places agree.

    ``tolerance`` is in query pixels; ``side`` is the longer side of the whole original in its pixels. Coordinates are
    those of the Features given.
    """
    pairs = _pairs(query, original, vote)
    if len(pairs) < MIN_INLIERS:
        return None
    there, here = original.points[pairs[:, 1]], query.points[pairs[:, 0]]
    rough, _ = cv2.estimateAffinePartial2D(
        there, here, method=cv2.RANSAC, ransacReprojThreshold=tolerance * 1.5, maxIters=3000, confidence=0.999
    )
    if rough is None:
        return None
    matrix = _refined(np.asarray(rough, np.float64), there, here, tolerance)
    if matrix is None or not _plausible(matrix):
        return None
    agreeing = _errors(matrix, there, here) < tolerance
    there, here = there[agreeing], here[agreeing]
    size = float(abs(np.linalg.det(matrix[:, :2])) ** 0.5) * max(1.0, side / LIBRARY_SIDE)
    tight = min(_TIGHT * tolerance, max(_FINEST, _TIGHT_IN_ORIGINAL * size))
    if np.median(_errors(matrix, there, here)) > tight:
        return _left_alone(vote.entry, there, here, tolerance, tight)
    inliers = _distinct(there, here, tolerance)
    return Placement(vote.entry, matrix, inliers, here) if inliers >= MIN_INLIERS else None


def _left_alone(entry: int, there: Floats, here: Floats, tolerance: float, tight: float) -> Placement | None:
    """The original laid on the part of a retouched photo that was not moved; None where too little agrees exactly."""
    start, _ = cv2.estimateAffine2D(
        there, here, method=cv2.RANSAC, ransacReprojThreshold=tight, maxIters=3000, confidence=0.999
    )
    matrix = None if start is None else _refined(np.asarray(start, np.float64), there, here, tight, (1.0, 1.0, 1.0))
    if matrix is None or not _plausible(matrix):
        return None
    exact = _errors(matrix, there, here) < tight
    inliers = _distinct(there[exact], here[exact], tolerance)
    if inliers < _LEFT_ALONE or exact.mean() < _LEFT_ALONE_SHARE:
        return None
    return Placement(entry, matrix, inliers, here[exact])


def _pairs(query: Features, original: Features, vote: Vote) -> NDArray[np.intp]:
    """Mutually nearest keypoints whose own turn and size fit the vote: n x 2 positions (query, original)."""
    if not len(query) or not len(original):
        return np.zeros((0, 2), np.intp)
    likeness = query.descriptors.astype(np.float32) @ original.descriptors.astype(np.float32).T
    # The cosine of the difference of two angles is a product of directions, which is quicker than taking it modulo 360.
    likeness[_directions(query.angles - vote.turn) @ _directions(original.angles).T < _TURN_SLACK] = -1
    size = np.log2(query.sizes / vote.size).astype(np.float32)[:, None] - np.log2(original.sizes)[None, :]
    likeness[np.abs(size) > _SIZE_SLACK] = -1
    nearest = likeness.argmax(axis=1)
    rows = np.arange(len(query))
    mutual = (likeness.argmax(axis=0)[nearest] == rows) & (likeness[rows, nearest] > 0)
    return np.stack([rows[mutual], nearest[mutual]], axis=1)


def _directions(degrees: Floats) -> Floats:
    radians = np.radians(degrees)
    return np.stack([np.cos(radians), np.sin(radians)], axis=1).astype(np.float32)


def _refined(
    matrix: NDArray[np.float64],
    there: Floats,
    here: Floats,
    tolerance: float,
    slacks: Sequence[float] = (2.0, 1.5, 1.0, 1.0),
) -> NDArray[np.float64] | None:
    """Let the map stretch, fitted anew to all places that agree, which each time may become more."""
    for slack in slacks:
        agreeing = _errors(matrix, there, here) < tolerance * slack
        if agreeing.sum() < MIN_INLIERS:
            return None
        known = np.c_[there[agreeing], np.ones(agreeing.sum())]
        matrix = np.asarray(np.linalg.lstsq(known, here[agreeing], rcond=None)[0].T, dtype=np.float64)
    return matrix


def _errors(matrix: NDArray[np.float64], there: Floats, here: Floats) -> NDArray[np.float64]:
    return np.asarray(np.linalg.norm(there @ matrix[:, :2].T + matrix[:, 2] - here, axis=1))


def _plausible(matrix: NDArray[np.float64]) -> bool:
    if np.linalg.det(matrix[:, :2]) <= 0:  # mirrored pictures are looked at on their own
        return False
    large, small = np.linalg.svd(matrix[:, :2], compute_uv=False)
    return bool(small > 0.01 and large / small < _STRETCH)


def _distinct(there: Floats, here: Floats, tolerance: float) -> int:
    """Several keypoints on one spot are one witness."""
    cells = {tuple(row) for row in np.rint(here / (2 * tolerance)).astype(int)}
    return min(len(cells), len({tuple(row) for row in np.rint(there).astype(int)}))

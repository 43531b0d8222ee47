"""Lay the original over the published picture and see, patch by patch, where the two are the same photo.

Keypoints say where an original lies; this says how much of it is really there. It keeps out a stranger who shares
only a logo or a backdrop, finds the border between the panels of a collage, and tells burst twins apart.
Only fine detail is compared (the local mean is taken out), so filters, black-and-white and brightness do not count.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from .features import Floats
from .geometry import inverse, resizing, then

WORK_SIDE = 480  # pixels of the longer side at which pictures are compared
CELL = 10  # pixels of a patch
_WINDOW = 15
_ALIGN_SIDE = 400  # pixels; a twentieth of a pixel can be seen there
_TEXTURE = 1.6  # grey levels of fine detail; less is a wall or a blur and proves nothing
_SAME, _OTHER = 0.45, 0.2  # local correlation

Cells = tuple[int, int, int, int]  # left, top, right, bottom in patches; right and bottom are outside


@dataclass(frozen=True, slots=True)
class Agreement:
    """How an original laid over a published picture agrees with it, patch by patch."""

    worth: Floats  # rows x columns: 1 same detail, small if merely flat in both, negative where they differ
    same: NDArray[np.bool_]  # patches with the same detail
    telling: NDArray[np.bool_]  # patches in which the original has detail; lettering on a plain wall tells nothing
    covered: NDArray[np.bool_]  # patches on which the original lies
    kin: NDArray[np.bool_]  # patches with the same coarse light and dark: the same photo, perhaps blurred or masked

    def share(self, cells: Cells) -> float:
        """Of the patches with detail in this box, the share that is the same (0 when there is no detail)."""
        left, top, right, bottom = cells
        box = np.s_[top:bottom, left:right]
        telling = int((self.telling[box] & self.covered[box]).sum())
        return float((self.same[box] & self.telling[box]).sum()) / telling if telling else 0.0


def compare(query: NDArray[np.uint8], original: NDArray[np.uint8], matrix: NDArray[np.float64]) -> Agreement:
    """Compare two grey pictures; ``matrix`` (2 x 3) leads from pixels of the original to pixels of the query."""
    laid, mask = _laid(query, original, matrix)
    ours, theirs = _detail(query), _detail(laid)
    correlation, deviation = _local_correlation(ours, theirs)
    covered = _cells(mask) > 0.99
    ours_there, theirs_there = deviation[0] > _TEXTURE, deviation[1] > _TEXTURE
    both = _cells((ours_there & theirs_there).astype(np.float32)) > 0.5
    either = _cells((ours_there | theirs_there).astype(np.float32)) > 0.5
    telling = covered & (_cells(theirs_there.astype(np.float32)) > 0.5)
    kin = covered & _alike_from_afar(query, laid, mask)
    likeness = _cells(correlation)
    same = covered & both & (likeness > _SAME)
    # Lettering on a plain wall of the same shade is no sign of another photo.
    other = covered & either & (likeness < _OTHER) & (telling | ~kin)
    flat = covered & ~either
    worth = np.where(same, 1.0, np.where(other, -0.7, np.where(flat, _flat_worth(query, laid, mask), 0.0)))
    worth = np.where(covered, worth, -0.1).astype(np.float32)
    return Agreement(worth, same, telling, covered, kin)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the fine detail of two pictures is, pixel by pixel, once one is laid over the other exactly."""

    local: Floats  # correlation around each pixel, -1 to 1
    counts: NDArray[np.bool_]  # pixels inside the panel that have detail in either picture


def fine_likeness(
    query: NDArray[np.uint8], original: NDArray[np.uint8], matrix: NDArray[np.float64], outline: NDArray[np.float64]
) -> Likeness:
    """Compare the fine detail inside an outline (n x 2, query pixels) of two grey pictures."""
    inside = np.zeros_like(query)
    cv2.fillPoly(inside, [np.rint(outline).astype(np.int32)], 255)
    found: list[tuple[float, Likeness]] = []
    for how in (
        matrix,
        aligned(query, original, matrix, _ALIGN_SIDE),
    ):  # a search for the last half pixel may also go astray
        laid, mask = _laid(query, original, how)
        local, (ours, theirs) = _local_correlation(_detail(query), _detail(laid))
        counts = (inside > 0) & (mask > 0.99) & (np.maximum(ours, theirs) > _TEXTURE / 2)
        found.append((float(local[counts].mean()) if counts.any() else -1.0, Likeness(local, counts)))
    return max(found, key=lambda pair: pair[0])[1]


def best_box(worth: Floats) -> Cells:
    """The box of patches with the largest sum of worth."""
    rows, columns = worth.shape
    sums = np.zeros((rows + 1, columns + 1))
    sums[1:, 1:] = worth.cumsum(axis=0).cumsum(axis=1)
    top, bottom = np.triu_indices(rows + 1, 1)
    strips = sums[bottom] - sums[top]
    gains = strips - np.minimum.accumulate(strips, axis=1)
    strip, right = np.unravel_index(int(gains.argmax()), gains.shape)
    left = int(strips[strip, : right + 1].argmin())
    return left, int(top[strip]), int(right), int(bottom[strip])


def _laid(
    query: NDArray[np.uint8], original: NDArray[np.uint8], matrix: NDArray[np.float64]
) -> tuple[NDArray[np.uint8], Floats]:
    size = (query.shape[1], query.shape[0])
    scale = abs(np.linalg.det(matrix[:, :2])) ** 0.5
    if scale < 0.7:  # shrinking without blurring first would invent detail
        original = np.asarray(cv2.GaussianBlur(original, (0, 0), 0.45 / scale), dtype=np.uint8)
    laid = cv2.warpAffine(original, matrix, size, flags=cv2.INTER_LINEAR)
    mask = cv2.warpAffine(np.ones(original.shape, np.float32), matrix, size, flags=cv2.INTER_LINEAR)
    return np.asarray(laid, dtype=np.uint8), np.asarray(mask, dtype=np.float32)


def aligned(
    query: NDArray[np.uint8], original: NDArray[np.uint8], matrix: NDArray[np.float64], side: int
) -> NDArray[np.float64]:
    """Shift, turn and stretch by the last few pixels, as seen on copies whose longer side is ``side`` pixels.

    Returns ``matrix`` itself where there is too little in common to improve on it.
    """
    shrink = side / max(query.shape)
    if shrink >= 1:
        return _aligned(query, original, matrix)
    size = (max(1, round(query.shape[1] * shrink)), max(1, round(query.shape[0] * shrink)))
    small = np.asarray(cv2.resize(query, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    to_small = resizing(query.shape[1], query.shape[0], *size)
    return then(_aligned(small, original, then(matrix, to_small)), inverse(to_small))


def _aligned(query: NDArray[np.uint8], original: NDArray[np.uint8], matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    laid, mask = _laid(query, original, matrix)
    start = np.eye(2, 3, dtype=np.float32)
    sure = (mask > 0.99).astype(np.uint8)
    try:
        criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 30, 1e-4)
        # Fine detail, because a filter's vignette would pull the whole picture aside.
        _, step = cv2.findTransformECC(_detail(query), _detail(laid), start, cv2.MOTION_AFFINE, criteria, sure, 3)
    except cv2.error:  # too little in common to improve on
        return matrix
    outward = cv2.invertAffineTransform(np.asarray(step, np.float64))
    moved = np.abs(outward - np.eye(2, 3))
    if moved[:, :2].max() > 0.05 or moved[:, 2].max() > 0.03 * max(query.shape):
        return matrix
    return then(matrix, np.asarray(outward, np.float64))


def _detail(grey: NDArray[np.uint8]) -> Floats:
    values = cv2.GaussianBlur(grey.astype(np.float32), (0, 0), 0.8)
    return np.asarray(values - cv2.GaussianBlur(values, (0, 0), 5.0), dtype=np.float32)


def _mean(values: Floats) -> Floats:
    return np.asarray(cv2.boxFilter(values, -1, (_WINDOW, _WINDOW)), dtype=np.float32)


def _local_correlation(ours: Floats, theirs: Floats) -> tuple[Floats, tuple[Floats, Floats]]:
    mean_ours, mean_theirs = _mean(ours), _mean(theirs)
    spread_ours = np.maximum(_mean(ours * ours) - mean_ours**2, 0)
    spread_theirs = np.maximum(_mean(theirs * theirs) - mean_theirs**2, 0)
    together = _mean(ours * theirs) - mean_ours * mean_theirs
    local = together / np.sqrt(np.maximum(spread_ours * spread_theirs, 1e-2))
    return local.astype(np.float32), (np.sqrt(spread_ours), np.sqrt(spread_theirs))


def _cells(values: Floats) -> Floats:
    """Mean of every patch; a last narrow row or column belongs to no patch."""
    rows, columns = max(1, values.shape[0] // CELL), max(1, values.shape[1] // CELL)
    trimmed = values[: rows * CELL, : columns * CELL]
    return np.asarray(cv2.resize(trimmed, (columns, rows), interpolation=cv2.INTER_AREA), dtype=np.float32)


def _flat_worth(query: NDArray[np.uint8], laid: NDArray[np.uint8], mask: Floats) -> Floats:
    """Flat in both: a little for the same shade, a little against otherwise."""
    apart = _apart(query.astype(np.float32), laid.astype(np.float32), mask)
    return np.where(apart < 18, 0.25, -0.35).astype(np.float32)


def _alike_from_afar(query: NDArray[np.uint8], laid: NDArray[np.uint8], mask: Floats) -> NDArray[np.bool_]:
    ours, theirs = (cv2.GaussianBlur(grey.astype(np.float32), (0, 0), 8.0) for grey in (query, laid))
    return _apart(np.asarray(ours, np.float32), np.asarray(theirs, np.float32), mask) < 25


def _apart(ours: Floats, theirs: Floats, mask: Floats) -> Floats:
    """Difference in grey levels, patch by patch, after one change of light for the whole picture."""
    inside = mask > 0.99
    shift = float(np.median(ours[inside] - theirs[inside])) if inside.any() else 0.0
    return np.asarray(np.abs(_cells(ours) - _cells(theirs) - shift), dtype=np.float32)

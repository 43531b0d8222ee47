"""A before and an after picture laid over each other: how they differ apart from what was treated.

Faces are laid on each other by their eyes, nose and mouth; other pictures by small things that both show (moles, folds,
seams). What both show then tells light and framing; what lies around the person tells the background.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ..matching import geometry as g
from ..photos.opening import Pixels
from .pose import Pose, pose_of, turned_by
from .published_copy import Floats, Mask, blur

SMALLEST = 48  # pixels of the shorter side; less shows nothing to measure by
_SIDE = 480  # pixels of the longer side at which two pictures are compared
_PLACES, _SLACK = 12, 4.0  # places that must agree, to so many pixels
_RATIO = 0.8  # of the distance to the next best place: what looks like many places says nothing
_COARSE, _ALIKE, _STRETCHED = 120, 0.93, 1.25  # pixels; correlation; times by which coarse shapes may be stretched
_STRIP = 0.12  # of the frame, left, right and above
_SOFT = 3.0  # pixels (sigma): light and colour, not detail
_OTHER = 12.0  # colour difference (CIE76) from which a place of the ground counts as another
_LEAST_GROUND = 0.02  # of what both show; a smaller rest says nothing about the background
_HEAD = (0.45, 0.55, 0.1)  # of a face's box, to the sides, above (hair) and below, that is not ground
_HULL = 25  # pixels around the places in common that are not ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """How the after picture differs; the fields are those of ``PairComparison``, None where it cannot be told."""

    turn: float | None = None
    scale: float | None = None
    light: float | None = None
    colour: float | None = None
    background: float | None = None
    crop: float | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class _Laid:
    """The map from the after picture to the before picture, and what of the before picture is person."""

    matrix: g.Matrix
    turn: float
    person: Mask


def measure(before: Pixels, after: Pixels, *, faces: bool = True) -> Measures:
    """Compare two pictures (height x width x 3, uint8); ``faces`` False = no program may look for faces here.

    About 0.4 s of one core.
    """
    if min(*before.shape[:2], *after.shape[:2]) < SMALLEST:
        return Measures(problem=f"a picture has fewer than {SMALLEST} pixels on its shorter side")
    first, second = (_reduced(pixels) for pixels in (before, after))
    laid = (_by_faces(before, after, first, second) if faces else None) or _by_places(first, second)
    laid = laid or _by_shape(first, second)
    if laid is None:
        return Measures(problem="the two show too little in common to lay one over the other")
    frame, other = (pixels.shape[0] * pixels.shape[1] for pixels in (first, second))
    size = (first.shape[1], first.shape[0])
    shown = cv2.warpAffine(np.full(second.shape[:2], 1, np.uint8), laid.matrix, size, flags=cv2.INTER_NEAREST) > 0
    grown = g.scale(laid.matrix)
    measures = Measures(
        turn=round(laid.turn, 1),
        scale=round(_size(first, second, grown), 3),
        crop=round(min(1.0, float(shown.sum()) / min(frame, other * grown**2)), 3),
    )
    return _with_light(measures, first, second, laid, shown)


def _size(first: Pixels, second: Pixels, grown: float) -> float:
    """How large the person is in the second picture over the first, if the two are shown equally high, or wide.

    A collage does one or the other; of the two the one counts in which they are most alike, so that a narrower frame
    alone is no larger person.
    """
    shown = [float(ours / theirs / grown) for ours, theirs in zip(first.shape[:2], second.shape[:2], strict=True)]
    return min(shown, key=lambda size: abs(math.log(size)))


def _reduced(pixels: Pixels) -> Pixels:
    shrink = _SIDE / max(pixels.shape[:2])
    size = tuple(max(1, round(side * shrink)) for side in pixels.shape[1::-1])
    how = cv2.INTER_AREA if shrink < 1 else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(pixels, size, interpolation=how), np.uint8)


# ---------------------------------------------------------------- one over the other


def _by_faces(before: Pixels, after: Pixels, first: Pixels, second: Pixels) -> _Laid | None:
    """Laid by the points of a face in each; None where one of them shows no whole face."""
    earlier, later = pose_of(before), pose_of(after)
    if earlier is None or later is None:
        return None
    here, there = _points(earlier, before, first), _points(later, after, second)
    # All five points count, however far they are off: in a profile two of them alone tell no size.
    matrix, _ = cv2.estimateAffinePartial2D(there, here, method=cv2.RANSAC, ransacReprojThreshold=float(_SIDE))
    if matrix is None or g.scale(np.asarray(matrix, np.float64)) < 0.1:
        return None
    person = np.zeros(first.shape[:2], np.bool_)
    for pose, whole, small, lead in ((earlier, before, first, np.eye(2, 3)), (later, after, second, matrix)):
        corners = g.rectangle(*pose.box) * (small.shape[1] / whole.shape[1])
        person |= _head(g.bounds(g.apply(np.asarray(lead, np.float64), corners)), person.shape)
    return _Laid(np.asarray(matrix, np.float64), turned_by(earlier, later), person)


def _points(pose: Pose, whole: Pixels, small: Pixels) -> NDArray[np.float32]:
    return np.array(pose.points, np.float32) * np.float32(small.shape[1] / whole.shape[1])


def _head(box: tuple[float, float, float, float], shape: tuple[int, ...]) -> Mask:
    """Head and hair, and everything from the chin down: neck, shoulders, clothes."""
    left, top, right, bottom = box
    beside, above, below = _HEAD
    wide, high = right - left, bottom - top
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
    head = (columns > left - beside * wide) & (columns < right + beside * wide) & (rows > top - above * high)
    return np.asarray(head | (rows > bottom - below * high), np.bool_)


def _by_places(first: Pixels, second: Pixels) -> _Laid | None:
    """Laid by small places that both show; the turn is then the tilt in the plane of the picture."""
    there, here = _common_places(second, first)
    if len(here) < _PLACES:
        return None
    matrix, agreeing = cv2.estimateAffinePartial2D(
        there, here, method=cv2.RANSAC, ransacReprojThreshold=_SLACK, maxIters=3000, confidence=0.999
    )
    if matrix is None or int(agreeing.sum()) < _PLACES:
        return None
    found = np.asarray(matrix, np.float64)
    if not 0.25 < g.scale(found) < 4:
        return None
    hull = np.zeros(first.shape[:2], np.uint8)
    cv2.fillPoly(hull, [cv2.convexHull(np.rint(here[agreeing[:, 0] > 0]).astype(np.int32))], 1)
    grown = cv2.dilate(hull, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * _HULL + 1,) * 2))
    return _Laid(found, abs(g.angle(found)), np.asarray(grown > 0))


def _by_shape(first: Pixels, second: Pixels) -> _Laid | None:
    """Laid by coarse light and dark, where a limb before the same wall has no detail in common any more.

    Only for pictures that lie nearly alike already; the person is then everything but a strip along the frame.
    """
    small = tuple(max(8, round(side * _COARSE / _SIDE)) for side in first.shape[1::-1])
    ours, theirs = (
        np.asarray(cv2.resize(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), small, interpolation=cv2.INTER_AREA), np.uint8)
        for pixels in (first, second)
    )
    stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 80, 1e-4)
    everywhere = np.ones_like(ours)
    start = np.eye(2, 3, dtype=np.float32)
    try:
        likeness, step = cv2.findTransformECC(ours, theirs, start, cv2.MOTION_AFFINE, stop, everywhere, 5)
    except cv2.error:  # nothing in common to follow
        return None
    if not likeness >= _ALIKE:  # also where it is no number, as for pictures of one colour
        return None
    found = g.inverse(np.asarray(step, np.float64))
    large, least = np.linalg.svd(found[:, :2], compute_uv=False)
    if not 1 / _STRETCHED < least <= large < _STRETCHED:
        return None
    to_small = (
        g.resizing(second.shape[1], second.shape[0], *small),
        g.resizing(first.shape[1], first.shape[0], *small),
    )
    matrix = g.then(g.then(to_small[0], found), g.inverse(to_small[1]))
    high, wide = first.shape[:2]
    rows, columns = np.mgrid[0:high, 0:wide]
    person = (np.minimum(columns, wide - 1 - columns) > _STRIP * wide) & (rows > _STRIP * high)
    return _Laid(matrix, abs(g.angle(matrix)), np.asarray(person, np.bool_))


def _common_places(one: Pixels, other: Pixels) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Where the same detail lies in both pictures, n x 2 each; pairs that are each other's best."""
    sift = cv2.SIFT.create(1200, contrastThreshold=0.01)
    (spots, looks), (others, other_looks) = (
        sift.detectAndCompute(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), None) for pixels in (one, other)
    )
    if len(spots) < 2 or len(others) < 2:
        return np.zeros((0, 2), np.float32), np.zeros((0, 2), np.float32)
    near = cv2.BFMatcher(cv2.NORM_L2).knnMatch(looks, other_looks, k=2)
    back = {match[0].trainIdx: match[0].queryIdx for match in near if match[0].distance < _RATIO * match[1].distance}
    return (
        np.array([spots[ours].pt for ours in back.values()], np.float32).reshape(-1, 2),
        np.array([others[theirs].pt for theirs in back], np.float32).reshape(-1, 2),
    )


# ---------------------------------------------------------------- light and ground


def _with_light(measures: Measures, first: Pixels, second: Pixels, laid: _Laid, shown: Mask) -> Measures:
    if not shown.any():
        return measures
    size = (first.shape[1], first.shape[0])
    over = cv2.warpAffine(second, laid.matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    apart = _lab(np.asarray(over, np.uint8)) - _lab(first)
    light = float(np.median(apart[..., 0][shown]))
    ground = shown & ~laid.person
    colour = background = None
    if ground.sum() >= _LEAST_GROUND * shown.sum():
        colour = round(float(np.linalg.norm(np.median(apart[..., 1:][ground], axis=0))), 1)
        rest = apart[ground] - (light, 0, 0)
        background = round(float((np.linalg.norm(rest, axis=1) > _OTHER).mean()), 3)
    return Measures(
        turn=measures.turn,
        scale=measures.scale,
        crop=measures.crop,
        light=round(light, 1),
        colour=colour,
        background=background,
    )


def _lab(pixels: Pixels) -> Floats:
    """Softened CIE L*a*b*."""
    return blur(np.asarray(cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_RGB2LAB), np.float32), _SOFT)

"""Were spots taken away: moles, pimples, scars?

A spot is a blob that stands out from the skin around it on all sides. Each blob of the expected picture is looked for
in the published one, in several sizes, by its lightness and by its redness; one that is no longer there was removed.
Compression and sharpening weaken or strengthen all blobs together, which the expected picture already knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from ..records import EditState
from .alignment import Aligned
from .found import Found, not_assessable
from .published_copy import Floats, Mask, blur, grey

UNIT = "spots"
_RADII = (3.0, 4.2, 6.0, 8.5, 12.0, 17.0)  # pixels
_AROUND = 1.7  # how far the skin around a spot is looked at, in its radius
_LEFT = 0.4  # of a removed spot may still be there
_RING, _ON_RING = 2.0, 0.5  # at twice its radius, at most half of a spot is left on any side; else it is an edge
_OUT = 4.0  # times the usual blob: what a spot must stand out by to be one
_NOISE = 8.0  # times the usual difference between the two pictures
_CLEAR = 3.0  # grey levels a blob must lose at least
_USUAL = 9.0  # grey levels by which a spot that a patient minds stands out, as a blob measures it
_RED = 6.0  # pixels: smaller ones lose their redness in every JPEG, which halves the resolution of colour
_SMALLEST_PANEL = 240  # pixels of its shorter side
_COMPASS = np.array([(np.cos(turn), np.sin(turn)) for turn in np.linspace(0, 2 * np.pi, 12, endpoint=False)])


def check(pair: Aligned) -> Found:
    """Look for the original's spots in the published panel."""
    if min(pair.shape) < _SMALLEST_PANEL:
        return not_assessable("the panel is too small to show spots")
    gone, heat = np.zeros(pair.shape, np.uint8), np.zeros(pair.shape, np.float32)
    least = None
    for radius in _RADII:
        blobs = _blobs(pair, radius)
        if least is None and blobs.seen <= _USUAL:
            least = radius
        for x, y in blobs.gone:
            cv2.circle(gone, (round(float(x)), round(float(y))), round(1.3 * radius), 1, -1)
        heat = np.maximum(heat, blobs.heat)
    if least is None:
        return not_assessable("compression changed fine detail as much as removing a spot would")
    sensitivity = f"spots with a radius of {least:.0f} pixels or more"
    count = cv2.connectedComponents(gone)[0] - 1
    if not count:
        return Found(state=EditState.NONE_FOUND, sensitivity=sensitivity, heat=heat)
    return Found(
        state=EditState.EDITED,
        what="spot removed" if count == 1 else "spots removed",
        where=gone > 0,
        measure=count,
        unit=UNIT,
        sensitivity=sensitivity,
        heat=heat,
    )


@dataclass(frozen=True, slots=True)
class _Blobs:
    """Blobs of one size."""

    gone: Floats  # n x 2: middles (x, y) of those that are no longer there
    seen: float  # grey levels a blob must lose to be seen
    heat: Floats


def _blobs(pair: Aligned, radius: float) -> _Blobs:
    """Blobs of one size by lightness and by redness; large ones are looked for in a reduced picture."""
    step = 1 if radius < 6 else 2 if radius < 12 else 4
    size = (pair.shape[1] // step, pair.shape[0] // step)
    expected, published = (
        np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.float32)
        for picture in (pair.expected, pair.published)
    )
    judged = cv2.resize(pair.judged.astype(np.uint8), size, interpolation=cv2.INTER_AREA)
    near = np.ones((2 * round(1.5 * radius / step) + 1,) * 2, np.uint8)
    allowed = cv2.erode(judged, near, borderType=cv2.BORDER_CONSTANT, borderValue=0) > 0
    looks = [
        _Look.of(look(expected), look(published), allowed, radius / step)
        for look in ((grey, _redness) if radius >= _RED else (grey,))
    ]
    gone = np.concatenate([_vanished(look, looks, allowed, radius / step) for look in looks])
    heat = np.maximum.reduce([(np.abs(look.theirs - look.ours) / (3 * look.least)).clip(0, 1) for look in looks])
    whole = cv2.resize(heat * allowed, pair.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return _Blobs((gone + np.float32(0.5)) * step, looks[0].least, np.asarray(whole, np.float32))


def _redness(picture: Floats) -> Floats:
    return np.asarray(picture[..., 0] - picture[..., 1], np.float32) / np.float32(2)


def _response(values: Floats, radius: float) -> Floats:
    """By how much each place differs from the ring around it."""
    return blur(values, radius / 1.5) - blur(values, _AROUND * radius / 1.5)


def _least(theirs: Floats, ours: Floats, allowed: Mask) -> float:
    if not allowed.any():
        return float("inf")
    noise, usual = (1.48 * float(np.median(np.abs(values[allowed]))) for values in (theirs - ours, theirs))
    return max(_CLEAR, _NOISE * noise, _OUT * usual)


@dataclass(frozen=True, slots=True)
class _Look:
    """Blobs of one size in both pictures, looked at by lightness or by redness."""

    theirs: Floats  # of the expected picture, height x width
    ours: Floats  # of the published one
    least: float  # grey levels a blob must lose to be seen

    @classmethod
    def of(cls, expected: Floats, published: Floats, allowed: Mask, radius: float) -> _Look:
        theirs, ours = _response(expected, radius), _response(published, radius)
        return cls(theirs, ours, _least(theirs, ours, allowed))


def _vanished(look: _Look, looks: Sequence[_Look], allowed: Mask, radius: float) -> Floats:
    """Middles (x, y) of blobs that stand out in the expected picture and by no look in the published one, n x 2."""
    strength = np.abs(look.theirs)
    side = 2 * max(1, round(radius)) + 1
    highest = cv2.dilate(strength, np.ones((side, side), np.uint8)) == strength
    rows, columns = np.nonzero(highest & allowed & (strength > look.least))
    height = look.theirs[rows, columns]
    gone = np.ones(len(rows), np.bool_)
    for any_look in looks:
        left, was = (np.abs(values[rows, columns]) for values in (any_look.ours, any_look.theirs))
        gone &= left < np.maximum(_LEFT * was, any_look.least if any_look is not look else 0)
    around = _RING * radius * _COMPASS
    x = (columns[:, None] + around[:, 0]).round().astype(int).clip(0, strength.shape[1] - 1)
    y = (rows[:, None] + around[:, 1]).round().astype(int).clip(0, strength.shape[0] - 1)
    alone = (look.theirs[y, x] / height[:, None]).max(axis=1, initial=-1.0) < _ON_RING
    return np.asarray(np.stack([columns, rows], axis=1)[gone & alone], np.float32)

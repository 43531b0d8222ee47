"""Small recognisable places in a picture: a pore, a freckle, the corner of an eye.

They are described so that they can be found again after cropping, turning, resizing and recolouring.
SIFT keypoints with the root-SIFT change of scale, 128 bytes each. Published pictures get many and the library few:
measured on 2,000 photos, a published picture's *strongest* places are its lettering, so its places are spread
evenly over a grid instead, and enough of them are taken that some fall between the letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from ..photos.opening import Pixels

LIBRARY_SIDE, LIBRARY_LIMIT = 640, 600  # pixels of the longer side; keypoints kept of an original
QUERY_SIDE, QUERY_LIMIT = 800, 1600  # the same for a published picture, whose panels are smaller than itself
_GRID = 10  # cells a side
_FAINT, _FAINTEST = 0.004, 0.0013  # contrast; smooth skin has so little that the fainter ones must do
_EDGE = 16.0
_SPARE = 2.5  # times as many are described as are kept, so that there is a choice; no more, for a picture all of grain

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Features:
    """The keypoints of one picture. Coordinates and sizes are in pixels of the whole upright picture."""

    points: Floats  # n x 2: x, y
    sizes: Floats  # n: diameter
    angles: Floats  # n: degrees, clockwise from the x axis
    descriptors: NDArray[np.uint8]  # n x 128, root-SIFT x 512

    def __len__(self) -> int:
        return len(self.points)

    def take(self, chosen: NDArray[np.bool_] | NDArray[np.intp]) -> Features:
        """The keypoints picked by a mask or by positions."""
        return Features(self.points[chosen], self.sizes[chosen], self.angles[chosen], self.descriptors[chosen])

    def and_those_of(self, other: Features) -> Features:
        """These keypoints, and then the other's."""
        return Features(
            np.concatenate([self.points, other.points]),
            np.concatenate([self.sizes, other.sizes]),
            np.concatenate([self.angles, other.angles]),
            np.concatenate([self.descriptors, other.descriptors]),
        )


def extract(pixels: Pixels, *, long_side: int, limit: int, width: int | None = None) -> Features:
    """Find at most ``limit`` keypoints in a picture (height x width x 3 uint8), looked at with ``long_side`` pixels.

    They come most telling first and every first few are spread over the whole picture, so a part of them will do for
    a first try. ``width`` is that of the whole picture where ``pixels`` is a reduced copy; coordinates are then of
    the whole.
    """
    grey = reduced_grey(pixels, long_side)
    # Describing in the same pass costs less than building the blurred copies of the picture a second time, as long as
    # not many more are described than are kept.
    detector = cv2.SIFT.create(nfeatures=int(_SPARE * limit), contrastThreshold=_FAINTEST * 3, edgeThreshold=_EDGE)
    found, raw = detector.detectAndCompute(grey, None)
    if not found:
        none = np.zeros(0, np.float32)
        return Features(none.reshape(0, 2), none, none, np.zeros((0, 128), np.uint8))
    scale = (width or pixels.shape[1]) / grey.shape[1]
    points = np.array([keypoint.pt for keypoint in found], np.float32)
    strength = np.array([keypoint.response for keypoint in found], np.float32)
    kept = _chosen((points + 0.5) / np.array(grey.shape[::-1], np.float32), strength, limit)
    return Features(
        points=((points[kept] + 0.5) * scale - 0.5).astype(np.float32),
        sizes=np.array([found[number].size * scale for number in kept], np.float32),
        angles=np.array([found[number].angle for number in kept], np.float32),
        descriptors=_root(np.asarray(raw, np.float32)[kept]),
    )


def _chosen(places: NDArray[Any], strength: Floats, limit: int) -> NDArray[np.intp]:
    """At most ``limit`` keypoints, spread; faint ones only where there are too few others to fill half of them."""
    enough = max(int((strength >= _FAINT).sum()), limit // 2)
    strongest = np.argsort(-strength, kind="stable")[:enough]
    return strongest[_spread(places[strongest], strength[strongest])[:limit]]


def reduced_grey(pixels: Pixels, long_side: int) -> NDArray[np.uint8]:
    """The picture in grey, made smaller (never larger) so that its longer side has at most ``long_side`` pixels."""
    shrink = long_side / max(pixels.shape[:2])
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY) if pixels.ndim == 3 else pixels
    if shrink < 1:
        size = (max(1, round(pixels.shape[1] * shrink)), max(1, round(pixels.shape[0] * shrink)))
        grey = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    return np.asarray(grey, dtype=np.uint8)


def mirrored(features: Features, width: int) -> Features:
    """The features of the left-right mirrored picture, without extracting anew: its descriptors are the same numbers
    in another order."""
    points = features.points * np.array([-1, 1], np.float32) + np.array([width - 1, 0], np.float32)
    angles = (180 - features.angles) % 360
    return Features(points, features.sizes, angles.astype(np.float32), features.descriptors[:, _MIRROR])


# A descriptor is 4 rows x 4 columns x 8 directions, laid along the keypoint's own direction: mirroring reverses
# the rows and the sense of the directions.
_MIRROR = np.arange(128).reshape(4, 4, 8)[::-1][:, :, (8 - np.arange(8)) % 8].ravel()


def _root(raw: NDArray[np.float32]) -> NDArray[np.uint8]:
    share = raw / np.maximum(raw.sum(axis=1, keepdims=True), 1e-6)
    return np.asarray(np.clip(np.rint(np.sqrt(share) * 512), 0, 255), dtype=np.uint8)


def _spread(places: NDArray[Any], strength: Floats) -> NDArray[np.intp]:
    """The order that takes the strongest of every grid cell, then the second strongest of every cell, and so on.

    ``places`` (n x 2) are shares of the width and the height.
    """
    column, row = (places * _GRID).astype(int).T
    cell = column + _GRID * row
    order = np.lexsort((-strength, cell))
    starts = np.r_[0, np.flatnonzero(np.diff(cell[order])) + 1]
    rank = np.empty(len(order), int)
    rank[order] = np.arange(len(order)) - np.repeat(starts, np.diff(np.r_[starts, len(order)]))
    return np.lexsort((-strength, rank))

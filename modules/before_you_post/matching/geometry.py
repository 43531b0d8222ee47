"""Maps between pictures: original to published, whole to reduced, and the outline an original leaves.

All maps are 2 x 3 float arrays; coordinates are pixel centres, so a reduced copy is shifted by half a pixel too.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from ..photos.fingerprint import Laying
from ..records import Outline

Matrix = NDArray[np.float64]
Corners = NDArray[np.float64]  # n x 2


def then(first: Matrix, second: Matrix) -> Matrix:
    """The map that does ``first``, then ``second``."""
    return np.asarray((np.vstack([second, [0, 0, 1]]) @ np.vstack([first, [0, 0, 1]]))[:2])


def inverse(matrix: Matrix) -> Matrix:
    """The map back."""
    return np.asarray(np.linalg.inv(np.vstack([matrix, [0, 0, 1]]))[:2])


def resizing(width: int, height: int, new_width: int, new_height: int) -> Matrix:
    """From pixels of a picture to pixels of its resized copy."""
    across, down = new_width / width, new_height / height
    return np.array([[across, 0, 0.5 * across - 0.5], [0, down, 0.5 * down - 0.5]])


def mirroring(width: int) -> Matrix:
    """From pixels of a picture to pixels of its left-right mirror image."""
    return np.array([[-1.0, 0, width - 1], [0, 1.0, 0]])


def laying(how: Laying, width: int, height: int) -> Matrix:
    """From pixels of a picture to pixels of its mirrored and turned copy."""
    matrix = mirroring(width) if how.mirrored else np.eye(2, 3)
    for _ in range(how.quarter_turns):
        matrix = then(matrix, np.array([[0, 1.0, 0], [-1.0, 0, width - 1]]))
        width, height = height, width
    return matrix


def apply(matrix: Matrix, points: Corners) -> Corners:
    """Points through a map."""
    return np.asarray(points @ matrix[:, :2].T + matrix[:, 2])


def apply_to_edges(matrix: Matrix, corners: Corners) -> Corners:
    """An outline through a map; outlines run along the edges of pixels, maps lead from centre to centre."""
    return apply(matrix, corners - 0.5) + 0.5


def rectangle(left: float, top: float, right: float, bottom: float) -> Corners:
    """Four corners, clockwise from the top left."""
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float64)


def whole(width: int, height: int) -> Corners:
    """The outline of a whole picture."""
    return rectangle(0, 0, width, height)


def bounds(corners: Corners) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the upright box around an outline."""
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def outline(corners: Corners) -> Outline:
    """Corners as the records write them, to a tenth of a pixel."""
    return tuple((round(float(x), 1), round(float(y), 1)) for x, y in corners)


def scale(matrix: Matrix) -> float:
    """How many times larger the map makes things."""
    return float(abs(np.linalg.det(matrix[:, :2])) ** 0.5)


def is_mirrored(matrix: Matrix) -> bool:
    """Whether the map turns left into right."""
    return bool(np.linalg.det(matrix[:, :2]) < 0)


def angle(matrix: Matrix) -> float:
    """Degrees counter-clockwise by which things were turned, after mirroring left to right if they were mirrored."""
    across = matrix[:, 0] * (-1 if is_mirrored(matrix) else 1)
    degrees = -math.degrees(math.atan2(across[1], across[0]))
    return 180.0 if degrees <= -179.95 else round(degrees, 1) + 0.0

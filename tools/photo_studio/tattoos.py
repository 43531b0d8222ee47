# SPDX-License-Identifier: GPL-3.0-or-later
"""Tattoos: drawings laid flat on the skin, and what a laser leaves of them."""

from __future__ import annotations

import mesh
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy import ndimage
from skin import Skin

Array = NDArray[np.floating]


def tattoo(
    skin: Skin, at: Array, up: Array, size: float, *, ink: float, drawing: str = "compass", ghost: float = 0.0
) -> None:
    """A drawing in ink: 1 is fresh, 0.2 is what a laser has left; ``ghost`` is how much paler the skin stays there."""
    vertex = mesh.nearest(np.asarray(at, float))
    centre, normal = mesh.base()[0][vertex], mesh.normals(mesh.base()[0])[vertex]
    upward = np.asarray(up, float) - normal * (np.asarray(up, float) @ normal)
    upward /= np.linalg.norm(upward)
    rows, columns, offset = skin.region(centre, size * 0.75)
    keep = np.abs(offset @ normal) < size * 0.45
    rows, columns, offset = rows[keep], columns[keep], offset[keep]
    picture = DRAWINGS[drawing]()
    blur = 1.2 if ink > 0.6 else 5
    column = (offset @ np.cross(upward, normal) / size + 0.5) * picture.shape[1]
    row = (0.5 - offset @ upward / size) * picture.shape[0]
    cover, wide = (
        ndimage.map_coordinates(ndimage.gaussian_filter(picture, much), [row, column], order=1, mode="constant")
        for much in (blur, 3 * blur)
    )
    worn = skin.noise(skin.where[rows, columns], 25 if ink > 0.6 else 9, 2)
    skin.tint(rows, columns, ghost * wide, (1.16, 1.17, 1.18))
    skin.tint(rows, columns, cover * ink * (1 - 0.14 * np.clip(worn, -3, 1)), (0.17, 0.20, 0.24), multiply=False)


def compass_rose(side: int = 900) -> Array:
    """The tattoo's drawing, 1 where there is ink."""
    picture = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(picture)
    c, long, short = side / 2, 0.43 * side, 0.078 * side
    tips = [(c, c - long), (c + long * 0.75, c), (c, c + long), (c - long * 0.75, c)]
    waist = [(c + short, c - short), (c + short, c + short), (c - short, c + short), (c - short, c - short)]
    draw.polygon([p for pair in zip(tips, waist, strict=True) for p in pair], outline=255, width=14)
    for tip, side_point in zip(tips, waist, strict=True):
        draw.polygon([tip, side_point, (c, c)], fill=235)
    for radius, width in ((0.24 * side, 10), (0.285 * side, 6)):
        draw.ellipse((c - radius, c - radius, c + radius, c + radius), outline=240, width=width)
    for angle in np.arange(24) * np.pi / 12:
        ring = [(c + r * side * np.cos(angle), c + r * side * np.sin(angle)) for r in (0.24, 0.285)]
        draw.line(ring, fill=240, width=5)
    return np.asarray(picture, np.float32) / 255


def leafy_branch(side: int = 900) -> Array:
    """A bent stem with leaves in pairs, the left half of each leaf filled in."""
    picture = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(picture)
    t = np.linspace(0, 1, 60)
    stem = np.stack([side * (0.50 + 0.09 * np.sin(2.6 * t - 0.4)), side * (0.95 - 0.88 * t)], 1)
    draw.line([tuple(p) for p in stem], fill=245, width=10)
    for k in range(6, 60, 7):
        way = stem[min(k + 1, 59)] - stem[k - 1]
        heading, reach = np.arctan2(way[1], way[0]), side * (0.25 - 0.0026 * k)
        for hand in (-1, 1):
            _leaf(draw, stem[k], heading + hand * 0.85, reach, hand)
    return np.asarray(picture, np.float32) / 255


def _leaf(draw: ImageDraw.ImageDraw, root: Array, heading: float, reach: float, hand: int) -> None:
    s = np.linspace(0, 1, 24)
    ahead = np.array([np.cos(heading), np.sin(heading)])
    across = np.array([-ahead[1], ahead[0]])
    rib = root + np.outer(s * reach, ahead) + np.outer(0.10 * reach * s * s, -hand * across)
    edge = np.outer(0.17 * reach * np.sin(np.pi * s**0.8), across)
    left, right = [tuple(p) for p in rib + edge], [tuple(p) for p in rib - edge]
    draw.polygon(left + [tuple(p) for p in rib[::-1]], fill=215)
    draw.line(right, fill=240, width=6)
    draw.line([tuple(p) for p in rib], fill=245, width=6)
    for k in range(5, 20, 4):
        draw.line([right[k + 2], tuple(rib[k])], fill=200, width=3)


DRAWINGS = {"compass": compass_rose, "branch": leafy_branch}

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a clinic treats on bodies, painted."""

from __future__ import annotations

import mesh
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy import ndimage
from skin import Skin

Array = NDArray[np.floating]


def tattoo(skin: Skin, at: Array, up: Array, size: float, ink: float) -> None:
    """A compass rose; ``ink`` 1 is fresh, 0.2 is what a laser has left."""
    vertex = mesh.nearest(np.asarray(at, float))
    centre, normal = mesh.base()[0][vertex], mesh.normals(mesh.base()[0])[vertex]
    upward = np.asarray(up, float) - normal * (np.asarray(up, float) @ normal)
    upward /= np.linalg.norm(upward)
    rows, columns, offset = skin.region(centre, size * 0.75)
    keep = np.abs(offset @ normal) < size * 0.45
    rows, columns, offset = rows[keep], columns[keep], offset[keep]
    drawing = ndimage.gaussian_filter(compass_rose(), 1.2 if ink > 0.6 else 5)
    column = (offset @ np.cross(upward, normal) / size + 0.5) * drawing.shape[1]
    row = (0.5 - offset @ upward / size) * drawing.shape[0]
    cover = ndimage.map_coordinates(drawing, [row, column], order=1, mode="constant")
    worn = skin.noise(skin.where[rows, columns], 25 if ink > 0.6 else 9, 2)
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

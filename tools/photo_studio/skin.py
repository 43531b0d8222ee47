# SPDX-License-Identifier: GPL-3.0-or-later
"""Painted skin: a tone, its mottling, and the brushes that marks are painted with.

No photograph of skin is used. Everything is painted by distance in space (decimetres on the resting body) and
three-dimensional noise. Two pictures come out: colour, and height in 16 bit (8 bit shows as steps).
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from projection import Canvas
from scipy import ndimage
from scipy.spatial import cKDTree

Array = NDArray[np.floating]
TONES = {
    "porcelain": (0.89, 0.72, 0.63),
    "fair": (0.86, 0.67, 0.57),
    "light": (0.82, 0.635, 0.525),
    "olive": (0.76, 0.56, 0.43),
    "tan": (0.68, 0.47, 0.35),
    "brown": (0.50, 0.325, 0.23),
    "dark": (0.37, 0.23, 0.16),
    "deep": (0.29, 0.18, 0.127),
}
ZONES = {  # centre, radius, share of the marks
    "cheeks": (((0.45, 6.85, 1.2), 0.34, 0.36), ((-0.45, 6.85, 1.2), 0.34, 0.36), ((0, 6.35, 1.45), 0.22, 0.28)),
    "face": (
        ((0.45, 6.85, 1.2), 0.34, 0.28),
        ((-0.45, 6.85, 1.2), 0.34, 0.28),
        ((0, 7.85, 1.4), 0.42, 0.26),
        ((0, 6.35, 1.45), 0.22, 0.18),
    ),
    "flush": (
        ((0.42, 6.92, 1.3), 0.30, 0.36),
        ((-0.42, 6.92, 1.3), 0.30, 0.36),
        ((0, 6.98, 1.6), 0.16, 0.28),
    ),
    "head": (((0, 6.95, 1.3), 0.85, 1.0),),
    "back": (((0.1, 4.5, -0.5), 1.6, 1.0),),
    "belly": (((0, 2.0, 1.2), 1.3, 1.0),),
    "arm": (((3.6, 3.2, 0.9), 1.1, 1.0),),
}


def bare(points: Array) -> Array:
    """The points that are not on eyelids, brows or lips: freckles and spots do not sit there."""
    x, y = np.abs(points[:, 0]), points[:, 1]
    face = (points[:, 2] > 0.9) & (y > 6)
    eyes = ((x - 0.33) / 0.24) ** 2 + ((y - 7.32) / 0.17) ** 2 < 1
    lips = (x / 0.28) ** 2 + ((y - 6.6) / 0.14) ** 2 < 1
    return points[~(face & (eyes | lips))]


class Skin:
    """One person's skin on one day; every method paints and returns the same skin."""

    def __init__(self, tone: str, seed: int, canvas: Canvas) -> None:
        self.canvas, self.where = canvas, canvas.where
        self.size = len(self.where)
        self.random = np.random.default_rng(seed)
        self.grid = self.random.standard_normal((64, 64, 64)).astype(np.float32)
        self.colour = np.tile(np.array(TONES[tone], np.float32), (self.size, self.size, 1))
        self.height = np.zeros((self.size, self.size), np.float32)  # mm

    # ---- where

    def region(self, centre: Array, radius: float) -> tuple[Array, Array, Array]:
        """Rows, columns and offsets of the texels within ``radius`` of a point."""
        coarse, block = 8, np.arange(8)
        with np.errstate(invalid="ignore"):
            near = ((self.where[::coarse, ::coarse] - centre) ** 2).sum(-1) < (radius + 0.12) ** 2
        top, left = np.nonzero(ndimage.binary_dilation(near))
        rows, columns = np.broadcast_arrays(
            (top * coarse)[:, None, None] + block[:, None], (left * coarse)[:, None, None] + block
        )
        rows, columns = rows.ravel(), columns.ravel()
        offset = self.where[rows, columns] - np.asarray(centre, np.float32)
        keep = np.isfinite(offset[:, 0]) & ((offset**2).sum(1) < radius * radius)
        return rows[keep], columns[keep], offset[keep]

    def curve(self, points: Array, count: int = 40) -> Array:
        """A smooth line on the skin through rough points."""
        points = np.asarray(points, float)
        at = np.linspace(0, 1, len(points))
        line = np.stack([np.interp(np.linspace(0, 1, count), at, points[:, k]) for k in range(3)], 1)
        line = self.canvas.snap(ndimage.gaussian_filter1d(line, count / 14, axis=0, mode="nearest"))
        return ndimage.gaussian_filter1d(line, 1.5, axis=0, mode="nearest")

    def scatter(self, zone: str, count: int) -> Array:
        """Random points of a zone, the same from every camera."""
        out = []
        for centre, radius, share in ZONES[zone]:
            found = bare(self.canvas.within(centre, radius))
            out.append(found[self.random.choice(len(found), round(count * share))])
        return np.concatenate(out)

    def noise(self, points: Array, frequency: float, octaves: int = 3, shift: float = 0.0) -> Array:
        """Smooth noise of about unit variance at points in space."""
        total, gain, power = 0.0, 1.0, 0.0
        for octave in range(octaves):
            at = (points * frequency * 2**octave + shift + 17.3 * octave) % 64
            total = total + gain * ndimage.map_coordinates(self.grid, at.T, order=1, mode="grid-wrap")
            power += gain * gain
            gain *= 0.55
        return total / np.sqrt(power)

    def tint(self, rows: Array, columns: Array, amount: Array, colour: Array, multiply: bool = True) -> None:
        old = self.colour[rows, columns]
        new = old * np.asarray(colour, np.float32) if multiply else np.asarray(colour, np.float32)
        self.colour[rows, columns] = old + (new - old) * np.clip(amount, 0, 1)[:, None]

    # ---- what every skin has

    def everyday(self, mottling: float = 1.6) -> Skin:
        """Lips, lids, flush of cheeks, nose and ears, and mottling fine and coarse."""
        lips = self.canvas.mask("lips") * 0.7
        self.colour *= 1 - lips * np.array([0.13, 0.40, 0.38], np.float32)
        self.colour *= 1 - self.canvas.mask("eyelids") * np.array([0.03, 0.05, 0.045], np.float32)
        self.colour *= 1 - self.canvas.mask("aureolae") * np.array([0.11, 0.21, 0.19], np.float32)
        for side in (-1, 1):
            self.patch((side * 0.42, 6.9, 1.3), 0.34, (1, 0.87, 0.84), bias=-0.2, soft=1.2, amount=0.4)
            self.patch((side * 0.78, 7.0, -0.1), 0.3, (1, 0.82, 0.78), bias=-0.2, soft=1.2, amount=0.5)
        self.patch((0, 6.95, 1.6), 0.2, (1, 0.84, 0.80), bias=-0.2, soft=1.0, amount=0.4)
        self.patch((0, 6.3, 1.5), 0.2, (1, 0.88, 0.86), soft=1.0, amount=0.4)
        sparse = self.where[::4, ::4]
        known = np.isfinite(sparse[..., 0])

        def spread(frequency: float, octaves: int, shift: float) -> Array:
            values = np.zeros(known.shape, np.float32)
            values[known] = self.noise(sparse[known], frequency, octaves, shift)
            return ndimage.zoom(values, 4, order=1)

        fine = ndimage.gaussian_filter(self.random.standard_normal(self.height.shape).astype(np.float32), 1.2)
        self.colour *= (1 + mottling * (0.010 * fine / fine.std() + 0.011 * spread(22, 2, 3)))[..., None]
        coarse = spread(3.5, 3, 30)
        self.colour[..., 0] *= 1 + mottling * 0.008 * coarse
        self.colour[..., 1] *= 1 - mottling * 0.011 * coarse
        return self

    def shadow(self, amount: Array, colour: Array) -> Skin:
        """Colour by a value per texel: the stubble under hair, a beard's shadow."""
        self.colour += (np.array(colour, np.float32) - self.colour) * amount[..., None]
        return self

    # ---- brushes

    def patch(
        self,
        at: Array,
        radius: float,
        colour: Array,
        *,
        bias: float = 0.0,
        soft: float = 0.35,
        frequency: float = 5,
        amount: float = 0.8,
        raised: float = 0.0,
    ) -> Skin:
        """An irregular patch: naevus, flush, port-wine stain. ``raised`` in mm."""
        rows, columns, offset = self.region(np.asarray(at), radius * 1.6)
        points = self.where[rows, columns]
        away = np.linalg.norm(offset, axis=1) / radius
        inside = (1 - away) * 2 + 0.55 * self.noise(points, frequency, 4) - bias
        alpha = 1 / (1 + np.exp(-np.clip(inside / soft * 3, -40, 40))) * np.clip((1.6 - away) / 0.3, 0, 1)
        self.tint(rows, columns, alpha * amount * (1 + 0.16 * self.noise(points, frequency * 5, 2, 5)), colour)
        self.height[rows, columns] += raised * alpha * (1 + 0.35 * self.noise(points, frequency * 3, 2, 9))
        return self

    def line(self, points: Array, width: float, colour: Array, amount: float, raised: float = 0.0) -> Skin:
        points = np.asarray(points, float)
        centre = points.mean(0)
        rows, columns, _ = self.region(centre, np.linalg.norm(points - centre, axis=1).max() + width * 4)
        steps = [np.linspace(a, b, 12) for a, b in pairwise(points)]
        near, _ = cKDTree(np.concatenate(steps)).query(self.where[rows, columns], distance_upper_bound=width * 4)
        keep = np.isfinite(near)
        rows, columns, near = rows[keep], columns[keep], near[keep] / width
        near = near * (1 + 0.18 * self.noise(self.where[rows, columns], 12, 2))
        self.tint(rows, columns, amount / (1 + np.exp(np.clip((near - 1) * 5, -40, 40))), colour)
        self.height[rows, columns] += raised * np.exp(-(near**2))
        return self

    def save(self, folder: Path, name: str) -> tuple[Path, Path]:
        """Write colour and height (16 bit, 0 at a quarter of the range, 6.4 mm in all)."""
        folder.mkdir(parents=True, exist_ok=True)
        colour, height = folder / f"{name}-colour.png", folder / f"{name}-height.png"
        Image.fromarray((np.clip(self.colour, 0, 1) * 255 + 0.5).astype(np.uint8)).save(colour, compress_level=1)
        levels = np.clip((self.height * 40 + 64) * 257, 0, 65535).astype(np.uint16)
        Image.fromarray(levels).save(height, compress_level=1)
        return colour, height

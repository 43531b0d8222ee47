# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks that any part of the body may bear: naevi, freckles, spots, scars, creases.

Lengths are decimetres, depths and heights millimetres; points lie on the resting body and need not be exact.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from skin import Skin

Array = NDArray[np.floating]


def patch(skin: Skin, at: Array, radius: float, colour: Array, **details: float) -> None:
    """An irregular patch: a birthmark, a flush, the dark of a navel."""
    skin.patch(at, radius, colour, **details)


def naevus(skin: Skin, at: Array, radius: float, colour: Array = (0.42, 0.30, 0.25), raised: float = 0.2) -> None:
    skin.patch(skin.canvas.snap(at)[0], radius, colour, bias=-0.1, soft=0.2, frequency=12, amount=0.9, raised=raised)


def freckles(skin: Skin, zone: str, count: int, largest: float = 0.014, amount: float = 0.55) -> None:
    for point in skin.scatter(zone, count):
        size = float(skin.random.uniform(largest * 0.45, largest))
        skin.patch(point, size, (0.66, 0.53, 0.46), soft=0.3, frequency=14, amount=amount)


def spot(skin: Skin, at: Array, radius: float, kind: str) -> None:
    """One papule, pustule or flat mark of acne."""
    rows, columns, offset = skin.region(at, radius * 3.2)
    away = np.linalg.norm(offset, axis=1) / radius
    away = away * (1 + 0.18 * skin.noise(skin.where[rows, columns], 0.25 / radius, 2))
    flat = kind == "mark"
    halo, core = np.exp(-((away / 1.5) ** 2)), np.exp(-((away / 0.85) ** 4))
    skin.tint(rows, columns, halo * (0.33 if flat else 0.55), (1.0, 0.70, 0.66))
    skin.tint(rows, columns, core * (0.26 if flat else 0.72), (0.97, 0.58, 0.55))
    if kind == "pustule":
        skin.tint(rows, columns, np.exp(-((away / 0.42) ** 4)) * 0.7, (0.93, 0.85, 0.69), multiply=False)
    if not flat:
        skin.height[rows, columns] += radius * 30 * np.exp(-((away / 0.95) ** 2))


def scar(skin: Skin, through: Array, width: float, fresh: bool, stitches: int = 0) -> None:
    """A surgical scar: red, raised and dotted while fresh; a pale narrow line later."""
    points = skin.curve(through)
    if not fresh:
        skin.line(points, width * 1.8, (1.0, 0.93, 0.91), 0.5)
        skin.line(points, width * 0.8, (1.10, 1.06, 1.05), 0.7, raised=0.06)
        return
    skin.line(points, width * 3, (1, 0.76, 0.72), 0.65)
    skin.line(points, width, (0.80, 0.50, 0.47), 0.8, raised=0.22)
    for k in np.linspace(1, len(points) - 2, stitches).astype(int):
        along = points[k + 1] - points[k - 1]
        across = np.cross(along, [0, 0, 1])
        across /= np.linalg.norm(across) + 1e-9
        for side in (-1, 1):
            spot(skin, points[k] + side * across * width * 2.6, width * 0.45, "mark")


def crease(skin: Skin, through: Array, width: float, depth: float) -> None:
    """A wrinkle: a soft valley with a faint dark core."""
    points = skin.curve(through)
    skin.line(points, width * 2.4, (1, 1, 1), 0.0, raised=0.3 * depth)
    skin.line(points, width, (0.93, 0.86, 0.84), min(0.35, 0.12 + 0.4 * depth), raised=-depth)

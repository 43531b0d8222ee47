# SPDX-License-Identifier: GPL-3.0-or-later
"""What a clinic treats on faces, painted: acne and its scars, pigment, vessels, lines of age, a beard's shadow."""

from __future__ import annotations

import numpy as np
from marks import spot
from numpy.typing import NDArray
from skin import Skin

Array = NDArray[np.floating]


def acne(skin: Skin, zone: str, count: int, marks: float = 0.3) -> None:
    """Acne; ``marks`` is the share that has healed to flat marks."""
    shares = [0.65 * (1 - marks), 0.35 * (1 - marks), marks]
    for point in skin.scatter(zone, count):
        size = float(np.clip(skin.random.lognormal(np.log(0.013), 0.4), 0.006, 0.030))
        spot(skin, point, size, str(skin.random.choice(["papule", "pustule", "mark"], p=shares)))


def pits(skin: Skin, zone: str, count: int, depth: float = 0.35) -> None:
    """Scars that acne leaves: small pits and shallow dents, ``depth`` in mm."""
    for point in skin.scatter(zone, count):
        radius = float(np.clip(skin.random.lognormal(np.log(0.009), 0.40), 0.005, 0.020))
        rows, columns, offset = skin.region(point, radius * 2.6)
        away = np.linalg.norm(offset, axis=1) / radius
        away = away * (1 + 0.40 * skin.noise(skin.where[rows, columns], 0.3 / radius, 2))
        floor = np.exp(-(away**4))
        skin.height[rows, columns] += depth * (0.22 * np.exp(-(((away - 1.35) / 0.4) ** 2)) - floor)
        skin.tint(rows, columns, floor * 0.35, (0.93, 0.80, 0.77))


MELASMA = (  # on one side of the face: where, how wide
    ((0.46, 6.98, 1.28), 0.24),
    ((0.60, 6.82, 1.10), 0.17),
    ((0.21, 7.76, 1.45), 0.22),
    ((0.12, 6.80, 1.50), 0.10),
    ((0.04, 7.12, 1.58), 0.08),
)


def melasma(skin: Skin, amount: float) -> None:
    """Brown patches, alike on both sides: cheeks, forehead, upper lip, bridge of the nose."""
    for side in (-1, 1):
        for (x, y, z), radius in MELASMA:
            colour = (0.66, 0.55, 0.47)
            skin.patch((side * x, y, z), radius, colour, bias=0.30, soft=0.8, frequency=8, amount=amount)


FLUSH = (  # x, y, z, radius, and how strongly it reddens there
    (0.42, 6.92, 1.30, 0.34, 0.75),
    (-0.42, 6.92, 1.30, 0.34, 0.75),
    (0.0, 6.98, 1.60, 0.20, 0.80),
    (0.0, 6.32, 1.50, 0.20, 0.35),
    (0.0, 7.78, 1.45, 0.32, 0.28),
)


def rosacea(skin: Skin, flush: float, vessels: int, papules: int = 0) -> None:
    """A lasting flush of cheeks, nose, chin and forehead, fine red vessels in it, and some papules."""
    for x, y, z, radius, share in FLUSH:
        amount = share * flush
        skin.patch((x, y, z), radius, (0.99, 0.74, 0.70), bias=0.0, soft=1.1, frequency=6, amount=amount)
    for point in skin.scatter("flush", vessels):
        _vessel(skin, point)
    for point in skin.scatter("flush", papules):
        spot(skin, point, float(skin.random.uniform(0.008, 0.015)), "papule")


def _vessel(skin: Skin, start: Array) -> None:
    """One widened vessel: a short crooked line that strays at random."""
    way = skin.random.standard_normal(3)
    points = [start]
    for _ in range(5):
        way = 0.6 * way / np.linalg.norm(way) + 0.5 * skin.random.standard_normal(3)
        points.append(points[-1] + 0.022 * way / np.linalg.norm(way))
    skin.line(skin.canvas.snap(np.array(points)), float(skin.random.uniform(0.0016, 0.0030)), (0.90, 0.50, 0.50), 0.5)


STAIN = (((0.50, 7.00, 1.20), 0.25), ((0.63, 6.78, 1.00), 0.22), ((0.42, 6.74, 1.32), 0.16), ((0.63, 7.20, 1.08), 0.13))


def port_wine(skin: Skin, amount: float, side: int = 1) -> None:
    """A port-wine stain over one cheek, one patch with a ragged edge; laser leaves less of it."""
    turn = np.array([side, 1, 1])
    rows, columns, _ = skin.region(np.array(STAIN[0][0]) * turn, 0.75)
    points = skin.where[rows, columns]
    depth = np.max([(1 - np.linalg.norm(points - np.array(at) * turn, axis=1) / r) * r for at, r in STAIN], axis=0)
    edge = depth / 0.25 + 0.22 * skin.noise(points, 6, 4)
    alpha = 1 / (1 + np.exp(-np.clip(edge / 0.05, -40, 40)))
    worn = 1 + 0.14 * skin.noise(points, 22, 3, 5) + 0.12 * skin.noise(points, 5, 2, 8)
    skin.tint(rows, columns, alpha * amount * worn, (0.84, 0.50, 0.54))


def lesion(skin: Skin, at: Array, radius: float) -> None:
    """A pearly nodule with a sunken crusted middle and fine vessels over its rim."""
    at = skin.canvas.snap(at)[0]
    skin.patch(at, radius * 1.7, (1.0, 0.87, 0.85), soft=1.0, amount=0.6)
    skin.patch(at, radius, (1.02, 0.86, 0.83), bias=-0.2, soft=0.5, frequency=11, amount=0.8, raised=0.7)
    skin.patch(at, radius * 0.5, (0.90, 0.66, 0.61), soft=0.6, frequency=18, amount=0.8, raised=-0.5)
    skin.patch(at, radius * 0.28, (0.62, 0.43, 0.38), soft=0.4, frequency=26, amount=0.8)
    for angle in np.linspace(0, 2 * np.pi, 9)[:-1]:
        rim = at + radius * 0.75 * np.array([np.cos(angle), np.sin(angle), 0])
        _vessel(skin, skin.canvas.snap(rim)[0])

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a clinic treats on bodies, painted: age spots, vessels, keloids, moles, and what treatment leaves.

Lengths are decimetres, heights millimetres; points lie on the resting body. ``strength`` 1 is untreated.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.spatial import cKDTree
from skin import Skin

Array = NDArray[np.floating]
REDS = ((0.74, 0.34, 0.36), (0.80, 0.42, 0.42), (0.56, 0.40, 0.55), (0.50, 0.42, 0.62))


def around(skin: Skin, at: Array, reach: float, count: int) -> Array:
    """Random points of the skin about a point, denser towards it."""
    found = skin.canvas.within(at, reach)
    far = np.linalg.norm(found - at, axis=1) / reach
    chance = np.clip(1.2 - far, 0, 1)
    return found[skin.random.choice(len(found), count, p=chance / chance.sum())]


def age_spots(skin: Skin, at: Array, reach: float, count: int, *, largest: float = 0.05, strength: float = 1.0) -> None:
    """Sun-brown spots of old skin, few large and many small; treatment fades them to a tint."""
    for point in around(skin, at, reach, count):
        size = float(np.clip(skin.random.lognormal(np.log(largest * 0.33), 0.55), largest * 0.12, largest))
        depth = float(skin.random.uniform(0.45, 1.0))
        brown = 1 - depth * np.array([0.22, 0.34, 0.40])
        _blotch(skin, point, size, brown, 0.85 * strength)


def _blotch(skin: Skin, at: Array, radius: float, colour: Array, amount: float) -> None:
    """A flat spot of ragged outline and uneven depth."""
    rows, columns, offset = skin.region(at, radius * 2)
    points = skin.where[rows, columns]
    ragged = skin.noise(points, 0.8 / radius, 3, 3)
    inside = 1 - np.linalg.norm(offset, axis=1) / radius + 0.42 * ragged
    alpha = 1 / (1 + np.exp(-np.clip(inside * 9, -40, 40)))
    skin.tint(
        rows, columns, alpha * amount * np.clip(0.85 + 0.22 * skin.noise(points, 2.2 / radius, 2, 5), 0.2, 1.2), colour
    )


def angiomas(skin: Skin, at: Array, reach: float, count: int) -> None:
    """Cherry-red dots of a millimetre or two, as most old backs have."""
    for point in around(skin, at, reach, count):
        size = float(skin.random.uniform(0.006, 0.014))
        skin.patch(point, size, (0.80, 0.28, 0.27), soft=0.25, frequency=20, amount=0.8, raised=0.15)


def crepe(skin: Skin, at: Array, reach: float, along: Array, *, depth: float = 0.12, scale: float = 22.0) -> None:
    """Thin crossed wrinkles of old skin, longer in the direction ``along``; ``scale`` is their number a decimetre."""
    along = np.asarray(along, float) / np.linalg.norm(along)
    rows, columns, offset = skin.region(np.asarray(at, float), reach)
    points = skin.where[rows, columns]
    fading = np.clip((1 - np.linalg.norm(offset, axis=1) / reach) / 0.35, 0, 1)
    valley = np.zeros(len(points))
    for tilt, share in ((0.0, 1.0), (0.55, 0.6), (-0.55, 0.6)):
        way = along + tilt * np.cross(along, [0.3, 0.5, 0.8])
        way /= np.linalg.norm(way)
        long = points - np.outer(points @ way, way) * 0.72
        wave = skin.noise(long + 0.02 * skin.noise(points, 9, 2)[:, None], scale, 2, shift=9 * tilt)
        valley += share * np.exp(-((wave / 0.22) ** 2)) * (0.6 + 0.4 * skin.noise(points, 4, 2, 4))
    valley = np.clip(valley, 0, 1.6) * fading
    skin.height[rows, columns] -= depth * valley
    skin.tint(rows, columns, 0.16 * valley * min(1.0, depth / 0.12), (0.86, 0.74, 0.70))


def _wander(skin: Skin, start: Array, towards: Array, steps: int, stride: float) -> Array:
    """A crooked way over the skin."""
    place, way, out = start, towards / np.linalg.norm(towards), [start]
    for _ in range(steps):
        way = way + 0.42 * skin.random.standard_normal(3)
        way /= np.linalg.norm(way)
        new = skin.canvas.snap(place + stride * way)[0]
        way = 0.75 * way + 0.25 * (new - place) / (np.linalg.norm(new - place) + 1e-9)
        place = new
        out.append(place)
    return ndimage.gaussian_filter1d(np.array(out), 0.8, axis=0, mode="nearest")


def spider_veins(skin: Skin, at: Array, reach: float, stems: int = 7, strength: float = 1.0) -> None:
    """Red and violet threads that branch out from a feeding vein; after treatment a few pale rests stay."""
    random = skin.random
    middle = skin.canvas.snap(at)[0]
    for _ in range(stems):
        start = skin.canvas.snap(middle + reach * 0.22 * random.standard_normal(3))[0]
        lines = [_wander(skin, start, random.standard_normal(3), random.integers(14, 26), reach / 26)]
        for _ in range(random.integers(4, 8)):
            fork = lines[random.integers(0, len(lines))]
            root = random.integers(2, len(fork) - 1)
            lines.append(_wander(skin, fork[root], random.standard_normal(3), random.integers(6, 14), reach / 34))
        colour = REDS[random.integers(0, len(REDS))]
        threads(skin, lines, float(random.uniform(0.0026, 0.0048)), colour, 0.9 * strength * random.uniform(0.55, 1.0))
    skin.patch(middle, reach * 0.8, (0.97, 0.88, 0.90), bias=0.3, soft=1.4, amount=0.4 * strength)


def threads(skin: Skin, lines: list[Array], width: float, colour: Array, amount: float) -> None:
    """Lines painted at once, each thinner towards its end."""
    dense = [
        np.stack([np.interp(np.linspace(0, 1, 8 * len(p)), np.linspace(0, 1, len(p)), p[:, k]) for k in range(3)], 1)
        for p in lines
    ]
    every = np.concatenate(dense)
    taper = np.concatenate([np.linspace(1.0, 0.45, len(p)) for p in dense]) * width
    centre = every.mean(0)
    rows, columns, _ = skin.region(centre, np.linalg.norm(every - centre, axis=1).max() + 4 * width)
    far, which = cKDTree(every).query(skin.where[rows, columns], distance_upper_bound=4 * width)
    keep = np.isfinite(far)
    far = far[keep] / taper[which[keep]]
    uneven = 1 + 0.25 * skin.noise(skin.where[rows[keep], columns[keep]], 14, 2, 2)
    skin.tint(rows[keep], columns[keep], amount * np.exp(-(far**2)) * uneven, colour)


def keloid(skin: Skin, through: Array, width: float, raised: float = 2.2, redness: float = 0.5) -> None:
    """A thick raised scar that has outgrown its wound: firm, shiny, darker and redder than the skin."""
    line = skin.curve(through, 160)
    centre = line.mean(0)
    rows, columns, _ = skin.region(centre, np.linalg.norm(line - centre, axis=1).max() + width * 3)
    points = skin.where[rows, columns]
    far, which = cKDTree(line).query(points)
    swell = 1 + 0.28 * skin.noise(line, 5, 2)[which] + 0.16 * skin.noise(points, 9, 3, 3)
    ends = np.sin(np.pi * np.clip(0.10 + 0.80 * which / (len(line) - 1), 0, 1)) ** 0.5
    away = far / (width * swell * ends)
    body = 1 / (1 + np.exp(np.clip((away - 0.95) * 7, -40, 40)))
    dome = np.cos(np.pi / 2 * np.clip(away / 1.3, 0, 1)) ** 1.6
    skin.tint(rows, columns, np.exp(-((away / 1.7) ** 4)) * 0.4, (0.84, 0.78, 0.78))
    skin.tint(rows, columns, body * 0.85, 1 - redness * np.array([0.14, 0.46, 0.42]))
    skin.tint(rows, columns, dome * dome * 0.4, (1.45, 1.30, 1.28))
    skin.height[rows, columns] += raised * dome * (1 + 0.10 * skin.noise(points, 9, 3, 7))


def follicles(skin: Skin, at: Array, reach: float, count: int, strength: float = 1.0) -> None:
    """The pores hair grows from: dark points on a leg, fewer and paler once a laser has closed them."""
    points = around(skin, at, reach, count)
    rows, columns, _ = skin.region(np.asarray(at, float), reach)
    far, which = cKDTree(points).query(skin.where[rows, columns], distance_upper_bound=0.02)
    keep = np.isfinite(far)
    size = skin.random.uniform(0.0022, 0.0042, len(points))[which[keep]]
    dot = np.exp(-((far[keep] / size) ** 2))
    skin.tint(rows[keep], columns[keep], dot * 0.6 * strength, (0.55, 0.48, 0.46))
    skin.height[rows[keep], columns[keep]] += 0.05 * strength * np.exp(-((far[keep] / (2.2 * size)) ** 2))


def fine_scar(
    skin: Skin, through: Array, width: float, *, pale: float = 0.12, pink: float = 0.1, dots: int = 0
) -> None:
    """What a good revision leaves: a thin flat line, a little paler or pinker than the skin, faint stitch dots."""
    line = skin.curve(through)
    both = [line, line[::-1]]  # thinner towards either end
    threads(skin, both, width * 2.4, 1 - pink * np.array([0.0, 0.20, 0.17]), 0.75)
    threads(skin, both, width, 1 - pink * np.array([0.03, 0.20, 0.16]), 0.8)
    threads(skin, both, width * 0.6, 1 + pale * np.array([0.7, 1.0, 1.0]), 0.9)
    skin.line(line, width, (1, 1, 1), 0.0, raised=-0.06)
    for k in np.linspace(2, len(line) - 3, dots).astype(int):
        across = np.cross(line[k + 1] - line[k - 1], [0.1, 0.1, 1.0])
        across /= np.linalg.norm(across) + 1e-9
        for side in (-1, 1):
            place = skin.canvas.snap(line[k] + side * across * width * 3.2)[0]
            skin.patch(place, width * 0.6, 1 + 0.6 * pale * np.ones(3), soft=0.8, frequency=20, amount=0.5)


def striae(skin: Skin, at: Array, reach: float, along: Array, *, count: int, strength: float = 1.0) -> None:
    """Silvery stretch marks, side by side."""
    along = np.asarray(along, float) / np.linalg.norm(along)
    for point in around(skin, at, reach, count):
        size = float(skin.random.uniform(0.10, 0.24))
        bend = 0.25 * skin.random.standard_normal(3)
        way = [point + (along + bend * s * s) * size * s for s in (-1, -0.4, 0.3, 1)]
        line = skin.curve(way, 24)
        threads(skin, [line, line[::-1]], float(skin.random.uniform(0.007, 0.014)), (1.09, 1.07, 1.08), 0.7 * strength)
        skin.line(line, 0.010, (1, 1, 1), 0.0, raised=-0.06 * strength)


def mole(skin: Skin, at: Array, radius: float, raised: float = 1.2) -> None:
    """A raised mole: a brown dome with an uneven surface and darker grains."""
    place = skin.canvas.snap(at)[0]
    skin.patch(place, radius * 1.12, (0.80, 0.62, 0.53), bias=-0.1, soft=0.35, frequency=10, amount=0.8)
    skin.patch(place, radius, (0.62, 0.44, 0.36), bias=0.05, soft=0.25, frequency=12, amount=0.85)
    rows, columns, offset = skin.region(place, radius * 1.3)
    points = skin.where[rows, columns]
    away = np.linalg.norm(offset, axis=1) / radius * (1 + 0.08 * skin.noise(points, 10, 2))
    dome = np.sqrt(np.clip(1 - away**2, 0, 1))
    skin.height[rows, columns] += raised * dome * (1 + 0.16 * skin.noise(points, 3.2 / radius, 3, 11))
    grains = np.clip(skin.noise(points, 3.0 / radius, 2, 6) - 0.5, 0, 1) * dome
    skin.tint(rows, columns, grains * 0.8, (0.45, 0.34, 0.31))

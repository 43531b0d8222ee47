# SPDX-License-Identifier: GPL-3.0-or-later
"""Hair of the face: brows, lashes and a beard, as strands in decimetres, and the shade it lends the skin beneath."""

from __future__ import annotations

from dataclasses import dataclass

import mesh
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]
INNER, OUTER = 0.125, 0.575  # where a brow begins and ends beside the nose's middle


@dataclass(frozen=True, kw_only=True, slots=True)
class Brow:
    """An eyebrow's drawing: half its ``thickness`` at the widest, how high it arches, how much its tail is lifted."""

    thickness: float = 0.040
    arch: float = 0.055
    tilt: float = 0.0
    height: float = 0.0
    count: int = 700

    def along(self, points: Array) -> Array:
        """0 at the nose, 1 at the temple."""
        return (np.abs(points[..., 0]) - INNER) / (OUTER - INNER)

    def density(self, points: Array) -> Array:
        """How thick the brow is at resting points, 0 to 1."""
        u = self.along(points)
        inside = np.clip(u, 0, 1)
        middle = 7.425 + self.height + self.arch * np.sin(np.pi * (inside * 0.8) ** 1.15) + (self.tilt - 0.035) * inside
        half = self.thickness * (0.55 + 0.45 * np.clip(inside / 0.35, 0, 1))
        half = half * (1 - 0.72 * np.clip((inside - 0.4) / 0.6, 0, 1))
        ends = np.clip((u + 0.06) / 0.30, 0, 1) * np.clip((1.04 - u) / 0.15, 0, 1)
        return np.exp(-(((points[..., 1] - middle) / half) ** 4)) * ends * (points[..., 2] > 0.9)


def shade(positions: Array, brow: Brow) -> NDArray[np.float32]:
    """How much an eyebrow darkens the skin beneath it, per texel, 0 to 1."""
    return _where(positions, np.array([-0.7, 7.2, 0.9]), np.array([0.7, 7.7, 1.7]), brow.density)


def _where(positions: Array, low: Array, high: Array, density: object) -> NDArray[np.float32]:
    with np.errstate(invalid="ignore"):
        near = ((positions > low) & (positions < high)).all(-1)
    out = np.zeros(positions.shape[:2], np.float32)
    out[near] = density(positions[near])
    return out


def brows(body: Array, brow: Brow, seed: int) -> Array:
    """Short fine strands fanned along the arch over each eye."""
    random = np.random.default_rng(seed)

    def ridge(middle: Array) -> Array:
        return (np.abs(middle[:, 1] - 7.45) < 0.25) & (middle[:, 2] > 0.85) & (np.abs(middle[:, 0]) < 0.75)

    root, resting, up = mesh.on_surface(body, ridge, brow.count * 34, random)
    keep = brow.density(resting) > random.random(len(resting))
    keep &= np.cumsum(keep) <= 2 * brow.count
    root, resting, up = root[keep], resting[keep], up[keep]
    u, side = brow.along(resting)[:, None], np.sign(resting[:, :1])
    lean = np.hstack([side * (0.35 + 0.8 * u), 0.85 - 1.15 * u, -0.10 - 0.5 * u])
    lean += random.standard_normal(lean.shape) * 0.14
    lean -= up * (lean * up).sum(1, keepdims=True) * 0.9
    lean /= np.linalg.norm(lean, axis=1, keepdims=True)
    reach = random.uniform(0.05, 0.085, (len(root), 1)) * (1 - 0.35 * np.clip(u, 0, 1))
    steps = [root + reach * (lean * s + up * (0.02 + 0.12 * s - 0.13 * s * s)) for s in np.linspace(0, 1, 4)]
    return np.stack(steps, 1)


def lashes(body: Array, seed: int, share: float = 0.7) -> Array:
    """Eyelashes along the mesh's own lash strips, ``share`` of the strips' reach; the lower row is thin and short."""
    random, out = np.random.default_rng(seed), []
    for side, row, count, much in [(s, *row) for s in "lr" for row in ((1, 3, 0.8 * share), (2, 9, 1.7 * share))]:
        for face in mesh.faces_of(f"helper-{side}-eyelashes-{row}"):
            corner = body[[c[0] for c in face]]
            for _ in range(count):
                s = random.random()
                root, tip = corner[0] * (1 - s) + corner[1] * s, corner[3] * (1 - s) + corner[2] * s
                if abs(root[2]) > abs(tip[2]):
                    root, tip = tip, root
                reach = (tip - root) * random.uniform(0.75, 1.1) * much
                out.append(np.stack([root + reach * x + [0, 0.022 * x * x, 0] for x in np.linspace(0, 1, 4)]))
    return np.array(out)


def beard_area(points: Array) -> Array:
    """How thickly a beard grows at resting points, 0 to 1: chin, jaw, lip, and up to the sideburns."""
    x, y, z = np.abs(points[..., 0]), points[..., 1], points[..., 2]
    top = 6.56 + 0.62 * np.clip((x - 0.30) / 0.42, 0, 1) ** 1.6
    chin = _soft(top - y, 0.035) * _soft(y - 5.98, 0.06) * _soft(z - 0.42 - 0.3 * np.clip(6.35 - y, 0, 1), 0.04)
    lip = _soft(6.87 - 0.25 * x - y, 0.02) * _soft(y - 6.55, 0.02) * _soft(0.36 - x, 0.02) * (z > 1.2)
    mouth = _soft(1 - (x / 0.265) ** 2 - ((y - 6.605) / 0.118) ** 2, 0.12) * (z > 1.25)
    return np.maximum(chin, lip) * (1 - mouth)


def _soft(value: Array, width: float) -> Array:
    return 1 / (1 + np.exp(-np.clip(value / width, -40, 40)))


def beard_shade(positions: Array) -> NDArray[np.float32]:
    """How much a shaven or short beard darkens the skin, per texel, 0 to 1."""
    return _where(positions, np.array([-0.85, 5.8, 0.3]), np.array([0.85, 7.3, 1.8]), beard_area)


def beard(body: Array, seed: int, length: float, count: int = 9000) -> Array:
    """Stubble, or a short beard, of ``length`` decimetres."""
    random = np.random.default_rng(seed + 7)

    def face(middle: Array) -> Array:
        return (beard_area(middle) > 0.02) & (np.abs(middle[:, 0]) < 0.85)

    root, resting, up = mesh.on_surface(body, face, count, random)
    keep = beard_area(resting) > random.random(len(resting))
    root, up = root[keep], up[keep]
    lean = up * 0.7 + np.array([0, -0.8, 0.05]) + 0.25 * random.standard_normal(up.shape)
    lean /= np.linalg.norm(lean, axis=1, keepdims=True)
    reach = length * random.uniform(0.6, 1.1, (len(root), 1))
    return np.stack([root + reach * s * (lean + up * 0.3 * (1 - s)) for s in np.linspace(0, 1, 4)], 1)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Strands: hair of the head, brows and lashes, as arrays of points ``strands x points x 3`` in decimetres.

Hair is combed over the skull: every point is pushed back to the skull's own radius plus a lift, so that strands
lie on the head instead of standing off it.
"""

from __future__ import annotations

import mesh
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Array = NDArray[np.floating]
CENTRE = mesh.EYES + np.array([0, 0.25, -0.95])  # the middle of the skull
CROWN = np.array([0.12, 0.85, -0.55])
KNOT = np.array([0.0, 0.10, -1.0])


def over_hairline(points: Array, front: float, back: float) -> Array:
    """Height of resting points above the hairline, a slope from the nape up to the forehead."""
    away = points - mesh.EYES
    slope = np.clip((away[..., 2] + 1.9) / 1.9, 0, 1) ** 1.8
    return away[..., 1] - (back + (front - back) * slope)


def stubble(positions: Array, front: float, back: float) -> NDArray[np.float32]:
    """How much scalp shows hair, per texel, 0 to 1: painted under the strands so that no bald skin shines through."""
    with np.errstate(all="ignore"):
        above = over_hairline(positions, front, back)
        amount = 1 / (1 + np.exp(-np.clip((above - 0.05) / 0.035, -40, 40)))
        amount *= positions[..., 1] > mesh.EYES[1] - 0.95
        bare = mesh.base()[0][mesh.ears()]
        known = np.isfinite(positions[..., 0]) & (amount > 0)
        far, _ = cKDTree(bare).query(positions[known], distance_upper_bound=0.09)
    out = np.zeros(positions.shape[:2], np.float32)
    out[known] = amount[known] * np.clip((np.minimum(far, 0.09) - 0.02) / 0.05, 0, 1)
    return out


class Skull:
    """The morphed head as a radius in every direction from its middle."""

    def __init__(self, body: Array) -> None:
        rest = mesh.base()[0]
        ids = mesh.vertices_of("body")
        head = ids[(rest[ids, 1] > mesh.EYES[1] - 1.1) & ~mesh.ears()[ids]]
        self.middle = CENTRE + (body[head].mean(0) - rest[head].mean(0))
        away = body[head] - self.middle
        self.reach = np.linalg.norm(away, axis=1)
        self.tree = cKDTree(away / self.reach[:, None])

    def surface(self, directions: Array, lift: Array) -> Array:
        directions = directions / np.linalg.norm(directions, axis=-1, keepdims=True)
        far, near = self.tree.query(directions, k=4)
        share = 1 / (far + 0.01) ** 2
        reach = (self.reach[near] * share).sum(-1) / share.sum(-1)
        return self.middle + directions * (reach + lift)[..., None]


def roots(body: Array, count: int, hairline: tuple[float, float], random: np.random.Generator) -> tuple[Array, Array]:
    """Points on the scalp, even by area: on the morphed body, and the same on the resting one."""
    rest, ear = mesh.base()[0], mesh.ears()
    quads = np.array([[c[0] for c in face] for face in mesh.faces_of("body")])
    middle = rest[quads].mean(1)
    scalp = over_hairline(middle, *hairline) > -0.15
    scalp &= (middle[:, 1] > mesh.EYES[1] - 1.0) & ~ear[quads].all(1)
    triangles = np.concatenate([quads[scalp][:, [0, 1, 2]], quads[scalp][:, [0, 2, 3]]])
    a, b, c = (body[triangles[:, k]] for k in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    chosen = triangles[random.choice(len(triangles), count, p=area / area.sum())]
    cut = np.sort(random.random((count, 2)), 1)
    share = np.stack([cut[:, 0], cut[:, 1] - cut[:, 0], 1 - cut[:, 1]], 1)[..., None]
    resting = (rest[chosen] * share).sum(1)
    keep = over_hairline(resting, *hairline) > 0.15 * random.random(count) ** 2
    return (body[chosen] * share).sum(1)[keep], resting[keep]


def _locks(resting: Array, random: np.random.Generator, size: float = 0.12) -> Array:
    """The same small turn for all roots of a lock."""
    turns = random.standard_normal((997, 3))
    return turns[(np.floor(resting / size).astype(int) @ np.array([131, 17, 71])) % 997]


def head(body: Array, style: str, seed: int, hairline: tuple[float, float], length: float) -> Array:
    """Hair of the head. Styles: "tied" (combed back to a knot), "short", "coils"."""
    random = np.random.default_rng(seed)
    skull = Skull(body)
    start, resting = roots(body, 46000, hairline, random)
    here = start - skull.middle
    here /= np.linalg.norm(here, axis=1, keepdims=True)
    if style == "tied":
        return _tied(skull, start, here, _locks(resting, random), random)
    points = 10
    curl = 1.5 if style == "coils" else 0.12
    height = np.clip((resting[:, 1] - mesh.EYES[1] + 0.2) / 1.2, 0.25, 1)
    edge = np.clip(0.35 + 2 * over_hairline(resting, *hairline), 0.35, 1)
    reach = length * height * edge * random.uniform(0.7, 1.1, len(start))
    lock = _locks(resting, random) * 0.22
    stand = 0.09 * random.random(len(start)) ** 1.5 * (1.5 if style == "coils" else 1.0) * height
    out = np.zeros((len(start), points, 3))
    out[:, 0] = start
    for k in range(1, points):
        t = k / (points - 1)
        flow = here - CROWN + np.array([0.25, 0.0, 0.15]) * (here[:, 2:] > 0.2) + np.array([0, -0.25, 0])
        flow = flow + lock + curl * random.standard_normal(here.shape)
        flow -= here * (flow * here).sum(1, keepdims=True)
        flow /= np.linalg.norm(flow, axis=1, keepdims=True) + 1e-9
        here = here + flow * (reach / (points - 1) / 1.1)[:, None]
        here /= np.linalg.norm(here, axis=1, keepdims=True)
        out[:, k] = skull.surface(here, 0.012 + stand * np.sin(np.pi * min(0.5, t * 0.8)))
    return out


def _tied(skull: Skull, start: Array, here: Array, lock: Array, random: np.random.Generator) -> Array:
    points = 10
    knot = KNOT / np.linalg.norm(KNOT) + 0.03 * random.standard_normal((len(here), 3))
    side = np.sign(here[:, :1]) * np.array([[0.18, 0, 0]])
    via = here * 0.45 + knot * 0.55 + side * np.clip(0.9 - np.abs(here[:, :1]), 0, 1) + 0.02 * lock
    stand = 0.05 * random.random(len(start))
    out = np.zeros((len(start), points, 3))
    out[:, 0] = start
    for k in range(1, points):
        t = k / (points - 1)
        way = here * (1 - t) ** 2 + 2 * via * t * (1 - t) + knot * t * t
        out[:, k] = skull.surface(way, 0.012 + stand * np.sin(np.pi * min(1.0, 0.15 + t)) + 0.03 * t)
    return out


def brow_line(u: Array, side: int) -> Array:
    """The arch of one eyebrow on the resting face; ``u`` from 0 at the nose to 1 at the temple."""
    height = 7.415 + 0.085 * np.sin(np.pi * np.clip(u * 0.8 + 0.12, 0, 1)) - 0.055 * u
    return np.stack([side * (0.12 + 0.46 * u), height, 1.52 - 0.4125 * u**2.2], -1)


def brow_shade(positions: Array) -> NDArray[np.float32]:
    """How much an eyebrow darkens the skin beneath it, per texel, 0 to 1."""
    with np.errstate(invalid="ignore"):
        near = (np.abs(positions[..., 1] - 7.43) < 0.25) & (positions[..., 2] > 0.8)
    u = np.linspace(0, 1, 60)
    line = np.concatenate([brow_line(u, side) for side in (-1, 1)])[:, :2]
    wide, much = np.tile(0.052 * (1 - 0.7 * u), 2), np.tile(1 - 0.75 * u, 2)
    far, which = cKDTree(line).query(positions[near][:, :2])
    out = np.zeros(positions.shape[:2], np.float32)
    out[near] = much[which] * np.exp(-((far / wide[which]) ** 2))
    return out


def brows(body: Array, seed: int, count: int = 900, thickness: float = 0.045) -> Array:
    """Eyebrows: short fine strands fanned along the arch over each eye."""
    random = np.random.default_rng(seed)
    rest, normal = mesh.base()[0], mesh.normals(body)
    ids = mesh.vertices_of("body")
    front = ids[(rest[ids, 1] > 6.9) & (rest[ids, 1] < 7.9) & (rest[ids, 2] > 0.7)]
    tree, out = cKDTree(rest[front]), []
    for side in (-1, 1):
        u = random.random(count)
        guess = brow_line(u, side)
        guess[:, 1] += thickness * (1 - 0.75 * u) * (random.random(count) - 0.5) * 2
        far, near = tree.query(guess, k=4)
        share = 1 / (far + 0.01)
        share = (share / share.sum(1, keepdims=True))[..., None]
        shift = (guess - (rest[front[near]] * share).sum(1)) * np.array([1, 1, 0])
        root = (body[front[near]] * share).sum(1) + shift
        up = (normal[front[near]] * share).sum(1)
        lean = np.stack([side * (0.6 + 0.5 * u), 0.35 - 0.65 * u, -0.15 - 0.5 * u], 1)
        lean += random.standard_normal(lean.shape) * 0.10
        lean -= up * (lean * up).sum(1, keepdims=True) * 0.9
        lean /= np.linalg.norm(lean, axis=1, keepdims=True)
        reach = random.uniform(0.045, 0.075, (count, 1)) * (1 - 0.35 * u[:, None])
        steps = [root + reach * (lean * s + up * (0.14 * s - 0.14 * s * s)) for s in np.linspace(0, 1, 4)]
        out.append(np.stack(steps, 1))
    return np.concatenate(out)


def lashes(body: Array, seed: int) -> Array:
    """Eyelashes along the mesh's own lash strips."""
    random, out = np.random.default_rng(seed), []
    for group in [f"helper-{side}-eyelashes-{row}" for side in "lr" for row in (1, 2)]:
        for face in mesh.faces_of(group):
            corner = body[[c[0] for c in face]]
            for _ in range(5):
                s = random.random()
                root, tip = corner[0] * (1 - s) + corner[1] * s, corner[3] * (1 - s) + corner[2] * s
                if abs(root[2]) > abs(tip[2]):
                    root, tip = tip, root
                reach = random.uniform(0.40, 0.62)
                out.append(np.stack([root + (tip - root) * reach * x for x in np.linspace(0, 1, 4)]))
    return np.array(out)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Hair of the head, as arrays of points ``strands x points x 3`` in decimetres.

Some two thousand guides are combed over the skull; every strand follows the guide it stands nearest to, so that hair
falls in locks. Points are pushed back to the skull's own radius plus a lift, so that hair lies on the head instead of
standing off it or sinking in.
"""

from __future__ import annotations

from dataclasses import dataclass

import mesh
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Array = NDArray[np.floating]
CENTRE = mesh.EYES + np.array([0, 0.25, -0.95])  # the middle of the skull
CROWN = np.array([0.12, 0.85, -0.55])
COUNT, GUIDES, POINTS = 52000, 2600, 12


@dataclass(frozen=True, kw_only=True, slots=True)
class Hairline:
    """Where hair grows: a slope from the nape (``back``) to the forehead (``front``), heights above the eyes.

    ``temples`` is how far it has receded beside the forehead; ``bald`` lists places (at, radius, left: the share of
    hair that is left).
    """

    front: float = 0.70
    back: float = -0.95
    temples: float = 0.0
    bald: tuple[dict, ...] = ()

    def above(self, points: Array) -> Array:
        """Height of resting points above the hairline."""
        away = points - mesh.EYES
        slope = np.clip((away[..., 2] + 1.9) / 1.9, 0, 1) ** 1.8
        corner = np.exp(-(((np.abs(away[..., 0]) - 0.46) / 0.17) ** 2)) * (away[..., 2] > -0.75)
        return away[..., 1] - (self.back + (self.front - self.back) * slope + self.temples * corner)

    def density(self, points: Array) -> Array:
        """How thick the hair is, 0 to 1."""
        share = 1 / (1 + np.exp(-np.clip((self.above(points) - 0.05) / 0.035, -40, 40)))
        for place in self.bald:
            far = np.linalg.norm(points - np.asarray(place["at"]), axis=-1) / place["radius"]
            share = share * (1 - (1 - place["left"]) * np.clip((1.2 - far) / 0.45, 0, 1))
        return share


def stubble(positions: Array, line: Hairline) -> NDArray[np.float32]:
    """How much scalp shows hair, per texel, 0 to 1: painted under the strands so that no bald skin shines through."""
    with np.errstate(all="ignore"):
        known = (positions[..., 1] > mesh.EYES[1] - 0.95) & (line.above(positions) > -0.2)
    found = positions[known]
    far, _ = cKDTree(mesh.base()[0][mesh.ears()]).query(found, distance_upper_bound=0.09)
    out = np.zeros(positions.shape[:2], np.float32)
    out[known] = line.density(found) * np.clip((np.minimum(far, 0.09) - 0.02) / 0.05, 0, 1)
    return out


@dataclass(frozen=True, kw_only=True, slots=True)
class Guides:
    """Where combed strands begin: about the skull's middle, on the resting body, and on which side of the parting."""

    here: Array
    resting: Array
    sides: Array

    @property
    def unit(self) -> Array:
        return self.here / np.linalg.norm(self.here, axis=1, keepdims=True)


class Skull:
    """The morphed head as a radius in every direction from its middle."""

    def __init__(self, body: Array) -> None:
        rest = mesh.base()[0]
        ids = mesh.vertices_of("body")
        head = ids[(rest[ids, 1] > mesh.EYES[1] - 1.1) & ~mesh.ears()[ids]]
        self.middle = CENTRE + (body[head].mean(0) - rest[head].mean(0))
        away = body[head] - self.middle
        self.radii = np.linalg.norm(away, axis=1)
        self.tree = cKDTree(away / self.radii[:, None])

    def reach(self, directions: Array) -> Array:
        """The skull's radius in each direction (unit vectors)."""
        far, near = self.tree.query(directions, k=3)
        share = 1 / (far + 0.01) ** 2
        return (self.radii[near] * share).sum(-1) / share.sum(-1)

    def outside(self, away: Array, lift: Array | float) -> Array:
        """Points about the middle, none nearer to the skull than ``lift``; what hangs below the jaw is left alone."""
        far = np.linalg.norm(away, axis=-1, keepdims=True)
        unit = away / far
        least = (self.reach(unit) + lift) * (unit[..., 1] > -0.72)
        return unit * np.maximum(far[..., 0], least)[..., None]


def roots(body: Array, line: Hairline, random: np.random.Generator) -> tuple[Array, Array]:
    """Points on the scalp, even by area: on the morphed body, and the same on the resting one."""
    rest = mesh.base()[0]

    def scalp(middle: Array) -> Array:
        return (line.above(middle) > -0.15) & (middle[:, 1] > mesh.EYES[1] - 1.0)

    body_points, resting, _ = mesh.on_surface(body, scalp, COUNT, random)
    far, _ = cKDTree(rest[mesh.ears()]).query(resting)
    edge = line.above(resting) > 0.15 * random.random(len(resting)) ** 2
    keep = edge & (line.density(resting) > random.random(len(resting)) * 0.95) & (far > 0.06)
    return body_points[keep], resting[keep]


def head(body: Array, look: dict, line: Hairline, seed: int) -> Array:
    """Hair of the head as ``look`` describes it: style "short", "tied", "loose" or "coils"."""
    if look["style"] == "none":
        return np.zeros((0, POINTS, 3))
    random = np.random.default_rng(seed)
    skull = Skull(body)
    start, resting = roots(body, line, random)
    here = start - skull.middle
    if look["style"] == "coils":
        length = look.get("length", 0.16) * _profile(resting, line, {"sides": 0.55, **look})
        return skull.middle + _coils(here, length, look, random)
    part = look.get("part", 0.0) if look["style"] != "short" else -9.0
    sides = np.where(here[:, :1] > part, 1.0, -1.0)
    chosen = random.choice(len(here), min(GUIDES, len(here)), replace=False)
    comb = {"short": _short, "tied": _tied, "loose": _loose}[look["style"]]
    length = look.get("length", {"short": 0.3, "loose": 1.9}.get(look["style"], 1.0))
    begin = Guides(here=here[chosen], resting=resting[chosen], sides=sides[chosen])
    guides = comb(skull, begin, {**look, "length": length}, random)
    _, nearest = cKDTree(np.hstack([here[chosen], sides[chosen] * 9])).query(np.hstack([here, sides * 9]))
    out = _follow(guides[nearest], here, look, random)
    lift = 0.006 + 0.012 * random.random((len(out), 1))
    out[:, 1:] = skull.outside(out[:, 1:], lift)
    if look["style"] == "short":
        out = _trim(out, _profile(resting, line, look) * random.uniform(0.72, 1.05, len(out)))
    out = out + skull.middle
    return np.concatenate([out, _bun(skull, look, random)]) if look["style"] == "tied" else out


def _follow(guide: Array, here: Array, look: dict, random: np.random.Generator) -> Array:
    """Strands beside their guides, drawn together towards the tips into locks, with a few that stray."""
    t = np.linspace(0, 1, POINTS)[None, :, None]
    clump = look.get("clump", 0.55) * random.uniform(0.5, 1.2, (len(here), 1, 1))
    stray = look.get("stray", 0.03) * random.standard_normal((len(here), 1, 3)) * t
    stray *= np.where(random.random((len(here), 1, 1)) < 0.04, 3.0, 1.0)
    return guide + (here - guide[:, 0])[:, None] * (1 - np.clip(clump, 0, 0.9) * t**0.8) + stray


def _trim(paths: Array, share: Array) -> Array:
    """The first ``share`` of each path, with as many points."""
    at = np.clip(share, 0.05, 1)[:, None] * np.linspace(0, POINTS - 1, POINTS)
    low = np.minimum(at.astype(int), POINTS - 2)
    rows = np.arange(len(paths))[:, None]
    part = (at - low)[..., None]
    return paths[rows, low] * (1 - part) + paths[rows, low + 1] * part


def _profile(resting: Array, line: Hairline, look: dict) -> Array:
    """How much of its full length short hair keeps: long on top, faded at the sides and at the edge."""
    height = np.clip((resting[:, 1] - mesh.EYES[1] + 0.1) / 1.1, 0, 1)
    sides = look.get("sides", 0.3)
    edge = np.clip(0.45 + 2 * line.above(resting), 0.45, 1)
    return (sides + (1 - sides) * height**1.5) * edge


def _tangent(flow: Array, unit: Array) -> Array:
    flow = flow - unit * (flow * unit).sum(1, keepdims=True)
    return flow / (np.linalg.norm(flow, axis=1, keepdims=True) + 1e-9)


def _short(skull: Skull, guides: Guides, look: dict, random: np.random.Generator) -> Array:
    """Away from the crown, or the way ``sweep`` combs it."""
    sweep = np.asarray(look.get("sweep", (0.25, 0, 0.15)), float)
    top = np.clip((guides.resting[:, 1:2] - mesh.EYES[1] - 0.1) / 0.7, 0, 1)
    wild = look.get("wild", 0.25) * random.standard_normal(guides.here.shape)
    lift = 0.02 + look.get("volume", 0.09) * top[:, 0] * random.uniform(0.6, 1.2, len(top))
    out, at = [guides.here], guides.here
    for k in range(1, POINTS):
        unit = at / np.linalg.norm(at, axis=1, keepdims=True)
        flow = look.get("crown", 1.0) * (unit - CROWN) + sweep * top + np.array([0, -0.6, -0.25]) * (1 - top) + wild
        at = at + _tangent(flow, unit) * look["length"] / (POINTS - 1)
        unit = at / np.linalg.norm(at, axis=1, keepdims=True)
        rise = lift * np.sin(np.pi * min(0.55, 0.2 + k / POINTS * 0.6))
        at = unit * (skull.reach(unit) + rise)[:, None]
        out.append(at)
    return np.stack(out, 1)


def _tied(skull: Skull, guides: Guides, look: dict, random: np.random.Generator) -> Array:
    """Combed back to a knot."""
    aim = np.asarray(look.get("knot", (0, 0.10, -1.0)), float)
    unit = guides.unit
    knot = aim / np.linalg.norm(aim) + 0.05 * random.standard_normal(unit.shape)
    bow = 0.18 if "part" in look else 0.05  # hair with a parting goes over the temples, hair without straight back
    via = unit * 0.45 + knot * 0.55 + guides.sides * np.array([[bow, 0, 0]]) * np.clip(0.9 - np.abs(unit[:, :1]), 0, 1)
    stand = look.get("volume", 0.05) * (0.4 + 0.6 * random.random(len(unit)))
    out = [guides.here]
    for k in range(1, POINTS):
        t = k / (POINTS - 1)
        way = unit * (1 - t) ** 2 + 2 * via * t * (1 - t) + knot * t * t
        way /= np.linalg.norm(way, axis=1, keepdims=True)
        out.append(way * (skull.reach(way) + 0.012 + stand * np.sin(np.pi * min(0.9, 0.1 + t)) + 0.03 * t)[:, None])
    return np.stack(out, 1)


def _bun(skull: Skull, look: dict, random: np.random.Generator, count: int = 5000) -> Array:
    """The knot itself: strands wound about a ball behind the head."""
    aim = np.asarray(look.get("knot", (0, 0.10, -1.0)), float)
    aim /= np.linalg.norm(aim)
    size = look.get("bun", 0.34)
    middle = skull.middle + aim * (skull.reach(aim[None])[0] + size * 0.55)
    axis = aim + 0.45 * random.standard_normal((count, 3))
    axis /= np.linalg.norm(axis, axis=1, keepdims=True)
    one = np.cross(axis, random.standard_normal((count, 3)))
    one /= np.linalg.norm(one, axis=1, keepdims=True)
    angle = np.linspace(0, 3.6, POINTS)[None, :, None]
    ring = one[:, None] * np.cos(angle) + np.cross(axis, one)[:, None] * np.sin(angle)
    ring += axis[:, None] * random.uniform(-0.5, 0.5, (count, 1, 1))
    ring /= np.linalg.norm(ring, axis=2, keepdims=True)
    return middle + ring * size * random.uniform(0.8, 1.0, (count, 1, 1)) * np.array([1, 1, 0.8])


def _loose(skull: Skull, guides: Guides, look: dict, random: np.random.Generator) -> Array:
    """From the parting over the sides, behind the ears, then straight down; ``wave`` bends it."""
    here, sides = guides.here, guides.sides
    step = look["length"] / (POINTS - 1)
    lift = 0.03 + look.get("volume", 0.10) * random.uniform(0.5, 1.1, len(here))
    tuck = look.get("tuck", 1.1)
    phase = 2.0 * here[:, 1] + random.standard_normal(len(here)) * 0.4
    wild = 0.10 * random.standard_normal(here.shape)
    out, at = [here], here
    for k in range(1, POINTS):
        unit = at / np.linalg.norm(at, axis=1, keepdims=True)
        front = np.clip(at[:, 2:] / 0.8 + 0.35, 0, 1)
        flow = np.concatenate([sides * (0.75 + 0.5 * front), np.full_like(sides, -0.8), -tuck * front - 0.25], 1) + wild
        hangs = np.clip((-0.05 - at[:, 1:2]) / 0.35, 0, 1)
        way = _tangent(flow, unit) * (1 - hangs) + np.array([0, -1.0, -0.08]) * hangs
        bend = look.get("wave", 0.0) * np.sin(phase + k * 1.1)[:, None] * np.array([[0.6, 0, 0.5]])
        at = at + (way / np.linalg.norm(way, axis=1, keepdims=True) + bend) * step
        rise = lift * min(1.0, 0.3 + 2 * k / POINTS)
        unit = at / np.linalg.norm(at, axis=1, keepdims=True)
        close = unit * (skull.reach(unit) + rise)[:, None]
        at = np.where(hangs > 0.5, skull.outside(at, rise), close)
        out.append(at)
    return np.stack(out, 1)


def _coils(here: Array, length: Array, look: dict, random: np.random.Generator) -> Array:
    """Springs that stand off the skull, each of its own ``length``; neighbours turn together, so that coils show."""
    points = 16
    unit = here / np.linalg.norm(here, axis=1, keepdims=True)
    out = unit + np.array([0, 0.1, -0.1])
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    cell = (np.floor(here / 0.045).astype(int) @ np.array([131, 17, 71])) % 997
    lean = random.standard_normal((997, 3))[cell] * look.get("lean", 0.45)
    phase = random.uniform(0, 2 * np.pi, 997)[cell] + 0.5 * random.standard_normal(len(here))
    one = _tangent(lean + 0.01, unit)
    two = np.cross(unit, one)
    t = np.linspace(0, 1, points)[None, :, None]
    length = (length * random.uniform(0.75, 1.1, len(here)))[:, None, None]
    turn = phase[:, None, None] + 2 * np.pi * look.get("turns", 2.5) * t
    ring = look.get("coil", 0.028) * np.sqrt(t) * (one[:, None] * np.cos(turn) + two[:, None] * np.sin(turn))
    return here[:, None] + (out + lean)[:, None] * length * t + ring

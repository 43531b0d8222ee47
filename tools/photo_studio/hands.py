# SPDX-License-Identifier: GPL-3.0-or-later
"""What every hand has and the mesh has not: creases over the joints, tendons, veins, nails, and what age adds.

Where things lie follows from the joints of the resting mesh, so the same words fit every hand.
"""

from __future__ import annotations

import mesh
import numpy as np
from numpy.typing import NDArray
from skin import Skin

Array = NDArray[np.floating]
FINGERS = (2, 3, 4, 5)
VEINS = (  # (between the fingers' rays, how far from knuckles 0 to wrist 1) along each vein
    ((2.5, 0.05), (2.6, 0.30), (3.0, 0.55), (2.9, 0.85), (2.6, 1.15)),
    ((3.5, 0.02), (3.5, 0.28), (3.0, 0.55)),
    ((4.5, 0.02), (4.4, 0.35), (4.0, 0.62), (4.1, 0.95), (4.4, 1.2)),
    ((3.5, 0.28), (4.0, 0.62)),
    ((2.0, 0.45), (2.4, 0.75), (2.9, 0.85)),
)


def joint(side: str, name: str) -> Array:
    """The middle of one joint of the resting mesh: "finger-3-1" is the middle finger's knuckle."""
    return mesh.base()[0][mesh.vertices_of(f"joint-{side}-{name}")].mean(0)


def dorsal(side: str) -> Array:
    """Which way the back of the hand looks, a unit vector."""
    wrist = joint(side, "hand")
    out = np.cross(joint(side, "finger-3-1") - wrist, joint(side, "finger-5-1") - joint(side, "finger-2-1"))
    return out / np.linalg.norm(out) * (1 if side == "l" else -1)


def hand(skin: Skin, side: str = "l", age: float = 0.3) -> None:
    """The back of one hand; ``age`` 0 is a child's, 1 a very old one."""
    up = dorsal(side)
    for finger in FINGERS:
        places = [joint(side, f"finger-{finger}-{k}") for k in (1, 2, 3)]
        along = [places[1] - places[0], places[2] - places[0], places[2] - places[1]]
        for place, way, size, folds in zip(places, along, (0.10, 0.085, 0.06), (2, 5, 3), strict=True):
            _folds(skin, place, (way, up), size, (round(folds + 2 * age), age))
    _nails(skin, side)
    _tendons(skin, side, up, age)
    _veins(skin, side, up, age)


def _folds(skin: Skin, place: Array, frame: tuple[Array, Array], size: float, wear: tuple[int, float]) -> None:
    """Short wrinkles across the back of a joint, and the redder skin there; ``frame`` is along and off the finger."""
    (way, up), (folds, age) = frame, wear
    way = way / np.linalg.norm(way)
    top = skin.canvas.snap(place + up * 0.25)[0]
    across = np.cross(way, up)
    skin.patch(top, size * 1.1, (0.98, 0.89, 0.87), bias=0.2, soft=1.8, amount=0.3)
    for fold in np.linspace(-1, 1, folds):
        jitter = skin.random.uniform(-1, 1, 7)
        width = size * (0.85 - 0.45 * abs(fold)) * (1 + 0.35 * jitter[0])
        middle = top + size * (way * (0.50 * fold + 0.06 * jitter[1]) + across * 0.12 * jitter[2])
        steps = zip((-1, -0.4, 0.3, 1), jitter[3:], strict=True)
        line = [middle + across * width * s + way * size * (0.05 * wave - 0.10 * fold * s * s) for s, wave in steps]
        depth = (0.05 + 0.10 * age) * (1.2 - 0.6 * abs(fold))
        skin.line(skin.curve(line, 24), 0.0038 + 0.0025 * age, (0.91, 0.82, 0.79), 0.30, raised=-depth)


def _nails(skin: Skin, side: str) -> None:
    """Pinker nails in a darker groove, with a paler free edge."""
    nail = skin.canvas.mask("fingernails")[..., 0]
    groove = 4 * nail * (1 - nail)
    skin.colour *= 1 - nail[..., None] * np.array([-0.05, 0.035, 0.0], np.float32)
    skin.colour *= 1 - groove[..., None] * np.array([0.06, 0.13, 0.13], np.float32)
    skin.height += 0.25 * nail - 0.10 * groove
    for finger in (1, *FINGERS):
        inner, outer = joint(side, f"finger-{finger}-3"), joint(side, f"finger-{finger}-4")
        way = (outer - inner) / np.linalg.norm(outer - inner)
        rows, columns, offset = skin.region(outer, 0.16)
        edge = 1 / (1 + np.exp(-np.clip((offset @ way + 0.026) / 0.003, -40, 40)))
        skin.tint(rows, columns, edge * nail[rows, columns] * 0.6, (0.93, 0.87, 0.79), multiply=False)


def _ray(side: str, up: Array, ray: float, far: float) -> Array:
    """A place on the back of the hand: between the fingers' rays (2 to 5), from knuckles (0) to wrist (1)."""
    knuckles = np.array([joint(side, f"finger-{finger}-1") for finger in FINGERS])
    wrist = joint(side, "hand") + np.outer(np.linspace(1, -1, 4), knuckles[0] - knuckles[3]) * 0.16
    ends = [np.stack([np.interp(ray, FINGERS, side_[:, k]) for k in range(3)]) for side_ in (knuckles, wrist)]
    return ends[0] + (ends[1] - ends[0]) * far + up * 0.3


def _tendons(skin: Skin, side: str, up: Array, age: float) -> None:
    for finger in FINGERS:
        line = skin.curve([_ray(side, up, finger, far) for far in (0.06, 0.3, 0.55, 0.85)])
        skin.line(line, 0.030, (1.02, 1.0, 0.98), 0.15 * age, raised=0.10 + 0.75 * age)


def _veins(skin: Skin, side: str, up: Array, age: float) -> None:
    """The net of veins: bluish, and standing out where the skin is thin."""
    for vein in VEINS:
        line = skin.curve([_ray(side, up, ray, far) for ray, far in vein])
        skin.line(line, 0.016 + 0.006 * age, (0.90, 0.95, 0.96), 0.15 + 0.2 * age, raised=0.1 + 0.7 * age)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Bending the body: an arm lifted, a hand laid flat, a person turned round or lying down.

The mesh stands with its arms half raised. Bones and their weights come with it (public domain, "default" rig). A pose
names bones and how far each turns about the axes of the room: x to the person's left, y up, z to the front. What
hangs on a bone turns with it.
"""

from __future__ import annotations

import functools
import json

import mesh
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]
RIG = mesh.DATA / "rigs" / "standard"


@functools.cache
def bones() -> dict[str, tuple[str, str]]:
    """Each bone's parent ("" for the root) and the group of the mesh's cube about its joint, parents first."""
    raw = json.loads((RIG / "rig.default.json").read_text(encoding="utf-8"))
    out: dict[str, tuple[str, str]] = {}

    def put(name: str) -> None:
        parent = raw[name]["parent"]
        if parent and parent not in out:
            put(parent)
        out[name] = (parent, raw[name]["head"].get("cube_name", ""))

    for name in raw:
        if name not in out:
            put(name)
    return out


@functools.cache
def weights() -> dict[str, tuple[NDArray[np.int_], Array]]:
    """Which vertices follow a bone, and how much; over all bones a vertex's shares add up to 1."""
    raw = json.loads((RIG / "weights.default.json").read_text(encoding="utf-8"))["weights"]
    tables = {bone: np.array(rows, float).reshape(-1, 2) for bone, rows in raw.items()}
    return {bone: (table[:, 0].astype(int), table[:, 1]) for bone, table in tables.items()}


def turning(degrees: tuple[float, float, float]) -> Array:
    """The matrix that turns about x, then y, then z."""
    out = np.eye(3)
    for axis, angle in enumerate(np.radians(degrees)):
        a, b = [k for k in range(3) if k != axis]
        step = np.eye(3)
        sign = -1 if axis == 1 else 1
        step[a, a] = step[b, b] = np.cos(angle)
        step[a, b], step[b, a] = -sign * np.sin(angle), sign * np.sin(angle)
        out = step @ out
    return out


def bend(body: Array, turns: dict[str, tuple[float, float, float]]) -> Array:
    """The body with each named bone turned about its joint, degrees about x, y and z."""
    if not turns:
        return body
    placed: dict[str, tuple[Array, Array]] = {"": (np.eye(3), np.zeros(3))}
    out = np.zeros_like(body)
    for bone, (parent, joint) in bones().items():
        spin, shift = placed[parent]
        if bone in turns:
            heart = spin @ body[mesh.vertices_of(joint)].mean(0) + shift if joint else shift
            own = turning(turns[bone])
            spin, shift = own @ spin, own @ (shift - heart) + heart
        placed[bone] = (spin, shift)
        follow, share = weights().get(bone, (np.zeros(0, int), np.zeros(0)))
        out[follow] += share[:, None] * (body[follow] @ spin.T + shift)
    return out

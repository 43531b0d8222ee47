# SPDX-License-Identifier: GPL-3.0-or-later
"""Hair of arms, legs and back as single strands, ``strands x points x 3`` in decimetres."""

from __future__ import annotations

import mesh
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]
POINTS = 6


def coat(
    body: Array,
    seed: int,
    *,
    at: Array,
    reach: float,
    count: int,
    length: float,
    down: Array = (0, -1, 0),
    lean: float = 0.35,
    fade: float = 0.5,
) -> Array:
    """Hairs about a point of the resting body, denser in its middle, lying in the direction ``down``.

    ``lean`` is how far they stand off the skin, ``fade`` the outer part of ``reach`` (0 to 1) where they thin out.
    """
    random = np.random.default_rng(seed)
    at = np.asarray(at, float)
    root, resting, normal = mesh.on_surface(
        body, lambda middles: np.linalg.norm(middles - at, axis=1) < reach * 1.05, count, random
    )
    far = np.linalg.norm(resting - at, axis=1) / reach
    keep = random.random(len(root)) < np.clip((1 - far) / fade, 0, 1)
    root, normal = root[keep], normal[keep]
    flow = np.asarray(down, float) + 0.22 * _swirl(root) + 0.20 * random.standard_normal(root.shape)
    flow -= normal * (flow * normal).sum(1, keepdims=True)
    flow /= np.linalg.norm(flow, axis=1, keepdims=True) + 1e-9
    stand = lean * random.uniform(0.3, 1.6, (len(root), 1))
    side = np.cross(flow, normal) * 0.18 * random.standard_normal((len(root), 1))
    size = length * np.clip(random.lognormal(-0.1, 0.4, (len(root), 1)), 0.25, 1.8)
    steps = np.linspace(0, 1, POINTS)
    way = [flow * s + side * s * s + normal * stand * (s - 0.62 * s * s) for s in steps]
    return np.stack([root - normal * 0.004 + size * step for step in way], 1)


def _swirl(points: Array) -> Array:
    """A slow turn of the hairs' direction from place to place."""
    phase = points * 2.6
    return np.sin(phase[:, [1, 2, 0]] + 1.7 * np.sin(phase[:, [2, 0, 1]]))

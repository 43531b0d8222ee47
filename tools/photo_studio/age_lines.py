# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines that age draws in a face and a neck, a little different in everybody."""

from __future__ import annotations

import numpy as np
from marks import crease
from skin import Skin

Line = tuple[tuple[float, float, float], ...]
MIDDLE: dict[str, tuple[Line, ...]] = {  # across the face
    "forehead": tuple(
        ((-0.46, y - 0.02, 1.30), (-0.22, y + 0.02, 1.44), (0, y, 1.5), (0.22, y + 0.02, 1.44), (0.46, y - 0.02, 1.30))
        for y in (7.66, 7.77, 7.89)
    ),
    "neck": tuple(
        ((-0.46, y + 0.10, 0.45), (-0.22, y + 0.02, 0.7), (0, y, 0.75), (0.22, y + 0.02, 0.7), (0.46, y + 0.10, 0.45))
        for y in (5.66, 5.86, 6.00)
    ),
}
LEFT: dict[str, tuple[Line, ...]] = {  # and the same on the right
    "frown": (((0.055, 7.40, 1.52), (0.065, 7.48, 1.52), (0.050, 7.57, 1.52)),),
    "eyes": (
        ((0.51, 7.28, 1.28), (0.58, 7.32, 1.18), (0.64, 7.38, 1.06)),
        ((0.52, 7.25, 1.28), (0.60, 7.25, 1.15), (0.66, 7.26, 1.02)),
        ((0.51, 7.21, 1.28), (0.57, 7.17, 1.19), (0.63, 7.11, 1.08)),
    ),
    "bags": (
        ((0.17, 7.19, 1.43), (0.25, 7.12, 1.43), (0.36, 7.10, 1.40), (0.46, 7.14, 1.33)),
        ((0.19, 7.16, 1.43), (0.27, 7.07, 1.42), (0.37, 7.04, 1.38)),
    ),
    "nose": (((0.22, 6.95, 1.47), (0.31, 6.84, 1.44), (0.37, 6.70, 1.38), (0.39, 6.58, 1.33)),),
    "mouth": (((0.28, 6.55, 1.38), (0.32, 6.46, 1.36), (0.33, 6.36, 1.32), (0.31, 6.27, 1.28)),),
}
STRENGTH = {"forehead": 0.26, "neck": 0.13, "frown": 0.40, "eyes": 0.26, "bags": 0.25, "nose": 0.8, "mouth": 0.5}
WIDTH = {"nose": 0.026, "mouth": 0.020, "neck": 0.022, "forehead": 0.015}


def age_lines(skin: Skin, depth: float, **more: float) -> None:
    """Creases of forehead, eyes, mouth and neck; ``depth`` 1 is a weathered old face.

    ``more`` sets single groups apart, such as nose=1.2 for deep folds beside the mouth.
    """
    sides = [
        (name, [tuple((s * x, y, z) for x, y, z in line) for line in LEFT[name] for s in (-1, 1)]) for name in LEFT
    ]
    for name, lines in [*MIDDLE.items(), *sides]:
        strength = STRENGTH[name] * more.get(name, depth)
        for line in lines:
            points = np.array(line) + skin.random.normal(0, 0.010, (len(line), 3))
            keep = skin.random.uniform(0.6, 1.15)
            if strength > 0.02:
                crease(skin, points, WIDTH.get(name, 0.010) * (0.8 + 0.3 * keep), strength * keep)
    if more.get("lip", depth) > 0.55:
        _lip(skin, more.get("lip", depth))


def _lip(skin: Skin, depth: float) -> None:
    """Short upright lines round the lips."""
    for x in np.linspace(-0.20, 0.20, 9) + skin.random.normal(0, 0.008, 9):
        low = 6.715 - 0.25 * abs(x)
        crease(
            skin,
            np.array([[x, low, 1.55], [x * 1.06, low + skin.random.uniform(0.03, 0.07), 1.53]]),
            0.007,
            0.14 * depth,
        )

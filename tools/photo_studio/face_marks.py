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

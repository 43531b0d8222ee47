# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word a mark of cast.yaml or shots.yaml may `paint`, and the function that paints it."""

from __future__ import annotations

from body_marks import tattoo
from face_marks import acne
from marks import crease, freckles, naevus, patch, scar
from skin import Skin

PAINTS = {
    paint.__name__: paint
    for paint in (
        # marks
        crease,
        freckles,
        naevus,
        patch,
        scar,
        # faces
        acne,
        # bodies
        tattoo,
    )
}


def paint(skin: Skin, mark: dict) -> None:
    """Paint one mark as the yaml files describe it."""
    details = dict(mark)
    PAINTS[details.pop("paint")](skin, **details)

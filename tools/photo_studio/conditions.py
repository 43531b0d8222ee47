# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word a mark of cast.yaml or shots.yaml may `paint`, and the function that paints it."""

from __future__ import annotations

from age_lines import age_lines
from body_marks import age_spots, angiomas, crepe, fine_scar, follicles, keloid, mole, spider_veins, striae
from face_marks import acne, lesion, melasma, pits, port_wine, rosacea
from hands import hand
from marks import crease, freckles, naevus, patch, scar
from skin import Skin
from tattoos import tattoo

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
        age_lines,
        lesion,
        melasma,
        pits,
        port_wine,
        rosacea,
        # bodies
        age_spots,
        angiomas,
        crepe,
        fine_scar,
        follicles,
        hand,
        keloid,
        mole,
        spider_veins,
        striae,
        tattoo,
    )
}


def paint(skin: Skin, mark: dict) -> None:
    """Paint one mark as the yaml files describe it."""
    details = dict(mark)
    PAINTS[details.pop("paint")](skin, **details)

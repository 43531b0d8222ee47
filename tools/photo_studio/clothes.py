# SPDX-License-Identifier: GPL-3.0-or-later
"""What a clinic dresses people in: gowns and drapes, a cap, a band that keeps the hair out of the face."""

from __future__ import annotations

import materials
import mesh
import numpy as np
import stage
from hair import CENTRE
from numpy.typing import NDArray

Array = NDArray[np.floating]
TIGHTS = "helper-tights"
NECK = 0.55  # z of the neck's middle, about which a neckline dips


def gown(body: Array, piece: dict, seed: int) -> None:
    """Cloth from the mesh's tights between heights of the resting body; ``dip`` lowers the neckline in front.

    ``seed`` lays the folds. Near its upper edge the cloth lies close, so that no collar stands off the neck.
    """
    outwards = mesh.normals(body, TIGHTS)
    top = mesh.height_at(body, piece["below"]) if "below" in piece else 99.0
    dip = piece.get("dip", 0.0)
    depth = top - dip * (body[:, 2] - NECK) - body[:, 1]
    loose = piece.get("loose", 0.05) * np.clip(0.2 + depth / 0.6, 0.2, 1)
    cuts = [(np.array([0, top, NECK]), np.array([0, 1, dip]))] if "below" in piece else []
    if "above" in piece:
        cuts.append((np.array([0, mesh.height_at(body, piece["above"]), 0]), np.array([0, -1, 0])))
    stage.solid(
        "cloth",
        body + outwards * loose[:, None],
        mesh.faces_of(TIGHTS),
        materials.cloth(piece["colour"], seed, piece.get("folds", 0.55)),
        thick=0.0012,
        cuts=cuts,
    )


def _head(body: Array, away: Array | float) -> tuple[Array, list[mesh.Face]]:
    """The skull's faces without the ears, moved outwards by ``away``, and where they are."""
    rest, ear = mesh.base()[0], mesh.ears()
    faces = [f for f in mesh.faces_of("body") if rest[f[0][0], 1] > 6.2 and not any(ear[c[0]] for c in f)]
    middle = CENTRE + (body - rest)[mesh.vertices_of("helper-l-eye")].mean(0) * [0, 1, 1]
    out = body - middle
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    return body + out * np.asarray(away)[..., None], faces


def _slope(body: Array, front: float, back: float) -> tuple[Array, Array]:
    """A plane across the head: heights above the eyes at the forehead and at the nape; what is below is cut away."""
    eyes = body[mesh.vertices_of("helper-l-eye")].mean(0) * [0, 1, 1]
    steep = (front - back) / 1.9
    return eyes + np.array([0, front, 0]), np.array([0, -1, steep])


def cap(body: Array, look: dict, seed: int) -> None:
    """A bouffant cap: gathered cloth over all the hair, down to the ears."""
    random = np.random.default_rng(seed)
    point, down = _slope(body, look.get("front", 0.62), look.get("back", -0.75))
    height = -(body - point) @ down
    folds = 0.04 * np.sin(body[:, 0] * 9 + random.uniform(0, 6)) * np.sin(body[:, 2] * 8 + body[:, 1] * 5)
    away = 0.05 + (0.26 + folds) * np.clip(height / 0.5, 0, 1) ** 0.6
    points, faces = _head(body, away)
    cloth = materials.cloth(look["colour"], seed, 0.9)
    stage.solid("cap", points, faces, cloth, thick=0.0006, cuts=[(point, down)])


def band(body: Array, look: dict, seed: int) -> None:
    """A towelling band over the hairline and behind the ears."""
    low, down = _slope(body, look.get("front", 0.62), look.get("back", -0.72))
    wide = look.get("wide", 0.42)
    points, faces = _head(body, look.get("away", 0.13))
    cloth = materials.cloth(look["colour"], seed, 0.3)
    cuts = [(low, down), (low + np.array([0, wide, 0]), -down)]
    stage.solid("band", points, faces, cloth, thick=0.002, cuts=cuts)


HEADWEAR = {"cap": cap, "band": band}

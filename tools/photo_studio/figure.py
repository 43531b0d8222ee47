# SPDX-License-Identifier: GPL-3.0-or-later
"""One person put on the stage for one shot: body, painted skin, clothes, eyes and hair."""

from __future__ import annotations

from pathlib import Path

import body_hair
import brows
import clothes
import conditions
import hair
import materials
import mesh
import numpy as np
import pose
import projection
import stage
from numpy.typing import NDArray
from skin import Skin

Array = NDArray[np.floating]
HEAD = np.array([0, -0.30, -0.75])  # from between the eyes to the middle of a portrait
AT_EASE = {"lids": 0.03, "brows": 0.16, "smile": 0.08}  # a face that does nothing, which is not a frown


def morphed(person: dict, shape: dict[str, float]) -> Array:
    """The body of a person, with what an operation changed, in pose."""
    weights = mesh.build(**person["build"])
    mood = mesh.expression({**AT_EASE, **person.get("mood", {})})
    for more in (person.get("features", {}), mood, shape):
        for name, weight in more.items():
            weights[name] = weights.get(name, 0) + weight
    return pose.bend(mesh.morph(weights), person.get("pose", {}))


def aim_of(body: Array, shot: dict) -> Array:
    """The point the camera looks at."""
    if shot["at"] != "head":
        at = body[mesh.nearest(np.array(shot["at"]))]
    else:
        at = np.mean([body[mesh.vertices_of(f"helper-{side}-eye")].mean(0) for side in "lr"], 0) + HEAD
    return at + np.array(shot.get("shift", (0, 0, 0)))


def paint(person: dict, marks: list[dict], seen: Array, folder: Path) -> tuple[Path, Path]:
    """The skin as the camera sees it, with the marks the person keeps and those of the day."""
    skin = Skin(person["tone"], person["seed"], projection.Canvas(seen)).everyday(person.get("mottling", 1.6))
    for mark in person.get("marks", []) + marks:
        conditions.paint(skin, mark)
    look = person.get("hair")
    if look:
        skin.shadow(hair.stubble(skin.where, hairline(look)) * look.get("cover", 0.85), look["scalp"])
        skin.shadow(brows.shade(skin.where, brow(look)) * 0.45, look.get("brow_shade", look["scalp"]))
        skin.shadow(brows.beard_shade(skin.where) * look.get("beard_shade", 0), look["scalp"])
    return skin.save(folder, "skin")


def hairline(look: dict) -> hair.Hairline:
    return hair.Hairline(**look.get("line", {}))


def brow(look: dict) -> brows.Brow:
    return brows.Brow(**look.get("brows", {}))


def grow(body: Array, look: dict, seed: int) -> None:
    """Hair, brows, lashes and beard; ``grey`` is the share of white hairs."""
    locks = hair.head(body, look, hairline(look), seed)
    white = np.random.default_rng(seed).random(len(locks)) < look.get("grey", 0.0)
    redness, radius = look.get("redness", 0.4), look.get("radius", 0.00006)
    dark = materials.strand(look["melanin"], redness, look.get("roughness", 0.32))
    stage.strands("hair", locks[~white], dark, radius)
    stage.strands("hair", locks[white], materials.strand(0.04, 0.1), radius)
    fine = materials.strand(look.get("brow_melanin", max(look["melanin"], 0.6)), redness)
    stage.strands("brows", brows.brows(body, brow(look), seed), fine, 0.000045)
    stage.strands("lashes", brows.lashes(body, seed, look.get("lashes", 0.7)), materials.strand(0.98), 0.000035)
    if "beard" in look:
        stage.strands("beard", brows.beard(body, seed, **look["beard"]), fine, 0.00005)


def put(person: dict, shot: dict, seed: int, folder: Path) -> Array:
    """Put the person on the stage; gives the point the camera looks at. ``seed`` lays the folds of cloth."""
    stage.clear()
    body = morphed(person, shot.get("shape", {}))
    aim = aim_of(body, shot)
    seen = projection.from_camera(body, aim, shot["view"])
    colour, height = paint(person, shot.get("marks", []), seen, folder)
    skin = materials.skin(colour, height, person.get("gloss", 0.48), person["seed"])
    stage.solid("body", body, mesh.faces_of("body"), skin, flat=seen)
    for piece in person.get("cover", []):
        clothes.gown(body, piece, seed)
    for coat in shot.get("strands", []):
        details = dict(coat)
        shade = materials.strand(details.pop("melanin", 0.8), details.pop("redness", 0.4))
        radius = details.pop("radius", 0.00004)
        stage.strands("coat", body_hair.coat(body, person["seed"], **details), shade, radius)
    if "hair" in person and _framed(seen):
        _head(person, body)
    return aim


def _framed(seen: Array) -> bool:
    """Whether any of the head's hair may show in the picture."""
    rest = mesh.base()[0]
    ids = mesh.vertices_of("body")
    spots = seen[ids[rest[ids, 1] > mesh.EYES[1] - 0.9], :2]
    return bool(((spots > 0) & (spots < 1)).all(1).any())


def _head(person: dict, body: Array) -> None:
    for side in "lr":
        group = f"helper-{side}-eye"
        centre = body[mesh.vertices_of(group)].mean(0)
        eye = materials.eye(centre, person["iris"], person.get("sclera", materials.WHITE))
        stage.solid("eye", body, mesh.faces_of(group), eye)
    grow(body, person["hair"], person["seed"])
    for kind, look in person.get("headwear", {}).items():
        clothes.HEADWEAR[kind](body, look, person["seed"])

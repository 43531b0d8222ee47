# SPDX-License-Identifier: GPL-3.0-or-later
"""Photograph the invented people of cast.yaml: one JPEG a shot, with the camera's metadata.

    python studio.py [--work DIR] [--out DIR] [--preview] [--again] [shot ...]

A shot is named by its file, or by the beginning of it. Textures and renders are kept in the work folder; a shot
whose description has not changed is not rendered again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from pathlib import Path

import conditions
import darkroom
import hair
import mesh
import numpy as np
import stage
import yaml
from numpy.typing import NDArray
from skin import Skin

HERE = Path(__file__).parent
TEXTURE = 4096
LATER = {"folder", "file", "taken", "gps", "warmth"}  # what a render does not depend on
HAIRLINE = {"front": 0.70, "back": -0.95}
Array = NDArray[np.floating]


def _name(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:16]


def _hairline(person: dict) -> tuple[float, float]:
    line = {**HAIRLINE, **person.get("hair", {})}
    return line["front"], line["back"]


def paint(person: dict, marks: list[dict], work: Path) -> tuple[Path, Path]:
    """The person's skin with a shot's marks, painted once and kept."""
    name = _name(person, marks)
    if not (work / f"{name}-height.png").exists():
        positions = mesh.position_map(TEXTURE, work)
        skin = Skin(person["tone"], person["seed"], positions).everyday()
        for mark in person.get("marks", []) + marks:
            conditions.paint(skin, mark)
        scalp = hair.stubble(positions, *_hairline(person))
        skin.shadow(scalp * 0.85, person["hair"]["scalp"])
        skin.shadow(hair.brow_shade(positions) * 0.45, person["hair"]["scalp"])
        skin.save(work, name)
    return work / f"{name}-colour.png", work / f"{name}-height.png"


def dress(body: Array, cover: list[dict], seed: int) -> None:
    """Clothing from the mesh's tights, cut level at heights of the resting body; ``seed`` lays the folds."""
    outwards = mesh.normals(body, "helper-tights")
    for piece in cover:
        loose = body + outwards * piece.get("loose", 0.05)
        cuts = [(mesh.height_at(body, piece[end]), sign) for end, sign in (("below", 1), ("above", -1)) if end in piece]
        stage.solid(
            "cloth", loose, mesh.faces_of("helper-tights"), stage.cloth(piece["colour"], seed), thick=0.0012, cuts=cuts
        )


def set_up(person: dict, shot: dict, work: Path) -> Array:
    """Put the person on the stage; gives the point the camera looks at."""
    stage.clear()
    colour, height = paint(person, shot.get("marks", []), work)
    weights = mesh.build(**person["build"])
    for name, weight in {**person.get("features", {}), **shot.get("shape", {})}.items():
        weights[name] = weights.get(name, 0) + weight
    body = mesh.morph(weights)
    stage.solid(
        "body", body, mesh.faces_of("body"), stage.skin(colour, height, person.get("gloss", 0.48), person["seed"])
    )
    dress(body, shot.get("cover", person.get("cover", [])), int(_name(person["seed"], shot), 16) % 99)
    eyes = np.array([body[mesh.vertices_of(f"helper-{side}-eye")].mean(0) for side in "lr"])
    if shot["at"] != "head":
        return body[mesh.nearest(np.array(shot["at"]))]
    for side, centre in zip("lr", eyes, strict=True):
        stage.solid("eye", body, mesh.faces_of(f"helper-{side}-eye"), stage.eye(centre, person["iris"]))
    look, seed = person["hair"], person["seed"]
    locks = hair.head(body, look["style"], seed, _hairline(person), look.get("length", 0.3))
    shade = stage.strand(look["melanin"], look.get("redness", 0.4))
    stage.strands("hair", locks, shade, 0.00006)
    dark = stage.strand(max(look["melanin"], look.get("brow_melanin", 0.75)))
    stage.strands("brows", hair.brows(body, seed, **look.get("brows", {})), dark, 0.00004)
    stage.strands("lashes", hair.lashes(body, seed), stage.strand(1.0), 0.00003)
    return eyes.mean(0) + np.array([0, -0.30, -0.75]) + np.array(shot.get("shift", (0, 0, 0)))


def shoot(shot: dict, person: dict, work: Path, preview: bool, again: bool) -> Path:
    """Render one shot, unless a render of exactly this description is there and ``again`` is not asked for."""
    size, samples = ((338, 450), 6) if preview else (tuple(shot.get("size", (675, 900))), shot.get("samples", 8))
    out = work / f"{_name(person, shot, size, samples)}.png"
    if again or not out.exists():
        aim = set_up(person, shot, work)
        stage.photograph(out, aim, {**shot["view"], "wall": shot["wall"]}, size, samples)
    return out


def main() -> None:
    options = argparse.ArgumentParser(description="Render the sample practice's photos.")
    options.add_argument("shots", nargs="*")
    options.add_argument("--work", type=Path, required=True, help="folder for textures and renders")
    options.add_argument("--out", type=Path, default=HERE.parents[1], help="where the folders of cast.yaml begin")
    options.add_argument("--again", action="store_true", help="render although nothing in cast.yaml has changed")
    options.add_argument("--preview", action="store_true", help="small and quick")
    chosen = options.parse_args()
    people = yaml.safe_load((HERE / "cast.yaml").read_text(encoding="utf-8"))["people"]
    plan = yaml.safe_load((HERE / "shots.yaml").read_text(encoding="utf-8"))
    for number, shot in enumerate(plan["shots"]):
        file = shot["file"]
        if chosen.shots and not any(file.startswith(name) for name in chosen.shots):
            continue
        began = time.time()
        description = {key: value for key, value in shot.items() if key not in LATER}
        render = shoot(description, people[shot["person"]], chosen.work, chosen.preview, chosen.again)
        picture = darkroom.develop(render, number, shot.get("warmth", 0.0))
        folder = chosen.out / plan["folders"][shot.get("folder", "library")]
        darkroom.save(picture, folder / file, shot["taken"], shot.get("gps"))
        print(f"{file}: {time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()

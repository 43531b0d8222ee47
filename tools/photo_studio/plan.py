# SPDX-License-Identifier: GPL-3.0-or-later
"""The cast and the shot list, read and joined: everything about one photo in one place. Needs no Blender."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
WORN = ("hair", "mood", "pose", "headwear")  # a shot may change these of its person; a new `cover` replaces the old
AFTERWARDS = {"person", "folder", "file", "taken", "camera", "place", "warmth", "softness", "thumbnail"}  # not rendered


@dataclass(frozen=True, kw_only=True, slots=True)
class Shot:
    """One photo: ``person`` as they were that day, ``scene`` what is rendered, ``print`` what the darkroom needs."""

    file: str
    folder: Path  # from the top of the repository
    person: dict
    scene: dict
    print: dict

    def name(self, *more: object) -> str:
        """A name of this description: it changes when the picture would."""
        parts = [self.person, self.scene, *more]
        return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:16]

    @property
    def seed(self) -> int:
        """A number of this file's own, for grain and folds."""
        return int(hashlib.sha256(self.file.encode()).hexdigest()[:6], 16)


def _dressed(person: dict, shot: dict) -> dict:
    out = {**person, **{key: shot[key] for key in ("cover",) if key in shot}}
    for key in WORN:
        if key in shot and key in person:
            out[key] = {**person[key], **shot[key]}
        elif key in shot:
            out[key] = shot[key]
    return out


def read(folder: Path = HERE) -> tuple[dict, dict]:
    """The people by name, and the shot list with its folders, rooms and devices."""
    cast = yaml.safe_load((folder / "cast.yaml").read_text(encoding="utf-8"))
    return cast["people"], yaml.safe_load((folder / "shots.yaml").read_text(encoding="utf-8"))


def shots(people: dict, plan: dict) -> Iterator[Shot]:
    """Every shot in the list's order, joined with its person, room and device."""
    for shot in plan["shots"]:
        taken_off = {*AFTERWARDS, *WORN, "cover", "room"}
        scene = {key: value for key, value in shot.items() if key not in taken_off}
        wall = {"wall": scene.pop("wall")} if "wall" in scene else {}
        scene["view"] = {**plan["rooms"].get(shot.get("room"), {}), **wall, **scene["view"]}
        printed = {key: shot[key] for key in AFTERWARDS & set(shot)}
        yield Shot(
            file=shot["file"],
            folder=Path(plan["folders"][shot.get("folder", "library")]),
            person=_dressed(people[shot["person"]], shot),
            scene=scene,
            print={**printed, "device": plan["devices"][shot["camera"]], "zone": plan["zone"]},
        )

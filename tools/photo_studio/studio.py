# SPDX-License-Identifier: GPL-3.0-or-later
"""Photograph the invented people of cast.yaml as shots.yaml says: one JPEG a shot, with the camera's metadata.

    python studio.py --work DIR [--out DIR] [--preview] [--again] [shot ...]

A shot is named by its file, or by the beginning of it. Renders are kept in the work folder; a shot whose description
has not changed is not rendered again.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import darkroom
import figure
import plan
import stage

WHOLE, SMALL = (600, 800), (338, 450)
THUMBNAIL = (160, 214)


def render(shot: plan.Shot, work: Path, size: tuple[int, int], samples: int, again: bool, whole: bool = False) -> Path:
    """Render one shot (``whole``: without its crop), unless a render of this description is there already."""
    out = work / f"{shot.name(size, samples, whole)}.png"
    if again or not out.exists():
        aim = figure.put(shot.person, shot.scene, shot.seed, work)
        crop = None if whole else shot.scene.get("crop")
        stage.photograph(out, aim, shot.scene["view"], size, samples, crop)
    return out


def take(shot: plan.Shot, out: Path, work: Path, preview: bool, again: bool) -> None:
    """Render, develop and save one photo."""
    size, samples = (SMALL, 6) if preview else (tuple(shot.scene.get("size", WHOLE)), shot.scene.get("samples", 6))
    picture = darkroom.develop(render(shot, work, size, samples, again), shot.seed, shot.print)
    small = None
    if shot.print.get("thumbnail") == "uncropped":
        small = darkroom.thumbnail(render(shot, work, THUMBNAIL, 16, again, whole=True))
    darkroom.save(picture, out / shot.folder / shot.file, shot.print, small)


def main() -> None:
    options = argparse.ArgumentParser(description="Render the sample practice's photos.")
    options.add_argument("shots", nargs="*")
    options.add_argument("--work", type=Path, required=True, help="folder for textures and renders")
    options.add_argument("--out", type=Path, default=plan.REPOSITORY, help="where the folders of shots.yaml begin")
    options.add_argument("--again", action="store_true", help="render although nothing in the yaml files has changed")
    options.add_argument("--preview", action="store_true", help="small and quick")
    chosen = options.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    for shot in plan.shots(*plan.read()):
        if chosen.shots and not any(shot.file.startswith(name) for name in chosen.shots):
            continue
        began = time.time()
        take(shot, chosen.out, chosen.work, chosen.preview, chosen.again)
        print(f"{shot.file}: {time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()

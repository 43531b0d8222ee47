# SPDX-License-Identifier: GPL-3.0-or-later
"""Photograph the invented people of cast.yaml as shots.yaml says: one JPEG a shot, with the camera's metadata.

    python studio.py --work DIR [--out DIR] [--preview] [--again] [shot ...]

A shot is named by its file, or by the beginning of it. Renders are kept in the work folder; a shot whose description
has not changed is not rendered again.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import darkroom
import figure
import plan
import stage

WHOLE, SMALL = (600, 800), (338, 450)
THUMBNAIL = (160, 214)
SAMPLES = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Studio:
    """Where renders are kept, and how they are made: ``preview`` small and quick, ``again`` whatever is kept."""

    work: Path
    preview: bool
    again: bool

    def render(self, shot: plan.Shot, size: tuple[int, int], samples: int, crop: list[float] | None) -> Path:
        """Render one shot, unless a render of this description is there already."""
        out = self.work / f"{shot.name(size, samples, crop)}.png"
        if self.again or not out.exists():
            with TemporaryDirectory() as textures:
                aim = figure.put(shot.person, shot.scene, shot.seed, Path(textures))
                stage.photograph(out, aim, shot.scene["view"], size=size, samples=samples, crop=crop)
        return out

    def take(self, shot: plan.Shot, out: Path) -> None:
        """Render, develop and save one photo below ``out``."""
        size, samples = (SMALL, 6) if self.preview else (tuple(shot.scene.get("size", WHOLE)), SAMPLES)
        rendered = self.render(shot, size, samples, shot.scene.get("crop"))
        picture = darkroom.develop(rendered, shot.seed, shot.print)
        small = None
        if shot.print.get("thumbnail") == "uncropped":
            small = darkroom.thumbnail(self.render(shot, THUMBNAIL, 16, None))
        darkroom.save(picture, out / shot.folder / shot.file, shot.print, small)


def main() -> None:
    options = argparse.ArgumentParser(description="Render the sample practice's photos.")
    options.add_argument("shots", nargs="*")
    options.add_argument("--work", type=Path, required=True, help="folder for renders")
    options.add_argument("--out", type=Path, default=plan.REPOSITORY, help="where the folders of shots.yaml begin")
    options.add_argument("--again", action="store_true", help="render although nothing in the yaml files has changed")
    options.add_argument("--preview", action="store_true", help="small and quick")
    chosen = options.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    studio = Studio(work=chosen.work, preview=chosen.preview, again=chosen.again)
    for shot in plan.shots(*plan.read()):
        if chosen.shots and not any(shot.file.startswith(name) for name in chosen.shots):
            continue
        began = time.time()
        studio.take(shot, chosen.out)
        print(f"{shot.file}: {time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()

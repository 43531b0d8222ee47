"""How one published photo is made: the steps its YAML names, one after the other, and the file at the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import background
import collages
import leftovers
import lettering
import pictures
import retouching
import script
from PIL import Image

QUALITY = 84

Row = Mapping[str, Any]
Step = Callable[..., Image.Image]

STEPS: Mapping[str, Step] = {
    step.__name__: step
    for step in (
        *(pictures.resized, pictures.mirrored, pictures.cropped, pictures.turned, pictures.bordered),
        *(pictures.black_and_white, pictures.filtered),
        *(lettering.labelled, lettering.stamped, lettering.watermarked, lettering.headed, lettering.captioned),
        *(lettering.with_code, lettering.in_a_story),
        *(retouching.smoothed, retouching.spots_removed, retouching.slimmed, retouching.whitened),
        *(retouching.barred, retouching.covered),
        *(background.with_paper, background.with_frame),
    )
}
TOGETHER: Mapping[str, Step] = {
    step.__name__: step for step in (collages.side_by_side, collages.stacked, collages.four_together)
}


def make(item: Row, originals: Path, out: Path) -> None:
    """Make one published photo and write it to ``out``."""
    places = {name: (script.HERE if name.startswith("elsewhere/") else originals) / name for name in _names(item)}
    made = [_each(pictures.opened(places[name]), first) for name, first in script.sources(item)]
    picture = _together(made, item["make"])
    out.parent.mkdir(parents=True, exist_ok=True)
    if out.suffix == ".png":
        picture.save(out, optimize=True)
        return
    picture.save(out, quality=item.get("quality", QUALITY), optimize=True)
    for kind, what in item.get("leave", {}).items():
        source = places[_names(item)[0]].read_bytes()
        out.write_bytes(leftovers.LEFT_IN[kind](out.read_bytes(), source, what))


def _names(item: Row) -> list[str]:
    return [name for name, _ in script.sources(item)]


def _each(picture: Image.Image, steps: Sequence[Row]) -> Image.Image:
    for step in steps:
        [(name, details)] = step.items()
        picture = STEPS[name](picture, **details)
    return picture


def _together(made: Sequence[Image.Image], steps: Sequence[Row]) -> Image.Image:
    """One picture of several; steps named before they are put together are taken with each of them."""
    waiting = list(made)
    for step in steps:
        [(name, details)] = step.items()
        if name == "logo":
            waiting = [pictures.logo(**details)]
        elif name in TOGETHER:
            waiting = [TOGETHER[name](waiting, **details)]
        else:
            waiting = [STEPS[name](picture, **details) for picture in waiting]
    [picture] = waiting
    return picture

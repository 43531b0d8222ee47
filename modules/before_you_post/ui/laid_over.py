"""A panel of a published photo and its original laid over it: two pictures of one size, for a slider between them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..photos.opening import Picture, open_picture
from ..photos.refusal import PictureError
from ..records import EditFamily, JudgedPhoto, Outline, Panel
from .pictures import SHOWN, Shown, written_anew

_HOT = (214, 24, 90)  # seen on any skin, and by people who do not tell red from green
_LONG_SIDE = 3000  # pixels of the original's copy: a small crop of a large original keeps its detail


@dataclass(frozen=True, slots=True)
class Box:
    """The upright box around a panel, in whole pixels of the published photo."""

    left: int
    top: int
    right: int
    bottom: int


def panel_of(judged: JudgedPhoto, number: object) -> Panel | None:
    """The panel of that number, as the page names it."""
    return next((one for one in judged.evidence.panels or () if str(one.number) == str(number)), None)


def original_path(panel: Panel) -> Path | None:
    """The file of the original the panel was matched with."""
    return next((Path(one.path) for one in panel.originals if one.id == panel.match.original), None)


def published_panel(published: Path, panel: Panel) -> Shown:
    """The panel by itself, cut out of the published photo. Raises PictureError."""
    picture = open_picture(published)
    box = box_around(panel.match.outline, picture)
    pixels = np.ascontiguousarray(picture.pixels[box.top : box.bottom, box.left : box.right])
    return written_anew(Picture(pixels, "panel", box.right - box.left, box.bottom - box.top), SHOWN)


def original_as_shown(published: Path, original: Path, panel: Panel) -> Shown:
    """The original as it lies under the panel: cropped, mirrored, turned and resized alike. Raises PictureError.

    What the original does not reach is left grey.
    """
    picture = open_picture(original, long_side=_LONG_SIDE)
    box = box_around(panel.match.outline, open_picture(published, long_side=SHOWN))
    shrunk = picture.pixels.shape[1] / picture.width
    corners = [(x * shrunk, y * shrunk) for x, y in panel.match.original_outline]
    here = [(x - box.left, y - box.top) for x, y in panel.match.outline]
    size = (box.right - box.left, box.bottom - box.top)
    laid = Image.fromarray(picture.pixels).transform(
        size, Image.Transform.AFFINE, _affine(here, corners), Image.Resampling.BICUBIC, fillcolor=(128, 128, 128)
    )
    return written_anew(Picture(np.asarray(laid), "original", *size), SHOWN)


def box_around(outline: Outline, picture: Picture) -> Box:
    """The upright box around an outline, inside the picture. Raises PictureError where nothing of it lies inside."""
    across, down = [x for x, _ in outline], [y for _, y in outline]
    if not outline:
        raise PictureError("The place of this picture in the photo is not known.")
    box = Box(
        max(0, round(min(across))),
        max(0, round(min(down))),
        min(picture.width, round(max(across))),
        min(picture.height, round(max(down))),
    )
    if box.right - box.left < 2 or box.bottom - box.top < 2:
        raise PictureError("The place of this picture in the photo is not known.")
    return box


def _affine(to: list[tuple[float, float]], source: list[tuple[float, float]]) -> tuple[float, ...]:
    """The six numbers that take a place of the panel to its place in the original, by least squares."""
    if len(to) != len(source) or len(to) < 3:
        raise PictureError("Which part of the original is shown is not known.")
    known: NDArray[np.float64] = np.array([(x, y, 1.0) for x, y in to])
    solved = np.linalg.lstsq(known, np.array(source), rcond=None)[0]
    return tuple(float(number) for number in solved.T.ravel())


def heat(published: Path, original: Path, panel: Panel, family: EditFamily) -> Shown:
    """The panel in grey, with what one family of edits sees laid over it in colour. Raises PictureError."""
    from ..edits.heat import heat_map  # noqa: PLC0415 - a page on which nobody asks does not wait for it

    picture = open_picture(published)
    box = box_around(panel.match.outline, picture)
    seen = heat_map(picture.pixels, open_picture(original).pixels, panel.match, family)
    if seen is None:
        raise PictureError("Nothing of this kind is seen anywhere in the picture.")
    here = (slice(box.top, box.bottom), slice(box.left, box.right))
    cut = Image.fromarray(np.ascontiguousarray(picture.pixels[here]))
    warmth = Image.fromarray(np.ascontiguousarray(seen[here])).point(_veiled)
    shown = Image.composite(Image.new("RGB", cut.size, _HOT), cut.convert("L").convert("RGB"), warmth)
    return written_anew(Picture(np.asarray(shown), "heat", *cut.size), SHOWN)


def _veiled(warmth: int) -> int:
    """The picture stays to be seen under the warmest place."""
    return round(0.8 * warmth)

"""How a result is made to look better than it is, and how a picture is covered where privacy asks for it.

The first four are what truth in advertising forbids; the last two are what it permits. Places are given in shares of
the picture's sides: left, top, width, height; or x, y, radius (of the width).
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Pixels = NDArray[np.uint8]
Box = Sequence[float]


def smoothed(picture: Image.Image, *, strength: float, where: Box = (0, 0, 1, 1)) -> Image.Image:
    """Skin without pores, as a beauty filter shows it; ``strength`` from 0 to 1."""
    soft = cv2.bilateralFilter(np.asarray(picture), d=0, sigmaColor=42, sigmaSpace=9)
    soft = cv2.bilateralFilter(soft, d=0, sigmaColor=30, sigmaSpace=7)
    return _inside(picture, Image.blend(picture, Image.fromarray(soft), strength), where)


def spots_removed(picture: Image.Image, *, spots: Sequence[Sequence[float]]) -> Image.Image:
    """Spots painted over with the skin around them."""
    pixels = np.asarray(picture)
    mask = np.zeros(pixels.shape[:2], np.uint8)
    for x, y, radius in spots:
        centre = (round(x * picture.width), round(y * picture.height))
        cv2.circle(mask, centre, round(radius * picture.width), 255, -1)
    return Image.fromarray(cv2.inpaint(pixels, mask, 5, cv2.INPAINT_TELEA))


def slimmed(picture: Image.Image, *, pull: float, top: float, bottom: float) -> Image.Image:
    """A waist drawn in between two heights by ``pull``, a share of the width, on each side."""
    high, wide = picture.height, picture.width
    x, y = np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(high, dtype=np.float32))
    at = np.clip((y / high - top) / (bottom - top), 0, 1)
    aside = (x / wide - 0.5) * 2
    reach = np.sin(np.pi * at) ** 2 * np.sin(np.pi * np.clip(aside, -1, 1))
    moved = (x + reach * pull * wide).astype(np.float32)
    return Image.fromarray(cv2.remap(np.asarray(picture), moved, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT))


def whitened(picture: Image.Image, *, by: float, where: Box = (0, 0, 1, 1)) -> Image.Image:
    """Lighter and less red inside a place, as "brightening" does it; ``by`` from 0 to 1."""
    lab = cv2.cvtColor(np.asarray(picture), cv2.COLOR_RGB2LAB).astype(np.float32)
    lab[..., 0] += (255 - lab[..., 0]) * 0.35 * by
    lab[..., 1] += (128 - lab[..., 1]) * 0.5 * by
    lighter = cv2.cvtColor(np.clip(lab, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB)
    return _inside(picture, Image.fromarray(lighter), where)


def barred(picture: Image.Image, *, where: Box) -> Image.Image:
    """A black bar, as people lay it over the eyes."""
    page = picture.copy()
    ImageDraw.Draw(page).rectangle(_corners(picture, where), fill=(8, 8, 8))
    return page


def covered(picture: Image.Image, *, where: Box, colour: Sequence[int] = (236, 230, 222)) -> Image.Image:
    """A plain patch with round corners over a part of the body that a platform does not show."""
    page = picture.copy()
    ImageDraw.Draw(page).rounded_rectangle(_corners(picture, where), picture.width / 24, fill=tuple(colour))
    return page


def _corners(picture: Image.Image, where: Box) -> tuple[int, int, int, int]:
    left, top, width, height = where
    corners = (
        left * picture.width,
        top * picture.height,
        (left + width) * picture.width,
        (top + height) * picture.height,
    )
    return tuple(map(round, corners))  # type: ignore[return-value]


def _inside(before: Image.Image, after: Image.Image, where: Box) -> Image.Image:
    """The changed picture inside a place with soft edges, the picture as it was outside."""
    if tuple(where) == (0, 0, 1, 1):
        return after
    mask = Image.new("L", before.size, 0)
    ImageDraw.Draw(mask).ellipse(_corners(before, where), fill=255)
    return Image.composite(after, before, mask.filter(ImageFilter.GaussianBlur(before.width / 40)))

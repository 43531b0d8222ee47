"""What a hand does to a photo that it should not: every family of edits, at several strengths, as functions.

Each takes a picture, a random source and ``size`` (original pixels per published pixel, as strengths are told in
pixels of the published photo), and gives an original, that original retouched, and where it was changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from edit_pictures import Floats, Pixels, texture
from numpy.typing import NDArray

from before_you_post.records import EditFamily

Place = NDArray[np.bool_]  # of the pixels that were changed; all of them for what is done to the whole picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Retouched:
    """An original beside itself, retouched, at the same size."""

    original: Pixels
    pixels: Pixels
    place: Place


Retouch = Callable[[Pixels, np.random.Generator, float], Retouched]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One kind of edit at one strength."""

    name: str  # "3 spots of radius 6"
    family: EditFamily
    target: float | None  # share that has to be found on textured pictures; None = told, and nothing is promised
    do: Retouch


def lab(pixels: Pixels) -> Floats:
    """CIE L*a*b*, rows x columns x 3."""
    return np.asarray(cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_RGB2LAB), np.float32)


def from_lab(values: Floats) -> Pixels:
    """CIE L*a*b* as pixels, rounded: a cut would darken the picture by half a level and give every edit away."""
    return np.clip(np.rint(np.asarray(cv2.cvtColor(values, cv2.COLOR_LAB2RGB)) * 255), 0, 255).astype(np.uint8)


def rounded(values: NDArray[np.floating]) -> Pixels:
    """Numbers as pixels."""
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)


# ---------------------------------------------------------------- where


def spot(pixels: Pixels, rng: np.random.Generator) -> tuple[float, float]:
    """A place in the middle of the picture with more detail than half of the others: on the patient, not the wall."""
    height, width = pixels.shape[:2]
    places = np.c_[rng.uniform(0.28, 0.72, 24) * width, rng.uniform(0.28, 0.72, 24) * height]
    detail = texture(pixels)[places[:, 1].astype(int), places[:, 0].astype(int)]
    x, y = places[rng.choice(np.argsort(detail)[12:])]
    return float(x), float(y)


def ellipse(pixels: Pixels, rng: np.random.Generator) -> Floats:
    """A soft place of a sixth to a third of the picture's width, 0 to 1."""
    height, width = pixels.shape[:2]
    x, y = spot(pixels, rng)
    wide, high = rng.uniform(0.16, 0.32, 2) * min(height, width)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    distance = np.hypot((columns - x) / wide, (rows - y) / high)
    return np.clip((1.1 - distance) / 0.3, 0, 1).astype(np.float32)


def box(pixels: Pixels, rng: np.random.Generator) -> tuple[slice, slice]:
    """Rows and columns of a box as one would draw it over eyes or a private part."""
    height, width = pixels.shape[:2]
    x, y = spot(pixels, rng)
    wide, high = rng.uniform(0.1, 0.24) * width, rng.uniform(0.035, 0.12) * height
    return slice(int(y - high), int(y + high)), slice(int(x - wide), int(x + wide))


def everywhere(pixels: Pixels) -> Place:
    """All of the picture."""
    return np.ones(pixels.shape[:2], np.bool_)


def blended(pixels: Pixels, changed: Pixels, weight: Floats) -> Pixels:
    """The changed picture where the weight is 1, the old one where it is 0."""
    return rounded(pixels + (changed.astype(np.float32) - pixels) * weight[..., None])


# ---------------------------------------------------------------- colour, whitening, smoothing


def global_change(change: Callable[[Floats], Floats]) -> Retouch:
    """A change of RGB values (0 to 1) of the whole picture."""

    def do(pixels: Pixels, rng: np.random.Generator, size: float) -> Retouched:
        changed = rounded(change(pixels.astype(np.float32) / 255) * 255)
        return Retouched(original=pixels, pixels=changed, place=everywhere(pixels))

    return do


def saturated(values: Floats) -> Floats:
    """15 % more saturation."""
    grey = values.mean(axis=2, keepdims=True)
    return grey + 1.15 * (values - grey)


def local_lab(light: float, red: float, yellow: float) -> Retouch:
    """Lighter, and less red or yellow by these shares, in one soft place."""

    def do(pixels: Pixels, rng: np.random.Generator, size: float) -> Retouched:
        weight = ellipse(pixels, rng)
        values = lab(pixels)
        values[..., 0] += light * weight
        values[..., 1] *= 1 - red * weight
        values[..., 2] *= 1 - yellow * weight
        return Retouched(original=pixels, pixels=from_lab(values), place=weight > 0.5)

    return do


def smoothed(strength: float, *, local: bool) -> Retouch:
    """Skin smoothed as beauty filters do (edges stay), at this opacity."""

    def do(pixels: Pixels, rng: np.random.Generator, size: float) -> Retouched:
        weight = ellipse(pixels, rng) if local else np.ones(pixels.shape[:2], np.float32)
        soft = np.asarray(cv2.bilateralFilter(pixels, 15, 45, 5 * size), np.uint8)
        return Retouched(original=pixels, pixels=blended(pixels, soft, strength * weight), place=weight > 0.5)

    return do


# ---------------------------------------------------------------- spots


def spots_removed(count: int, radius: float) -> Retouch:
    """Blemishes of this radius (published pixels) healed away, by filling in or with skin from beside them."""

    def do(pixels: Pixels, rng: np.random.Generator, size: float) -> Retouched:
        before, place = blemished(pixels, rng, count, radius * size)
        changed = before
        for x, y in middles(place):
            changed = healed(changed, x, y, radius * size, clone=bool(rng.integers(2)))
        return Retouched(original=before, pixels=changed, place=place)

    return do


def middles(place: Place) -> list[tuple[float, float]]:
    """Middles of separate places."""
    _, _, _, found = cv2.connectedComponentsWithStats(place.astype(np.uint8))
    return [(float(x), float(y)) for x, y in found[1:]]


def blemished(pixels: Pixels, rng: np.random.Generator, count: int, radius: float) -> tuple[Pixels, Place]:
    """The picture with spots that everybody sees, as moles and pimples are, and where they lie."""
    height, width = pixels.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    out, place = pixels.astype(np.float32), np.zeros((height, width), np.bool_)
    for _ in range(count):
        x, y = spot(pixels, rng)
        distance = np.hypot(columns - x, rows - y)
        depth = np.clip((1.25 - distance / radius) / 0.5, 0, 1)[..., None]
        out *= 1 - depth * np.array([0.2, 0.34, 0.32]) * rng.uniform(0.7, 1.1)
        place |= distance < radius
    return rounded(out), place


def healed(pixels: Pixels, x: float, y: float, radius: float, *, clone: bool) -> Pixels:
    """One spot gone: filled in from its rim, or covered with skin from beside it."""
    height, width = pixels.shape[:2]
    hole = np.zeros((height, width), np.uint8)
    cv2.circle(hole, (round(x), round(y)), round(1.5 * radius) + 1, 255, -1)
    if not clone:
        return np.asarray(cv2.inpaint(pixels, hole, 3, cv2.INPAINT_TELEA), np.uint8)
    shift = round(3.6 * radius) + 4
    moved = np.roll(pixels, shift if x + shift < width * 0.9 else -shift, axis=1)
    reach = round(1.5 * radius) + 1
    patch = moved[round(y) - reach : round(y) + reach + 1, round(x) - reach : round(x) + reach + 1]
    mask = np.zeros(patch.shape[:2], np.uint8)
    cv2.circle(mask, (reach, reach), reach, 255, -1)
    return np.asarray(cv2.seamlessClone(patch, pixels, mask, (round(x), round(y)), cv2.NORMAL_CLONE), np.uint8)

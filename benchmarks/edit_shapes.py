"""What a hand does to the shape of things, and what it lays over them: warp, mask, overlay."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from edit_pictures import Floats, Pixels
from edit_retouches import Place, Retouch, Retouched, box, spot
from numpy.typing import NDArray

# ---------------------------------------------------------------- warp


def liquified(strength: float) -> Retouch:
    """One push of a soft brush; the skin under its middle moves by ``strength`` published pixels."""

    def do(pixels: Pixels, rng: np.random.Generator, size: float) -> Retouched:
        turn = rng.uniform(0, 2 * np.pi)
        weight = _brush(pixels, rng, rng.uniform(28, 60) * size)
        push = strength * size * weight
        return _moved(pixels, push * np.float32(np.cos(turn)), push * np.float32(np.sin(turn)), weight > 0.5)

    return do


def slimmed(strength: float) -> Retouch:
    """Both sides of a waist, a nose or a jaw drawn together by ``strength`` published pixels each."""

    def do(pixels: Pixels, rng: np.random.Generator, size: float) -> Retouched:
        height, width = pixels.shape[:2]
        x, y = spot(pixels, rng)
        rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
        wide, high = rng.uniform(50, 100) * size, rng.uniform(70, 140) * size
        across = (columns - x) / wide
        # 1 at one reach to either side, 0 in the middle and far away
        inward = -across * np.exp(0.5 - across**2 / 2) * np.exp(-(((rows - y) / high) ** 2) / 2)
        moved = inward.astype(np.float32) * np.float32(strength * size)
        return _moved(pixels, moved, np.zeros_like(moved), np.abs(inward) > 0.5)

    return do


def _brush(pixels: Pixels, rng: np.random.Generator, reach: float) -> Floats:
    x, y = spot(pixels, rng)
    rows, columns = np.mgrid[0 : pixels.shape[0], 0 : pixels.shape[1]].astype(np.float32)
    return np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / (2 * reach**2)).astype(np.float32)


def _moved(pixels: Pixels, across: Floats, down: Floats, place: Place) -> Retouched:
    rows, columns = np.mgrid[0 : pixels.shape[0], 0 : pixels.shape[1]].astype(np.float32)
    warped = cv2.remap(pixels, columns - across, rows - down, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
    # Outside of the brush no program touches a pixel.
    still = np.hypot(across, down) < 0.05
    changed = np.where(still[..., None], pixels, warped).astype(np.uint8)
    return Retouched(original=pixels, pixels=changed, place=place)


# ---------------------------------------------------------------- mask


def barred(colour: tuple[int, int, int]) -> Retouch:
    """An opaque bar."""

    def do(pixels: Pixels, rng: np.random.Generator, size: float) -> Retouched:
        rows, columns = box(pixels, rng)
        changed = pixels.copy()
        changed[rows, columns] = colour
        return _in_box(pixels, changed, rows, columns)

    return do


def blurred(reach: float) -> Retouch:
    """A box blurred beyond recognition; ``reach`` in published pixels."""

    def do(pixels: Pixels, rng: np.random.Generator, size: float) -> Retouched:
        rows, columns = box(pixels, rng)
        changed = pixels.copy()
        changed[rows, columns] = cv2.GaussianBlur(pixels, (0, 0), reach * size)[rows, columns]
        return _in_box(pixels, changed, rows, columns)

    return do


def pixelated(side: float) -> Retouch:
    """A box of squares; ``side`` in published pixels."""

    def do(pixels: Pixels, rng: np.random.Generator, size: float) -> Retouched:
        rows, columns = box(pixels, rng)
        part, step = pixels[rows, columns], side * size
        few = (max(1, round(part.shape[1] / step)), max(1, round(part.shape[0] / step)))
        coarse = cv2.resize(part, few, interpolation=cv2.INTER_AREA)
        changed = pixels.copy()
        changed[rows, columns] = cv2.resize(coarse, part.shape[1::-1], interpolation=cv2.INTER_NEAREST)
        return _in_box(pixels, changed, rows, columns)

    return do


def _in_box(pixels: Pixels, changed: Pixels, rows: slice, columns: slice) -> Retouched:
    place = np.zeros(pixels.shape[:2], np.bool_)
    place[rows, columns] = True
    return Retouched(original=pixels, pixels=changed, place=place)


# ---------------------------------------------------------------- overlay


def lettered(words: str, height: float, opacity: float = 1.0) -> Retouch:
    """Words in white or black; capitals are ``height`` (share of the picture's height) tall."""

    def do(pixels: Pixels, rng: np.random.Generator, size: float) -> Retouched:
        tall = height * pixels.shape[0] / 22  # capitals of this font are 22 pixels tall at scale 1
        thick = max(1, round(tall * 2))
        (wide, _), _ = cv2.getTextSize(words, cv2.FONT_HERSHEY_DUPLEX, tall, thick)
        left = round(rng.uniform(0.16, max(0.17, 0.84 - wide / pixels.shape[1])) * pixels.shape[1])
        base = round(rng.uniform(0.2, 0.8) * pixels.shape[0])
        ink = np.zeros(pixels.shape[:2], np.uint8)
        cv2.putText(ink, words, (left, base), cv2.FONT_HERSHEY_DUPLEX, tall, 255, thick, cv2.LINE_AA)
        middle = pixels[max(0, base - 20) : base + 1].mean()
        return _laid(pixels, 0 if middle > 150 else 255, ink, opacity)

    return do


def stickered(pixels: Pixels, rng: np.random.Generator, size: float) -> Retouched:
    """A yellow round face, as phones offer them."""
    x, y = (round(value) for value in spot(pixels, rng))
    radius = round(rng.uniform(0.05, 0.11) * pixels.shape[1])
    changed = pixels.copy()
    cv2.circle(changed, (x, y), radius, (255, 205, 60), -1, cv2.LINE_AA)
    for side in (-1, 1):
        cv2.circle(changed, (x + side * radius // 3, y - radius // 4), radius // 8, (70, 40, 20), -1, cv2.LINE_AA)
    cv2.ellipse(changed, (x, y), (radius // 2, radius // 2), 0, 20, 160, (70, 40, 20), radius // 12 + 1, cv2.LINE_AA)
    place = np.zeros(pixels.shape[:2], np.uint8)
    cv2.circle(place, (x, y), radius, 1, -1)
    return Retouched(original=pixels, pixels=changed, place=place > 0)


def logo(opacity: float) -> Retouch:
    """A ring with a feather and a name, in one corner of the middle."""

    def do(pixels: Pixels, rng: np.random.Generator, size: float) -> Retouched:
        height, width = pixels.shape[:2]
        x, y = round(width * rng.choice([0.26, 0.74])), round(height * rng.choice([0.24, 0.76]))
        radius = round(0.075 * width)
        ink = np.zeros((height, width), np.uint8)
        any_ink: Any = 255
        cv2.circle(ink, (x, y), radius, any_ink, max(2, radius // 9), cv2.LINE_AA)
        cv2.line(ink, (x - radius // 2, y + radius // 2), (x + radius // 2, y - radius // 2), any_ink, radius // 7)
        cv2.ellipse(ink, (x, y), (radius // 2, radius // 5), -45, 0, 360, any_ink, -1, cv2.LINE_AA)
        name = (x - round(1.4 * radius), y + round(1.6 * radius))
        cv2.putText(ink, "EXAMPLE", name, cv2.FONT_HERSHEY_DUPLEX, radius / 32, any_ink, 2, cv2.LINE_AA)
        dark = pixels[y - radius : y + radius, x - radius : x + radius].mean() > 150
        return _laid(pixels, 0 if dark else 255, ink, opacity)

    return do


def _laid(pixels: Pixels, colour: int, ink: NDArray[np.uint8], opacity: float) -> Retouched:
    weight = (ink.astype(np.float32) * (opacity / 255))[..., None]
    changed = np.clip(np.rint(pixels * (1 - weight) + colour * weight), 0, 255).astype(np.uint8)
    return Retouched(original=pixels, pixels=changed, place=ink > 127)

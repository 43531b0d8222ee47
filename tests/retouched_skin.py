"""An invented original beside a published copy that somebody retouched, laid over each other as the program does."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from before_you_post.edits.alignment import Aligned, align
from before_you_post.photos.opening import decode
from before_you_post.records import Match, Outline
from painted_skin import encoded, skin

Pixels = NDArray[np.uint8]


def box(left: float, top: float, right: float, bottom: float) -> Outline:
    return (left, top), (right, top), (right, bottom), (left, bottom)


def published(pixels: Pixels, quality: int = 85) -> Pixels:
    """The picture as it comes out of a JPEG file."""
    return decode(encoded(pixels, quality=quality)).pixels


def laid(retouched: Pixels, original: Pixels, quality: int = 85) -> Aligned:
    """A retouched copy of the same size, published whole."""
    height, width = original.shape[:2]
    whole = box(0, 0, width, height)
    return align(published(retouched, quality), original, Match(original="one", outline=whole, original_outline=whole))


def untouched(seed: int = 5) -> Aligned:
    original = skin(seed)
    return laid(original, original)


def pushed(pixels: Pixels, across: float, x: float = 180, y: float = 240, reach: float = 35) -> Pixels:
    """A soft brush pushed the skin under its middle by so many pixels to the right."""
    rows, columns = np.mgrid[0 : pixels.shape[0], 0 : pixels.shape[1]].astype(np.float32)
    weight = np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / (2 * reach**2)).astype(np.float32)
    moved = cv2.remap(pixels, columns - across * weight, rows, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
    return np.asarray(moved, np.uint8)


def narrowed(pixels: Pixels, by: float) -> Pixels:
    """Both sides of the middle drawn together by so many pixels."""
    rows, columns = np.mgrid[0 : pixels.shape[0], 0 : pixels.shape[1]].astype(np.float32)
    across = (columns - pixels.shape[1] / 2) / 45
    inward = -across * np.exp(0.5 - across**2 / 2) * np.exp(-(((rows - 240) / 90) ** 2) / 2)
    moved = cv2.remap(pixels, columns - by * inward, rows, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
    return np.asarray(moved, np.uint8)

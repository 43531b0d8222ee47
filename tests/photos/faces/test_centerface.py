"""Faces of invented people are found however they are shown; bodies hold none; the same picture gives the same answer.

The pictures are renderings of people who do not exist. What was measured on photographs stands in the module.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from before_you_post.photos.faces.centerface import CenterFace
from before_you_post.photos.faces.detector import Pixels
from painted_skin import skin

ORIGINALS = Path(__file__).parents[3] / "sample_data/quillfeather/originals"
LIGHT, DARK, PROFILE, TURNED = (
    "P-101/nose-front-before.jpg",
    "P-105/chin-front-follow-up.jpg",
    "P-105/chin-turned-before.jpg",
    "P-102/acne-left-before.jpg",
)
BODIES = [
    "P-103/forearm-after.jpg",
    "P-104/abdomen-before.jpg",
    "P-104/shoulder-follow-up.jpg",
    "P-106/back-before.jpg",
]


@cache
def picture(name: str, width: int = 300) -> Pixels:
    with Image.open(ORIGINALS / name) as image:
        small = image.convert("RGB").resize((width, round(image.height * width / image.width)))
    pixels = np.asarray(small, dtype=np.uint8)
    pixels.flags.writeable = False
    return pixels


def turned(degrees: float) -> Callable[[Pixels], Pixels]:
    def turn(pixels: Pixels) -> Pixels:
        height, width = pixels.shape[:2]
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 0.75)
        return cv2.warpAffine(pixels, matrix, (width, height), borderValue=(120, 120, 120))

    return turn


def barred(pixels: Pixels) -> Pixels:
    (found,) = CenterFace().detect(pixels)
    assert found.eyes
    (x0, y0), (x1, y1) = sorted(found.eyes)
    reach = 0.16 * (found.box[2] - found.box[0])
    corners = (int(x0 - reach), int(min(y0, y1) - reach)), (int(x1 + reach), int(max(y0, y1) + reach))
    return cv2.rectangle(pixels.copy(), *corners, (0, 0, 0), -1)


def half(pixels: Pixels) -> Pixels:
    (found,) = CenterFace().detect(pixels)
    return pixels[:, : int((found.box[0] + found.box[2]) / 2)]


def tight(pixels: Pixels) -> Pixels:
    (found,) = CenterFace().detect(pixels)
    left, top, right, bottom = (max(0, round(edge)) for edge in found.box)
    return pixels[top:bottom, left:right]


def small_in_a_large_picture(pixels: Pixels) -> Pixels:
    large = np.full((1080, 1920, 3), 150, np.uint8)
    large[400:560, 900:1020] = cv2.resize(pixels, (120, 160), interpolation=cv2.INTER_AREA)
    return large


SHOWN: dict[str, Callable[[Pixels], Pixels]] = {
    "as it is": lambda pixels: pixels,
    "turned by 30 degrees": turned(30),
    "turned by 45 degrees": turned(45),
    "turned by 90 degrees": turned(90),
    "upside down": turned(180),
    "with a bar over the eyes": barred,
    "half": half,
    "cropped tightly": tight,
    "in grey": lambda pixels: np.repeat(pixels.mean(axis=2, keepdims=True), 3, axis=2).astype(np.uint8),
    "underexposed": lambda pixels: (pixels * 0.35).astype(np.uint8),
    "blurred": lambda pixels: cv2.GaussianBlur(pixels, (0, 0), 4),
    "as a thumbnail": lambda pixels: cv2.resize(pixels, (120, 160), interpolation=cv2.INTER_AREA),
    "small in a large picture": small_in_a_large_picture,
}


@pytest.mark.parametrize("shown", SHOWN)
@pytest.mark.parametrize("name", [LIGHT, DARK])
def test_a_face_is_found_however_it_is_shown(name: str, shown: str) -> None:
    assert CenterFace().detect(np.ascontiguousarray(SHOWN[shown](picture(name))))


@pytest.mark.parametrize("name", [PROFILE, TURNED])
def test_a_face_from_the_side_is_found(name: str) -> None:
    (found,) = CenterFace().detect(picture(name))
    assert found.confidence > 0.5


def test_the_box_lies_on_the_face_and_the_eyes_in_the_box() -> None:
    pixels = picture(LIGHT)
    (found,) = CenterFace().detect(pixels)
    left, top, right, bottom = found.box
    height, width = pixels.shape[:2]
    assert 0.2 * width < left < 0.45 * width < 0.55 * width < right < 0.8 * width
    assert 0 <= top < 0.35 * height < 0.5 * height < bottom < 0.8 * height
    assert found.eyes
    for x, y in found.eyes:
        assert left < x < right
        assert top < y < (top + bottom) / 2


def test_two_faces_are_two() -> None:
    both = np.hstack([picture(LIGHT), picture(DARK)])
    boxes = sorted(found.box for found in CenterFace().detect(both))
    assert len(boxes) == 2
    assert boxes[0][2] < 300 < boxes[1][0]


@pytest.mark.parametrize("name", BODIES)
def test_a_body_without_a_head_holds_no_face(name: str) -> None:
    assert CenterFace().detect(picture(name)) == []


def test_bare_skin_holds_no_face() -> None:
    assert [CenterFace().detect(skin(seed, 300, 240)) for seed in range(3)] == [[], [], []]


def test_the_same_picture_gives_the_same_answer() -> None:
    again = picture(DARK).copy()
    assert CenterFace().detect(again) == CenterFace().detect(picture(DARK))


@pytest.mark.parametrize("shape", [(1, 1), (1, 900), (900, 1), (31, 33)])
def test_pictures_too_small_for_a_face_are_no_trouble(shape: tuple[int, int]) -> None:
    assert CenterFace().detect(np.full((*shape, 3), 128, np.uint8)) == []

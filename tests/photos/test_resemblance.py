"""A small copy of the same photo is told from one that shows more, whatever was done to its size."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from before_you_post.photos.opening import Pixels, decode
from before_you_post.photos.resemblance import same_picture
from painted_skin import encoded, noise, skin

Change = Callable[[Pixels], Pixels]


def photo() -> Pixels:
    """A head and shoulders, roughly: large shapes like those a thumbnail still shows."""
    picture = skin(5, 640, 480).astype(np.float32)
    rows, columns = np.mgrid[0:640, 0:480]
    face = np.hypot((columns - 240) / 130, (rows - 260) / 180) < 1
    picture[~face] = picture[~face] * 0.3 + 40
    for x in (190, 290):
        picture[np.hypot((columns - x) / 28, (rows - 220) / 14) < 1] = (40, 35, 60)
    picture[np.hypot((columns - 240) / 45, (rows - 350) / 12) < 1] = (150, 60, 70)
    picture += noise(np.random.default_rng(5), 9, 640, 480)[..., None] * 6
    return np.clip(picture, 0, 255).astype(np.uint8)


PHOTO = photo()


def thumbnail(pixels: Pixels, side: int = 160, quality: int = 60) -> Pixels:
    shrink = side / max(pixels.shape[:2])
    size = (round(pixels.shape[1] * shrink), round(pixels.shape[0] * shrink))
    return decode(encoded(np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)), quality=quality)).pixels


def bars(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.copyMakeBorder(pixels, 0, 0, 24, 24, cv2.BORDER_CONSTANT, value=(0, 0, 0)), dtype=np.uint8)


def masked(box: tuple[int, int, int, int], how: Callable[[NDArray[np.uint8]], object]) -> Pixels:
    left, top, right, bottom = box
    changed = PHOTO.copy()
    changed[top:bottom, left:right] = how(changed[top:bottom, left:right])
    return changed


def mosaic(place: NDArray[np.uint8]) -> object:
    few = cv2.resize(place, (8, 8), interpolation=cv2.INTER_AREA)
    return cv2.resize(few, place.shape[1::-1], interpolation=cv2.INTER_NEAREST)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(thumbnail, id="small"),
        pytest.param(lambda pixels: thumbnail(pixels, 96, 25), id="tiny and coarse"),
        pytest.param(lambda pixels: thumbnail(pixels, 512, 90), id="large"),
        pytest.param(lambda pixels: bars(thumbnail(pixels)), id="with black bars"),
        pytest.param(lambda pixels: np.rot90(thumbnail(pixels)).copy(), id="lying"),
        pytest.param(lambda pixels: thumbnail(pixels)[:, ::-1].copy(), id="mirrored"),
        pytest.param(lambda pixels: (thumbnail(pixels) * 0.8 + 20).astype(np.uint8), id="paler"),
        pytest.param(lambda pixels: thumbnail(pixels)[20:-20], id="cut to another shape"),
    ],
)
def test_a_small_copy_of_the_photo_shows_the_same(change: Change) -> None:
    assert same_picture(PHOTO, change(PHOTO)) is True


@pytest.mark.parametrize(
    "published",
    [
        pytest.param(PHOTO[300:], id="only the mouth"),
        pytest.param(PHOTO[:, 60:-60], id="sides cut off"),
        pytest.param(PHOTO[64:-64, 48:-48], id="all around cut off"),
        pytest.param(masked((150, 195, 330, 245), np.zeros_like), id="a bar over the eyes"),
        pytest.param(skin(6, 640, 480), id="another photo"),
    ],
)
def test_a_copy_of_the_photo_before_it_was_cut_or_masked_shows_more(published: Pixels) -> None:
    assert same_picture(published, thumbnail(PHOTO)) is False


@pytest.mark.parametrize(
    "published",
    [
        pytest.param(masked((120, 120, 360, 420), mosaic), id="a mosaic"),
        pytest.param(masked((120, 120, 360, 420), lambda place: cv2.GaussianBlur(place, (0, 0), 20)), id="a blur"),
        pytest.param(masked((215, 180, 265, 200), np.zeros_like), id="something small drawn over it"),
    ],
)
def test_a_copy_without_what_was_done_later_is_never_called_the_same(published: Pixels) -> None:
    assert same_picture(published, thumbnail(PHOTO)) is not True


def test_of_a_flat_or_tiny_picture_nobody_can_tell() -> None:
    assert same_picture(PHOTO, np.full((120, 90, 3), 128, np.uint8)) is None
    assert same_picture(np.full((640, 480, 3), 128, np.uint8), thumbnail(PHOTO)) is None
    assert same_picture(PHOTO, thumbnail(PHOTO, side=12)) is None

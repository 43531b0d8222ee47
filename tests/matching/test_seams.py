"""Collages of strangers are cut where they were put together; photos are left whole."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from before_you_post.matching.geometry import whole
from before_you_post.matching.seams import separate_pictures
from painted_skin import skin


def parts(pixels: np.ndarray) -> list[list[int]]:
    height, width = pixels.shape[:2]
    found = separate_pictures(np.asarray(pixels, np.uint8), whole(width, height))
    return [[round(side) for side in (*one.min(axis=0), *one.max(axis=0))] for one in found]


@pytest.mark.parametrize("gutter", [0, 2, 10])
def test_two_pictures_side_by_side_are_two(gutter: int) -> None:
    page = np.full((320, 480 + gutter, 3), 255, np.uint8)
    page[:, :240], page[:, 240 + gutter :] = skin(1, 320, 240), skin(2, 320, 240)
    left, right = parts(page)
    assert np.abs(np.array(left) - [0, 0, 240, 320]).max() <= 2
    assert np.abs(np.array(right) - [240 + gutter, 0, 480 + gutter, 320]).max() <= 2


def test_four_pictures_in_rows_are_four() -> None:
    page = np.full((408, 488, 3), 0, np.uint8)
    for number, (top, left) in enumerate(((0, 0), (0, 248), (208, 0), (208, 248))):
        page[top : top + 200, left : left + 240] = skin(number, 200, 240)
    assert len(parts(page)) == 4


@pytest.mark.parametrize("seed", range(6))
def test_a_photo_is_left_whole(seed: int) -> None:
    photo = skin(seed)
    assert parts(photo) == [[0, 0, 360, 480]]
    cv2.putText(photo, "BEFORE & AFTER", (5, 200), cv2.FONT_HERSHEY_DUPLEX, 1.3, (255, 255, 255), 3, cv2.LINE_AA)
    assert parts(photo) == [[0, 0, 360, 480]]


def test_a_bar_over_the_eyes_divides_nobody() -> None:
    photo = skin(3)
    photo[150:200] = 0
    assert parts(photo) == [[0, 0, 360, 480]]


def test_margins_around_a_photo_are_no_pictures() -> None:
    screen = np.full((480, 270, 3), 250, np.uint8)
    screen[90:390] = skin(4, 300, 270)
    assert len(parts(screen)) == 1


@pytest.mark.parametrize("shape", [(1, 1), (3, 400), (400, 3), (12, 12)])
def test_tiny_and_narrow_pictures_are_one(shape: tuple[int, int]) -> None:
    assert len(parts(np.full((*shape, 3), 90, np.uint8))) == 1

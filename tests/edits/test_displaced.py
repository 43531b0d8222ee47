"""What only moved is told apart from what was laid over."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from before_you_post.edits.displaced import is_displaced
from before_you_post.edits.published_copy import Floats, grey
from painted_skin import skin


def picture() -> Floats:
    """Skin with a sharp outline down the middle."""
    pixels = skin(5).astype(np.float32)
    pixels[:, 180:] *= 0.4
    return grey(pixels)


def shifted(by: int) -> Floats:
    return np.asarray(np.roll(picture(), by, axis=1), np.float32)


def strip() -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    place = np.zeros((480, 360), np.bool_)
    place[100:300, 176:184] = True
    return place


@pytest.mark.parametrize("by", [-6, 4, 10])
def test_an_outline_that_was_moved_by_some_pixels_is_found_again(by: int) -> None:
    assert is_displaced(shifted(by), picture(), strip())


def test_other_skin_is_not_the_same_skin_moved() -> None:
    lines = grey(skin(6).astype(np.float32))
    assert not is_displaced(lines, picture(), strip())


def test_lettering_was_not_in_the_original() -> None:
    words = np.zeros((480, 360), np.uint8)
    cv2.putText(words, "Before", (60, 200), cv2.FONT_HERSHEY_DUPLEX, 1.2, 255, 2, cv2.LINE_AA)
    assert not is_displaced(np.maximum(picture(), words.astype(np.float32)), picture(), words > 127)


def test_a_bar_of_one_colour_is_nowhere_in_the_original() -> None:
    barred = picture()
    barred[100:300, 100:260] = 0
    assert not is_displaced(barred, picture(), barred == 0)


def test_nothing_was_not_displaced() -> None:
    assert not is_displaced(picture(), picture(), np.zeros((480, 360), np.bool_))

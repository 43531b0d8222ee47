"""What hides a part of a picture is told, with its place: bars, blur, squares."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from before_you_post.edits import mask, overlay
from before_you_post.edits.found import Found
from before_you_post.records import EditState
from painted_skin import skin
from retouched_skin import Pixels, laid, untouched

ROWS, COLUMNS = slice(180, 260), slice(90, 250)


def with_box(content: Pixels | int) -> Pixels:
    retouched = skin(5).copy()
    retouched[ROWS, COLUMNS] = content
    return retouched


def blurred() -> Pixels:
    return with_box(np.asarray(cv2.GaussianBlur(skin(5), (0, 0), 12), np.uint8)[ROWS, COLUMNS])


def squares() -> Pixels:
    few = cv2.resize(skin(5)[ROWS, COLUMNS], (10, 5), interpolation=cv2.INTER_AREA)
    return with_box(np.asarray(cv2.resize(few, (160, 80), interpolation=cv2.INTER_NEAREST), np.uint8))


def share_right(found: Found) -> float:
    """Of the box and what was told, the share that both cover."""
    true = np.zeros((480, 360), np.bool_)
    true[ROWS, COLUMNS] = True
    assert found.where is not None
    return float((true & found.where).sum() / (true | found.where).sum())


@pytest.mark.parametrize(("colour", "name"), [(0, "black bar"), (255, "white bar")])
def test_a_bar_is_told_by_its_colour_and_outlined_to_a_pixel_or_two(colour: int, name: str) -> None:
    found = mask.check(laid(with_box(colour), skin(5)))
    assert (found.state, found.what) == (EditState.EDITED, name)
    assert share_right(found) > 0.93
    assert found.measure == pytest.approx(80 * 160 / (480 * 360), rel=0.1)


@pytest.mark.parametrize("retouched", [blurred(), squares()], ids=["blur", "squares"])
def test_a_place_that_was_blurred_or_cut_into_squares_is_outlined(retouched: Pixels) -> None:
    found = mask.check(laid(retouched, skin(5)))
    assert (found.state, found.what) == (EditState.EDITED, "blur or squares")
    assert share_right(found) > 0.6


def test_a_bar_is_no_overlay_and_neither_are_squares() -> None:
    assert overlay.check(laid(with_box(0), skin(5))).state is EditState.NONE_FOUND
    assert overlay.check(laid(squares(), skin(5))).state is EditState.NONE_FOUND


def test_an_untouched_copy_hides_nothing() -> None:
    found = mask.check(untouched())
    assert found.state is EditState.NONE_FOUND
    assert found.sensitivity is not None
    assert "bars of 8 pixels" in found.sensitivity


def test_a_beauty_filter_hides_nothing() -> None:
    soft = np.asarray(cv2.bilateralFilter(skin(5), 9, 45, 5), np.uint8)
    assert mask.check(laid(soft, skin(5))).state is EditState.NONE_FOUND


def test_a_mole_that_was_painted_over_hides_nothing() -> None:
    """It is another kind of edit, and not a permitted one."""
    original = skin(5).copy()
    cv2.circle(original, (180, 240), 9, (90, 50, 40), -1, cv2.LINE_AA)
    hole = np.zeros(original.shape[:2], np.uint8)
    cv2.circle(hole, (180, 240), 13, 255, -1)
    healed = np.asarray(cv2.inpaint(original, hole, 3, cv2.INPAINT_TELEA), np.uint8)
    assert mask.check(laid(healed, original)).state is EditState.NONE_FOUND

"""Pushing skin about is seen where there is detail to follow, and told apart from honest publishing."""

from __future__ import annotations

import cv2
import numpy as np

from before_you_post.edits import warp
from before_you_post.records import EditState
from painted_skin import skin
from retouched_skin import laid, narrowed, pushed, untouched


def test_skin_that_was_pushed_by_six_pixels_is_seen_where_it_was_pushed() -> None:
    found = warp.check(laid(pushed(skin(5), 6), skin(5)))
    assert (found.state, found.what, found.unit) == (EditState.EDITED, "pushed aside", "pixels")
    assert found.where is not None
    assert found.where[240, 180]
    assert not found.where[40, 40]
    assert found.measure is not None
    assert 3 < found.measure < 8


def test_a_waist_that_was_narrowed_is_said_to_be_drawn_together() -> None:
    found = warp.check(laid(narrowed(skin(5), 6), skin(5)))
    assert (found.state, found.what) == (EditState.EDITED, "drawn together")


def test_an_untouched_copy_shows_no_warp_and_says_how_small_a_one_would_have_been_seen() -> None:
    found = warp.check(untouched())
    assert found.state is EditState.NONE_FOUND
    assert found.sensitivity is not None
    assert "1.3 pixels" in found.sensitivity


def test_a_copy_that_was_compressed_hard_shows_no_warp() -> None:
    assert warp.check(laid(skin(6), skin(6), quality=55)).state is EditState.NONE_FOUND


def test_skin_without_detail_cannot_be_assessed() -> None:
    smooth = np.asarray(cv2.GaussianBlur(skin(5), (0, 0), 9), np.uint8)
    found = warp.check(laid(pushed(smooth, 6), smooth))
    assert found.state is EditState.NOT_ASSESSABLE
    assert found.reason is not None
    assert "detail" in found.reason


def test_a_black_bar_bends_nothing() -> None:
    barred = skin(5).copy()
    barred[200:260, 100:260] = 0
    assert warp.check(laid(barred, skin(5))).state is EditState.NONE_FOUND


def test_the_heat_map_has_the_panel_s_size_and_is_hottest_where_it_was_pushed() -> None:
    pair = laid(pushed(skin(5), 6), skin(5))
    heat = warp.check(pair).heat
    assert heat is not None
    assert heat.shape == pair.shape
    row, column = np.unravel_index(int(heat.argmax()), heat.shape)
    assert np.hypot(row - 240, column - 180) < 60
    assert 0 <= heat.min() <= heat.max() <= 1

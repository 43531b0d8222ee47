"""Skin whose pores are gone is told, in places and all over; soft copies of everything are not taken for it."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from before_you_post.edits import smoothing
from before_you_post.records import EditState
from painted_skin import skin
from retouched_skin import Pixels, laid

ROWS, COLUMNS = np.mgrid[0:480, 0:360].astype(np.float32)
PLACE = np.clip(2 - np.hypot(ROWS - 240, COLUMNS - 180) / 60, 0, 1)[..., None]


def filtered(picture: Pixels, strength: float) -> Pixels:
    soft = cv2.bilateralFilter(picture, 15, 45, 5).astype(np.float32)
    return np.rint(picture + strength * (soft - picture)).astype(np.uint8)


def with_edges() -> Pixels:
    """Skin with strong edges in it, which a filter for skin keeps."""
    picture = skin(5).copy()
    picture[:, 300:] = picture[:, 300:] // 3
    return picture


@pytest.mark.parametrize("strength", [1.0, 0.6])
def test_a_smoothed_place_is_told_with_where_it_lies(strength: float) -> None:
    original = skin(5)
    place = original + PLACE * (filtered(original, strength).astype(np.float32) - original)
    found = smoothing.check(laid(np.rint(place).astype(np.uint8), original))
    assert (found.state, found.what) == (EditState.EDITED, "smoothed in places")
    assert found.where is not None
    assert found.where[240, 180]
    assert not found.where[:80].any()
    assert found.measure is not None
    assert 0 < found.measure < 0.75


@pytest.mark.parametrize("strength", [1.0, 0.6])
def test_smoothing_all_over_is_told(strength: float) -> None:
    original = with_edges()
    found = smoothing.check(laid(filtered(original, strength), original))
    assert (found.state, found.what, found.where) == (EditState.EDITED, "smoothed all over", None)


def test_a_small_copy_that_was_enlarged_is_soft_and_not_smoothed() -> None:
    original = with_edges()
    small = cv2.resize(original, (100, 133), interpolation=cv2.INTER_AREA)
    enlarged = np.asarray(cv2.resize(small, (360, 480), interpolation=cv2.INTER_CUBIC), np.uint8)
    found = smoothing.check(laid(enlarged, original))
    assert found.state is EditState.NOT_ASSESSABLE
    assert found.reason is not None
    assert "enlarged" in found.reason


@pytest.mark.parametrize("quality", [60, 85])
def test_compression_smooths_nothing(quality: int) -> None:
    found = smoothing.check(laid(skin(5), skin(5), quality=quality))
    assert found.state is EditState.NONE_FOUND
    assert found.sensitivity is not None
    assert "%" in found.sensitivity


def test_a_lightened_place_is_no_smooth_one() -> None:
    original = skin(5)
    lighter = np.rint(original + PLACE * 0.45 * (255.0 - original)).astype(np.uint8)
    assert smoothing.check(laid(lighter, original)).state is EditState.NONE_FOUND


def test_skin_without_pores_cannot_lose_any() -> None:
    smooth = np.asarray(cv2.GaussianBlur(skin(5), (0, 0), 6), np.uint8)
    found = smoothing.check(laid(smooth, smooth))
    assert found.state is EditState.NOT_ASSESSABLE
    assert found.reason is not None
    assert "too little fine detail" in found.reason

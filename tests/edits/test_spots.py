"""Spots that are no longer there are counted, with their places; edges and lost colour are no spots."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from before_you_post.edits import spots
from before_you_post.records import EditState
from painted_skin import skin
from retouched_skin import Pixels, laid


def moled(*places: tuple[int, int], radius: int = 6) -> Pixels:
    picture = skin(5).copy()
    for place in places:
        cv2.circle(picture, place, radius, (110, 80, 70), -1, cv2.LINE_AA)
    return picture


def healed(picture: Pixels, *places: tuple[int, int], radius: int = 6) -> Pixels:
    hole = np.zeros(picture.shape[:2], np.uint8)
    for place in places:
        cv2.circle(hole, place, radius + 4, 255, -1)
    return np.asarray(cv2.inpaint(picture, hole, 3, cv2.INPAINT_TELEA), np.uint8)


@pytest.mark.parametrize("radius", [4, 6, 10])
def test_a_removed_mole_is_told_with_its_place(radius: int) -> None:
    original = moled((180, 240), radius=radius)
    found = spots.check(laid(healed(original, (180, 240), radius=radius), original))
    assert (found.state, found.what, found.measure) == (EditState.EDITED, "spot removed", 1)
    assert found.where is not None
    assert found.where[240, 180]


def test_removed_spots_are_counted() -> None:
    original = moled((100, 150), (180, 240), (260, 330))
    found = spots.check(laid(healed(original, (100, 150), (260, 330)), original))
    assert (found.what, found.measure) == ("spots removed", 2)
    assert found.where is not None
    assert not found.where[240, 180]


@pytest.mark.parametrize("quality", [55, 85])
def test_compression_removes_no_spot(quality: int) -> None:
    original = moled((100, 150), (180, 240))
    found = spots.check(laid(original, original, quality=quality))
    assert found.state is EditState.NONE_FOUND
    assert found.sensitivity is not None
    assert "radius of" in found.sensitivity


def test_a_mole_that_only_lost_its_colour_is_still_there() -> None:
    original = moled((180, 240))
    brown = original.copy()
    inside = np.hypot(*(np.mgrid[0:480, 0:360] - np.array([240, 180])[:, None, None])) < 8
    brown[inside] = brown[inside].mean(axis=1, keepdims=True).astype(np.uint8)
    assert spots.check(laid(brown, original)).state is EditState.NONE_FOUND


def test_a_new_spot_is_none_that_was_removed() -> None:
    assert spots.check(laid(moled((180, 240)), skin(5))).state is EditState.NONE_FOUND


def test_a_panel_too_small_for_spots_says_so() -> None:
    small = np.asarray(cv2.resize(skin(5), (150, 200), interpolation=cv2.INTER_AREA), np.uint8)
    found = spots.check(laid(small, small))
    assert found.state is EditState.NOT_ASSESSABLE
    assert found.reason is not None
    assert "too small" in found.reason

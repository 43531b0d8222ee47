"""A place that was lightened or made less red is told apart from what the whole picture went through."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from before_you_post.edits import whitening
from before_you_post.records import EditState
from painted_skin import skin
from retouched_skin import Pixels, laid

ROWS, COLUMNS = np.mgrid[0:480, 0:360].astype(np.float32)
PLACE = np.clip(2 - np.hypot(ROWS - 240, COLUMNS - 180) / 60, 0, 1)[..., None]


def retouched(light: float = 0, red: float = 0) -> Pixels:
    """A round place lighter by L*, with this share of its redness taken away."""
    values = cv2.cvtColor(skin(5).astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    values = values + PLACE * np.array([light, 0, 0])
    values[..., 1:2] *= 1 - red * PLACE
    rgb = cv2.cvtColor(values.astype(np.float32), cv2.COLOR_LAB2RGB)
    return np.clip(np.rint(rgb * 255), 0, 255).astype(np.uint8)


@pytest.mark.parametrize(("light", "red", "what"), [(6, 0, "lighter"), (0, 0.6, "less red")])
def test_a_retouched_place_is_told_with_where_it_lies(light: float, red: float, what: str) -> None:
    found = whitening.check(laid(retouched(light, red), skin(5)))
    assert found.state is EditState.EDITED
    assert found.what is not None
    assert what in found.what
    assert found.where is not None
    assert found.where[240, 180]
    assert not found.where[:60].any()


@pytest.mark.parametrize("quality", [55, 85])
def test_compression_lightens_no_place(quality: int) -> None:
    found = whitening.check(laid(skin(5), skin(5), quality=quality))
    assert found.state is EditState.NONE_FOUND
    assert found.sensitivity is not None


def test_a_brighter_picture_has_no_lighter_place() -> None:
    brighter = np.clip(skin(5) * 1.08, 0, 255).astype(np.uint8)
    assert whitening.check(laid(brighter, skin(5))).state is EditState.NONE_FOUND


def test_a_removed_mole_is_no_lightened_place() -> None:
    moled = skin(5).copy()
    cv2.circle(moled, (180, 240), 7, (90, 60, 50), -1)
    assert whitening.check(laid(skin(5), moled)).state is EditState.NONE_FOUND


def test_the_harder_the_compression_the_larger_a_change_must_be() -> None:
    seen = [whitening.thresholds(quality) for quality in (30, 60, 80, 95)]
    assert seen == sorted(seen, reverse=True)


def test_compression_too_hard_for_colours_is_said() -> None:
    found = whitening.check(laid(skin(5), skin(5), quality=20))
    assert found.state is EditState.NOT_ASSESSABLE
    assert found.reason is not None
    assert "compression" in found.reason

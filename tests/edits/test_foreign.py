"""Where something lies over a picture is told by edges that the original does not have."""

from __future__ import annotations

import cv2
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.edits.foreign import lies_over, margins
from painted_skin import skin

PICTURE = skin(5).astype(np.float32)
EVERYWHERE = np.ones(PICTURE.shape[:2], np.bool_)


def test_a_bar_is_found_with_its_inside() -> None:
    barred = PICTURE.copy()
    barred[200:240, 80:280] = 0
    found = lies_over(barred, PICTURE, EVERYWHERE)
    assert found[200:240, 80:280].all()
    assert found.sum() < 1.5 * 40 * 200


def test_letters_are_found() -> None:
    page = skin(5).copy()
    cv2.putText(page, "clinic", (60, 240), cv2.FONT_HERSHEY_SIMPLEX, 1.5, (255, 255, 255), 3)
    lettered = page.astype(np.float32)
    found = lies_over(lettered, PICTURE, EVERYWHERE)
    assert found[np.abs(lettered - PICTURE).max(axis=2) > 30].mean() > 0.95


def test_a_removed_mole_and_a_lightened_cheek_leave_nothing_over_the_picture() -> None:
    moled = PICTURE.copy()
    cv2.circle(moled, (180, 240), 9, (90.0, 60.0, 50.0), -1)
    moled = np.asarray(cv2.GaussianBlur(moled, (0, 0), 1.5))
    soft = np.asarray(cv2.GaussianBlur(PICTURE, (0, 0), 1.5))
    assert not lies_over(soft, moled, EVERYWHERE).any()
    rows, columns = np.mgrid[0:480, 0:360]
    light = 30 * np.exp(-((rows - 240) ** 2 + (columns - 180) ** 2) / 5000)
    assert not lies_over((PICTURE + light[..., None]).astype(np.float32), PICTURE, EVERYWHERE).any()


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_strips_along_the_border_are_counted(left: int, top: int, right: int, bottom: int) -> None:
    covered = np.ones((70, 80), np.bool_)
    covered[top : 70 - bottom, left : 80 - right] = False
    assert margins(covered) == (left, top, right, bottom)


def test_a_panel_that_is_covered_altogether_is_margin_altogether() -> None:
    assert margins(np.ones((7, 9), np.bool_)) == (9, 7, 9, 7)

"""Patch by patch: the same photo agrees, a stranger does not, and the best box is where the agreement is."""

from __future__ import annotations

import cv2
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from before_you_post.matching.agreement import CELL, best_box, compare, fine_likeness
from painted_skin import skin, twin


def grey(pixels: np.ndarray) -> np.ndarray:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)


ONE, OTHER = grey(skin(1)), grey(skin(2))
IN_PLACE = np.eye(2, 3)
WHOLE = (0, 0, 360 // CELL, 480 // CELL)


def test_a_photo_agrees_with_its_darker_copy_everywhere() -> None:
    agreement = compare((ONE * 0.7).astype(np.uint8), ONE, IN_PLACE)
    assert agreement.share(WHOLE) > 0.95
    assert best_box(agreement.worth) == WHOLE


def test_a_stranger_agrees_nowhere() -> None:
    assert compare(OTHER, ONE, IN_PLACE).share(WHOLE) < 0.05


def test_the_best_box_is_the_panel() -> None:
    collage = np.concatenate([ONE[:, :180], OTHER[:, 180:]], axis=1)
    left, top, right, bottom = best_box(compare(collage, ONE, IN_PLACE).worth)
    assert (left, top, bottom) == (0, 0, 48)
    assert abs(right * CELL - 180) <= CELL


def test_a_blurred_part_is_still_kin() -> None:
    blurred = ONE.copy()
    blurred[100:200, 100:200] = cv2.GaussianBlur(ONE, (0, 0), 12)[100:200, 100:200]
    agreement = compare(blurred, ONE, IN_PLACE)
    inner = np.s_[11:19, 11:19]
    assert not agreement.same[inner].any()
    assert agreement.kin[inner].all()


def test_fine_detail_is_most_alike_with_the_very_shot() -> None:
    outline = np.array([[0, 0], [360, 0], [360, 480], [0, 480]], float)
    published = cv2.GaussianBlur(ONE, (0, 0), 0.7)
    own = fine_likeness(np.asarray(published, np.uint8), ONE, IN_PLACE, outline)
    other = fine_likeness(np.asarray(published, np.uint8), grey(twin(1)), IN_PLACE, outline)
    counts = own.counts & other.counts
    assert own.local[counts].mean() > 0.95
    assert (own.local[counts] > other.local[counts]).mean() > 0.9


@settings(max_examples=40, deadline=None)
@given(arrays(np.float32, st.tuples(st.integers(1, 5), st.integers(1, 5)), elements=st.integers(-3, 3)))
def test_no_box_is_worth_more_than_the_best(worth: np.ndarray) -> None:
    left, top, right, bottom = best_box(worth)
    rows, columns = worth.shape
    sums = [
        worth[t:b, le:r].sum()
        for t in range(rows)
        for b in range(t + 1, rows + 1)
        for le in range(columns)
        for r in range(le + 1, columns + 1)
    ]
    assert worth[top:bottom, left:right].sum() == max(*sums, 0)

"""Enough of the fine detail must be the same, and the fewer places agree the more of it."""

from __future__ import annotations

import numpy as np
import pytest

from before_you_post.matching.acceptance import borne_out
from before_you_post.matching.agreement import Agreement

ROWS, COLUMNS = 40, 30
NOTHING_TAKEN = np.zeros((ROWS, COLUMNS), np.bool_)


def agreement(share: float, box: tuple[int, int, int, int] = (0, 0, COLUMNS, ROWS)) -> Agreement:
    """Detail everywhere in a box of patches, this share of it the same; nothing lies outside."""
    left, top, right, bottom = box
    covered = np.zeros((ROWS, COLUMNS), np.bool_)
    covered[top:bottom, left:right] = True
    # Spread evenly, so that no smaller box is better than the whole.
    same = covered & (
        np.random.default_rng(1).permutation(ROWS * COLUMNS).reshape(ROWS, COLUMNS) < share * covered.size
    )
    worth = np.where(same, 1.0, np.where(covered, -0.05, -0.1)).astype(np.float32)
    return Agreement(worth, same, covered, covered, covered)


@pytest.mark.parametrize(
    ("share", "inliers", "accepted"),
    [
        (0.9, 8, True),
        (0.78, 8, False),  # few places: more detail must be the same
        (0.78, 20, True),
        (0.70, 40, False),  # two heads seen alike
        (0.50, 200, True),  # a watermark all over hides the rest
        (0.30, 200, False),
        (0.80, 0, False),  # only the fingerprint speaks for it
        (0.90, 0, True),
    ],
)
def test_how_much_must_be_the_same_depends_on_how_many_places_agree(share: float, inliers: int, accepted: bool) -> None:
    assert (borne_out(agreement(share), NOTHING_TAKEN, inliers) is not None) == accepted


def test_a_scrap_needs_more_places_than_a_picture() -> None:
    scrap = agreement(1.0, (0, 0, 6, 8))  # 4 % of the picture
    assert borne_out(scrap, NOTHING_TAKEN, 10) is None
    assert borne_out(scrap, NOTHING_TAKEN, 20) == (0, 0, 6, 8)


def test_what_is_explained_already_is_not_explained_again() -> None:
    taken = NOTHING_TAKEN.copy()
    taken[:, :20] = True
    assert borne_out(agreement(0.95), taken, 100) == (20, 0, COLUMNS, ROWS)
    assert borne_out(agreement(0.95), ~NOTHING_TAKEN, 100) is None


def test_without_detail_nothing_is_borne_out() -> None:
    plain = Agreement(np.full((ROWS, COLUMNS), 0.25, np.float32), *[NOTHING_TAKEN] * 2, *[~NOTHING_TAKEN] * 2)
    assert borne_out(plain, NOTHING_TAKEN, 30) is None

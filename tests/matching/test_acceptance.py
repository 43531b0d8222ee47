"""Enough of the fine detail must be the same, and the fewer places agree the more of it."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from before_you_post.matching import LibraryIndex
from before_you_post.matching.acceptance import accepted, borne_out
from before_you_post.matching.agreement import Agreement
from before_you_post.matching.candidates import Candidate
from before_you_post.matching.workcopy import WorkCopy
from painted_skin import original, saved, skin

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


@pytest.mark.parametrize(("share", "accepted"), [(0.72, True), (0.63, False)])
def test_places_and_fingerprint_together_need_less_than_either_alone(share: float, accepted: bool) -> None:
    for inliers in (12, 30):
        assert borne_out(agreement(share), NOTHING_TAKEN, inliers) is None
        assert (borne_out(agreement(share), NOTHING_TAKEN, inliers, both=True) is not None) == accepted


def covered_up(share: float) -> np.ndarray:
    """A photo with a share of its patches replaced by those of another."""
    picture, other = skin(1), skin(2)
    cells = np.random.default_rng(3).random((48, 36)) < share
    return np.where(np.kron(cells, np.ones((10, 10), np.bool_))[..., None], other, picture).astype(np.uint8)


def test_the_fingerprint_is_a_witness_only_where_the_original_is_the_whole_picture(tmp_path: Path) -> None:
    index = LibraryIndex(tmp_path / "index")
    index.update([original(saved(tmp_path / "1.png", skin(1)))])
    candidate = Candidate(0, np.eye(2, 3), 12)
    whole = covered_up(0.19)
    bordered = cv2.copyMakeBorder(whole, 0, 0, 0, 60, cv2.BORDER_CONSTANT, value=(255, 255, 255))
    for picture, accepted_when_alike in ((whole, True), (bordered, False)):
        copy = WorkCopy(np.asarray(picture, np.uint8), index)
        taken = np.zeros(copy.patches, np.bool_)
        assert accepted(candidate, copy, taken) is None
        assert (accepted(candidate, copy, taken, alike=True) is not None) == accepted_when_alike


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

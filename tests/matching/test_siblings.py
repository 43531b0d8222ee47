"""A surer panel swallows a mistaken part of itself; panels beside each other are left alone."""

from __future__ import annotations

import numpy as np

from before_you_post.matching.acceptance import Accepted
from before_you_post.matching.agreement import Agreement
from before_you_post.matching.candidates import Candidate
from before_you_post.matching.geometry import rectangle
from before_you_post.matching.siblings import swallowed

NOTHING = np.zeros((1, 1), np.bool_)
AGREEMENT = Agreement(np.zeros((1, 1), np.float32), NOTHING, NOTHING, NOTHING, NOTHING)


def panel(left: float, top: float, right: float, bottom: float, inliers: int) -> Accepted:
    candidate = Candidate(0, np.eye(2, 3), inliers)
    return Accepted(candidate, AGREEMENT, (0, 0, 1, 1), rectangle(left, top, right, bottom))


def test_a_surer_panel_swallows_what_lies_within_it() -> None:
    whole = panel(0, 0, 480, 640, 150)
    assert swallowed(panel(24, 157, 363, 228, 20), whole)
    assert not swallowed(panel(24, 157, 363, 228, 200), whole), "the part was surer"
    assert not swallowed(whole, panel(24, 157, 363, 228, 200)), "only a part of it is explained anew"


def test_panels_side_by_side_stay() -> None:
    assert not swallowed(panel(0, 0, 240, 320, 20), panel(236, 0, 480, 320, 150))

"""Twins: a clear winner is named alone, a doubtful one together with its rivals."""

from __future__ import annotations

import numpy as np

from before_you_post.matching.agreement import Likeness
from before_you_post.matching.twins import tell_apart

EVERYWHERE = np.ones((40, 40), np.bool_)


def likeness(share_ahead: float) -> Likeness:
    """More alike than a constant 0.5 in this share of the pixels."""
    local = np.full(1600, 0.4, np.float32)
    local[: round(1600 * share_ahead)] = 0.6
    return Likeness(local.reshape(40, 40), EVERYWHERE)


STEADY = Likeness(np.full((40, 40), 0.5, np.float32), EVERYWHERE)


def test_a_clear_winner_stands_alone() -> None:
    assert tell_apart({7: STEADY, 3: likeness(0.9)}) == (3, ())
    assert tell_apart({7: STEADY, 3: likeness(0.1)}) == (7, ())


def test_a_narrow_winner_is_named_with_its_rival() -> None:
    assert tell_apart({7: STEADY, 3: likeness(0.53)}) == (3, (7,))
    assert tell_apart({7: STEADY, 3: likeness(0.47)}) == (7, (3,))


def test_the_same_picture_twice_is_either() -> None:
    assert tell_apart({1: STEADY, 2: STEADY}) == (1, (2,))


def test_without_detail_to_compare_all_are_named() -> None:
    nowhere = Likeness(STEADY.local, np.zeros((40, 40), np.bool_))
    assert tell_apart({1: nowhere, 2: likeness(0.9), 3: nowhere}) == (1, (2, 3))

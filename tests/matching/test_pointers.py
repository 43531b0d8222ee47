"""A pointer names an original and a place in it, and gives both back nearly as they were."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.matching.features import Features
from before_you_post.matching.pointers import MOST_ORIGINALS, moved, pack, positions, unpack


def spot(x: float, y: float, size: float, angle: float) -> Features:
    return Features(
        np.array([[x, y]], np.float32),
        np.array([size], np.float32),
        np.array([angle], np.float32),
        np.zeros((1, 128), np.uint8),
    )


@given(
    st.integers(0, MOST_ORIGINALS - 1),
    st.floats(0, 60_000),
    st.floats(0, 60_000),
    st.floats(1, 30_000),
    st.floats(0, 360),
)
def test_what_is_packed_comes_out_nearly_as_it_was(
    position: int, x: float, y: float, size: float, angle: float
) -> None:
    pointers = pack(np.array([position]), spot(x, y, size, angle))
    spots = unpack(pointers)
    assert pointers[0] >= 0
    assert positions(pointers).tolist() == spots.positions.tolist() == [position]
    assert np.abs(spots.points - [[x, y]]).max() <= 8.01
    assert abs(spots.sizes[0] / size - 1) < 0.01
    assert abs((spots.angles[0] - angle + 180) % 360 - 180) < 0.5


@given(st.floats(-1e6, 1e6), st.floats(0, 1e9), st.floats(-720, 720))
def test_no_place_however_strange_spoils_the_original_it_belongs_to(x: float, size: float, angle: float) -> None:
    assert positions(pack(np.array([7]), spot(x, -x, size, angle))).tolist() == [7]


def test_moving_changes_the_original_and_nothing_else() -> None:
    here = pack(np.array([3]), spot(320, 160, 10, 90))
    there = unpack(moved(here, 5))
    assert there.positions.tolist() == [8]
    assert there.points.tolist() == unpack(here).points.tolist() == [[320, 160]]


def test_nothing_stays_nothing() -> None:
    assert positions(np.array([-1])).tolist() == [-1]

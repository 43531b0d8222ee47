"""How a head is held follows from five points; a head that was turned is seen to be."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.edits.pose import Pose, pose_of, posed, turned_by
from before_you_post.records import Point

HEAD = np.array([[-31, -33, 0], [31, -33, 0], [0, 0, 36], [-25, 30, 8], [25, 30, 8]], float)


def seen(turn: float = 0, nod: float = 0, tilt: float = 0, size: float = 2) -> Pose:
    """A head turned to the side, nodded down and tilted clockwise, in degrees, as a distant camera sees it."""
    side, down, round_ = np.radians([turn, nod, tilt])
    to_side = np.array([[np.cos(side), 0, np.sin(side)], [0, 1, 0], [-np.sin(side), 0, np.cos(side)]])
    nodded = np.array([[1, 0, 0], [0, np.cos(down), np.sin(down)], [0, -np.sin(down), np.cos(down)]])
    tilted = np.array([[np.cos(round_), -np.sin(round_), 0], [np.sin(round_), np.cos(round_), 0], [0, 0, 1]])
    points = (size * HEAD @ (tilted @ nodded @ to_side).T)[:, :2] + 300
    found = posed([(float(x), float(y)) for x, y in points], (0, 0, 1, 1))
    assert found is not None
    return found


@pytest.mark.parametrize("degrees", [-60, -20, 0, 5, 45])
def test_a_head_turned_to_the_side_is_seen_so(degrees: float) -> None:
    found = seen(turn=degrees)
    assert (found.turn, found.nod, found.tilt) == (
        pytest.approx(degrees, abs=0.1),
        pytest.approx(0, abs=0.1),
        pytest.approx(0, abs=0.1),
    )


def test_a_nod_and_a_tilt_are_told_apart() -> None:
    assert seen(nod=15).nod == pytest.approx(15, abs=0.1)
    assert seen(tilt=-10).tilt == pytest.approx(-10, abs=0.1)


@given(st.floats(0.1, 20))
def test_the_size_of_the_picture_changes_no_pose(size: float) -> None:
    assert turned_by(seen(turn=20, size=size), seen(turn=20)) < 0.1
    assert seen(size=size).size == pytest.approx(size, rel=0.01)


def test_two_poses_differ_by_their_largest_angle() -> None:
    assert turned_by(seen(turn=5, nod=2), seen(turn=17)) == pytest.approx(12, abs=0.2)


@given(st.lists(st.tuples(*[st.floats(-1e4, 1e4)] * 2), min_size=5, max_size=5))
def test_any_five_points_give_a_pose_or_none(points: list[Point]) -> None:
    found = posed(points, (0, 0, 1, 1))
    assert found is None or all(np.isfinite([found.turn, found.nod, found.tilt, found.size]))


def test_five_points_on_one_spot_are_no_face() -> None:
    assert posed([(3.0, 3.0)] * 5, (0, 0, 1, 1)) is None


def test_a_picture_without_a_face_has_no_pose() -> None:
    assert pose_of(np.full((64, 64, 3), 128, np.uint8)) is None

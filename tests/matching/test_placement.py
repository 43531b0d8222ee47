"""An original is placed when its places agree to about a pixel; roughly is another visit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.matching.features import Features
from before_you_post.matching.placement import Placement, place, tolerance_of
from before_you_post.matching.search import Vote

SIDE = 1200
RNG = np.random.default_rng(3)
DESCRIPTORS = RNG.integers(0, 120, (60, 128)).astype(np.uint8)
POINTS = RNG.uniform(0, SIDE, (60, 2)).astype(np.float32)
ORIGINAL = Features(POINTS, np.full(60, 8, np.float32), np.zeros(60, np.float32), DESCRIPTORS)


def published(scale: float, degrees: float, off: float, count: int = 60) -> Features:
    """The original's places turned and resized, each this many pixels off in a direction of its own."""
    radians = np.radians(degrees)
    turn = scale * np.array([[np.cos(radians), -np.sin(radians)], [np.sin(radians), np.cos(radians)]])
    way = np.random.default_rng(4).uniform(0, 2 * np.pi, 60)
    points = POINTS @ turn.T + off * np.stack([np.cos(way), np.sin(way)], axis=1)
    sizes, angles = np.full(60, 8 * scale, np.float32), np.full(60, degrees % 360, np.float32)
    return Features(points.astype(np.float32), sizes, angles, DESCRIPTORS).take(np.arange(count))


def placed(query: Features, scale: float, degrees: float) -> Placement | None:
    return place(query, ORIGINAL, Vote(0, 1.0, degrees % 360, scale), tolerance_of(round(SIDE * scale)), SIDE)


@settings(max_examples=30, deadline=None)
@given(scale=st.floats(0.15, 3), degrees=st.floats(-180, 180))
def test_however_it_was_turned_and_resized_it_is_laid_exactly(scale: float, degrees: float) -> None:
    placement = placed(published(scale, degrees, 0.1), scale, degrees)
    assert placement is not None
    assert placement.scale == pytest.approx(scale, rel=0.01)
    assert placement.inliers >= 8


@pytest.mark.parametrize(
    ("scale", "off", "found"), [(1.0, 1.0, True), (1.0, 2.2, False), (0.15, 0.4, True), (0.15, 0.9, False)]
)
def test_places_that_agree_only_roughly_are_another_visit(scale: float, off: float, found: bool) -> None:
    assert (placed(published(scale, 10, off), scale, 10) is not None) == found


def test_fewer_than_eight_places_prove_nothing() -> None:
    assert placed(published(1, 0, 0.1, count=7), 1, 0) is None
    assert placed(published(1, 0, 0.1, count=12), 1, 0) is not None


def test_several_keypoints_on_one_spot_are_one_witness() -> None:
    one_spot = np.tile(POINTS[:1], (60, 1)) + np.arange(60, dtype=np.float32)[:, None] * 0.01
    crowded = Features(one_spot, ORIGINAL.sizes, ORIGINAL.angles, DESCRIPTORS)
    assert place(crowded, crowded, Vote(0, 1.0, 0, 1), 4.0, SIDE) is None


def test_a_picture_seen_from_the_side_is_not_placed() -> None:
    squeezed = published(1, 0, 0)
    squeezed = Features((squeezed.points * [0.5, 1]).astype(np.float32), squeezed.sizes, squeezed.angles, DESCRIPTORS)
    assert placed(squeezed, 1, 0) is None


def retouched(moved: float, count: int = 200) -> tuple[Features, Features]:
    """An original and its copy in which the upper places, a share of all, were pushed three pixels about."""
    rng = np.random.default_rng(6)
    points = rng.uniform(0, SIDE, (count, 2)).astype(np.float32)
    points = points[np.argsort(points[:, 1])]
    every = np.ones(count, np.float32)
    descriptors = rng.integers(0, 120, (count, 128)).astype(np.uint8)
    original = Features(points, 8 * every, 0 * every, descriptors)
    way = rng.uniform(0, 2 * np.pi, count)
    pushed = 3 * np.stack([np.cos(way), np.sin(way)], axis=1) * (np.arange(count) < moved * count)[:, None]
    return original, Features((points + pushed).astype(np.float32), original.sizes, original.angles, descriptors)


def test_a_photo_slimmed_in_one_part_is_laid_by_the_part_that_was_left_alone() -> None:
    original, copy = retouched(0.55)
    placement = place(copy, original, Vote(0, 1.0, 0, 1), tolerance_of(SIDE), SIDE)
    assert placement is not None
    alone = original.points[120:]
    assert np.abs(alone @ placement.matrix[:, :2].T + placement.matrix[:, 2] - alone).max() < 1
    assert 60 < placement.inliers < 130


def test_where_only_a_scrap_agrees_exactly_it_is_another_visit() -> None:
    original, copy = retouched(0.9)
    assert place(copy, original, Vote(0, 1.0, 0, 1), tolerance_of(SIDE), SIDE) is None

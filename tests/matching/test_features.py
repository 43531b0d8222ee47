"""Keypoints: spread over the picture, in coordinates of the whole, and mirrored without looking again."""

from __future__ import annotations

import cv2
import numpy as np

from before_you_post.matching.features import Features, extract, mirrored
from painted_skin import skin

SKIN = skin(1)


def matched(one: Features, other: Features) -> np.ndarray:
    likeness = one.descriptors.astype(float) @ other.descriptors.astype(float).T
    return likeness.argmax(axis=1)


def test_a_mirrored_picture_has_the_mirrored_keypoints() -> None:
    foreseen = mirrored(extract(SKIN, long_side=480, limit=300), SKIN.shape[1])
    seen = extract(np.ascontiguousarray(SKIN[:, ::-1]), long_side=480, limit=300)
    nearest = matched(foreseen, seen)
    apart = np.linalg.norm(foreseen.points - seen.points[nearest], axis=1)
    close = apart < 2
    assert close.mean() > 0.7
    turned = (foreseen.angles - seen.angles[nearest] + 180) % 360 - 180
    assert np.median(np.abs(turned[close])) < 2


def test_keypoints_of_a_reduced_copy_are_in_pixels_of_the_whole() -> None:
    whole = extract(SKIN, long_side=480, limit=400)
    half = np.asarray(cv2.resize(SKIN, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8)
    reduced = extract(half, long_side=480, limit=400, width=SKIN.shape[1])
    apart = np.linalg.norm(reduced.points - whole.points[matched(reduced, whole)], axis=1)
    assert (apart < 2).mean() > 0.3  # by chance 1 in 10,000


def test_lettering_does_not_take_all_the_places() -> None:
    lettered = cv2.putText(SKIN.copy(), "BEFORE AFTER", (10, 60), cv2.FONT_HERSHEY_DUPLEX, 1.4, (255, 255, 255), 4)
    points = extract(np.asarray(lettered, np.uint8), long_side=480, limit=150).points
    assert (points[:, 1] > 80).mean() > 0.6


def test_no_more_keypoints_than_asked_for() -> None:
    assert len(extract(SKIN, long_side=480, limit=40)) == 40


def test_a_plain_wall_and_a_dot_of_a_picture_have_none() -> None:
    for shape in ((60, 60, 3), (1, 1, 3), (1, 300, 3)):
        assert len(extract(np.full(shape, 127, np.uint8), long_side=480, limit=40)) == 0


def test_smooth_skin_has_keypoints_too_and_faint_ones_never_take_the_place_of_others() -> None:
    smooth = np.clip(128 + (SKIN.astype(float) - 128) * 0.12, 0, 255).astype(np.uint8)
    assert len(extract(smooth, long_side=480, limit=300)) >= 100
    one, other = (extract(picture, long_side=480, limit=60) for picture in (SKIN, SKIN // 2 + 60))
    nearest = matched(one, other)
    assert (np.linalg.norm(one.points - other.points[nearest], axis=1) < 2).mean() > 0.6

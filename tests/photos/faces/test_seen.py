"""How much of a face is shown, and whether something even lies over the eyes: a hint, and no more."""

from __future__ import annotations

import numpy as np

from before_you_post.photos.faces.detector import Box, Detection
from before_you_post.photos.faces.seen import as_face
from before_you_post.records import FaceExtent
from painted_skin import skin

EYES = ((90.0, 100.0), (150.0, 100.0))


def face(box: Box, eyes: tuple[tuple[float, float], tuple[float, float]] | None = EYES) -> Detection:
    return Detection(box=box, confidence=0.87654, eyes=eyes)


def test_a_whole_face_is_told_with_its_four_corners() -> None:
    found = as_face(face((60, 50, 180.04, 200)), skin(1, 300, 240))
    assert found
    assert found.outline == ((60, 50), (180, 50), (180, 200), (60, 200))
    assert (found.confidence, found.extent, found.eyes_covered) == (0.877, FaceExtent.FULL, False)


def test_a_face_cut_by_the_edge_is_a_part_and_its_corners_stay_inside() -> None:
    found = as_face(face((60, -80, 180, 120)), skin(1, 300, 240))
    assert found
    assert found.extent is FaceExtent.PARTIAL
    assert min(y for _, y in found.outline) == 0


def test_a_face_whose_eyes_are_not_shown_is_a_part_and_says_nothing_of_a_bar() -> None:
    found = as_face(face((60, -8, 180, 150), ((90.0, -2.0), (150.0, -1.0))), skin(1, 300, 240))
    assert found
    assert (found.extent, found.eyes_covered) == (FaceExtent.PARTIAL, None)


def test_a_box_outside_of_the_picture_is_no_face() -> None:
    assert as_face(face((300, 50, 400, 200)), skin(1, 300, 240)) is None


def test_an_even_bar_over_both_eyes_is_noticed() -> None:
    pixels = skin(1, 300, 240)
    pixels[85:115, 70:170] = (10, 10, 12)
    found = as_face(face((60, 50, 180, 200)), pixels)
    assert found
    assert found.eyes_covered is True


def test_a_patch_over_one_eye_is_no_bar() -> None:
    pixels = skin(1, 300, 240)
    pixels[85:115, 70:110] = (10, 10, 12)
    found = as_face(face((60, 50, 180, 200)), pixels)
    assert found
    assert found.eyes_covered is False


def test_a_detector_that_knows_no_eyes_says_nothing_of_a_bar() -> None:
    found = as_face(face((60, 50, 180, 200), None), np.zeros((300, 240, 3), np.uint8))
    assert found
    assert (found.extent, found.eyes_covered) == (FaceExtent.FULL, None)

"""An unexplained photo is noticed; margins, captions and a phone's screen are not photos."""

from __future__ import annotations

import cv2
import numpy as np

from before_you_post.matching.agreement import CELL
from before_you_post.matching.leftover import unexplained_panels
from painted_skin import skin


def nothing_explained(picture: np.ndarray) -> np.ndarray:
    return np.zeros((picture.shape[0] // CELL, picture.shape[1] // CELL), np.bool_)


def test_a_photo_beside_the_explained_one_is_found_with_its_borders() -> None:
    picture = np.full((300, 420, 3), 255, np.uint8)
    picture[:, :200], picture[:, 220:] = skin(1, 300, 200), skin(2, 300, 200)
    explained = nothing_explained(picture)
    explained[:, :20] = True
    (corners,) = unexplained_panels(picture, explained)
    assert np.abs(corners - [[220, 0], [420, 0], [420, 300], [220, 300]]).max() <= 2


def test_margins_and_captions_are_no_photos() -> None:
    picture = np.full((480, 360, 3), 250, np.uint8)
    for line in range(8):
        cv2.putText(picture, "so happy with this result", (10, 60 + 50 * line), 0, 0.8, (30, 30, 30), 2, cv2.LINE_AA)
    assert unexplained_panels(picture, nothing_explained(picture)) == []


def test_what_is_explained_is_not_told_again() -> None:
    picture = skin(1, 300, 200)
    assert unexplained_panels(picture, ~nothing_explained(picture)) == []
    assert len(unexplained_panels(picture, nothing_explained(picture))) == 1

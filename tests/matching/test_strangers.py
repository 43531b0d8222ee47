"""Unknown panels of the same picture are found to be one question, and strangers stay apart."""

from __future__ import annotations

import pickle

import cv2
import numpy as np

from before_you_post.matching import UnknownPanel, describe_unknown, same_pictures
from before_you_post.photos.opening import decode
from painted_skin import encoded, skin


def described(pixels: np.ndarray) -> UnknownPanel:
    height, width = pixels.shape[:2]
    outline = ((0.0, 0.0), (float(width), 0.0), (float(width), float(height)), (0.0, float(height)))
    return describe_unknown(decode(encoded(np.ascontiguousarray(pixels), quality=80)).pixels, outline)


def test_copies_mirrored_cropped_and_resized_are_one_group_and_strangers_none() -> None:
    one, two = skin(21), skin(22)
    panels = [
        described(one),
        described(two),
        described(one[:, ::-1]),
        described(skin(23)),
        described(one[60:430, 40:330]),
        described(cv2.resize(two, (225, 300), interpolation=cv2.INTER_AREA)),
    ]
    assert same_pictures(panels) == ((0, 2, 4), (1, 5))


def test_one_panel_of_a_collage_is_compared_by_itself() -> None:
    page = np.full((480, 740, 3), 255, np.uint8)
    page[:, :360], page[:, 380:] = skin(21), skin(24)
    left = ((0.0, 0.0), (360.0, 0.0), (360.0, 480.0), (0.0, 480.0))
    right = tuple((x + 380.0, y) for x, y in left)
    panels = [describe_unknown(page, left), describe_unknown(page, right), described(skin(24)[30:, 20:])]
    assert same_pictures(panels) == ((1, 2),)


def test_what_is_like_one_of_a_group_belongs_to_it() -> None:
    photo = skin(25)
    upper, lower = photo[:300], photo[180:]
    groups = same_pictures([described(upper), described(lower), described(photo)])
    assert groups == ((0, 1, 2),)


def test_a_shared_corner_does_not_make_two_panels_one_picture() -> None:
    one, two = skin(26), skin(27)
    two[:150, :120] = one[:150, :120]
    assert same_pictures([described(one), described(two)]) == ()


def test_plain_walls_and_tiny_panels_are_never_the_same() -> None:
    wall = np.full((90, 90, 3), 128, np.uint8)
    dot = describe_unknown(wall, ((5.0, 5.0), (5.2, 5.0), (5.2, 5.2), (5.0, 5.2)))
    assert same_pictures([described(wall), described(wall), dot, dot]) == ()
    assert same_pictures([]) == ()
    assert same_pictures([described(skin(21))]) == ()


def test_what_is_kept_of_a_panel_travels_between_processes() -> None:
    panel = described(skin(21))
    sent = pickle.dumps(panel)
    assert len(sent) < 150_000
    assert same_pictures([panel, pickle.loads(sent)]) == ((0, 1),)  # noqa: S301 - our own bytes

"""An original is laid over the panel that shows it, to a fraction of a pixel, and a pair that cannot be says why."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import ImageCms

from before_you_post.edits.alignment import Aligned, CannotAlign, align
from before_you_post.matching import geometry as g
from before_you_post.photos.fingerprint import Laying
from before_you_post.photos.opening import decode
from before_you_post.records import Match
from painted_skin import encoded, skin
from retouched_skin import Pixels, box

ORIGINAL = skin(5)
IN_PLACE = np.eye(2, 3)


def match_of(copy: Pixels, matrix: g.Matrix) -> Match:
    """A match that knows exactly where the copy, all of it, lies in the original."""
    corners = g.whole(copy.shape[1], copy.shape[0])
    there = g.apply_to_edges(g.inverse(matrix), corners)
    return Match(original="one", outline=g.outline(corners), original_outline=g.outline(there))


def mean_difference(pair: Aligned) -> float:
    return float(np.abs(pair.published - pair.expected)[pair.judged].mean())


def test_a_smaller_copy_is_found_pixel_on_pixel() -> None:
    copy = np.asarray(cv2.resize(ORIGINAL, (300, 400), interpolation=cv2.INTER_AREA), np.uint8)
    pair = align(copy, ORIGINAL, match_of(copy, g.resizing(360, 480, 300, 400)))
    assert pair.shape == (400, 300)
    assert pair.scale == pytest.approx(300 / 360, abs=0.002)
    assert mean_difference(pair) < 3
    assert pair.likeness > 0.95


def test_a_match_that_is_two_pixels_off_is_put_right() -> None:
    match = match_of(ORIGINAL, IN_PLACE)
    off = tuple((x + 2, y - 1.5) for x, y in match.original_outline)
    pair = align(ORIGINAL, ORIGINAL, replace(match, original_outline=off))
    assert np.abs(pair.matrix - np.eye(2, 3)).max() < 0.1


def test_a_mirrored_copy_lies_right() -> None:
    copy = np.ascontiguousarray(np.fliplr(ORIGINAL))
    assert mean_difference(align(copy, ORIGINAL, match_of(copy, g.mirroring(360)))) < 1


def test_a_turned_copy_lies_right() -> None:
    copy = np.ascontiguousarray(np.rot90(ORIGINAL))
    pair = align(copy, ORIGINAL, match_of(copy, g.laying(Laying(mirrored=False, quarter_turns=1), 360, 480)))
    assert mean_difference(pair) < 1


def test_only_the_panel_of_a_collage_is_laid_over() -> None:
    page = np.full((480, 740, 3), 255, np.uint8)
    page[:, :360] = skin(9)
    page[:, 380:] = ORIGINAL
    match = Match(original="one", outline=box(380, 0, 740, 480), original_outline=box(0, 0, 360, 480))
    pair = align(page, ORIGINAL, match)
    assert (pair.left, pair.top, pair.shape) == (380, 0, (480, 360))
    assert mean_difference(pair) < 1


def test_a_strip_with_a_label_is_cut_off_and_no_part_of_the_panel() -> None:
    labelled = ORIGINAL.copy()
    labelled[:40] = 255
    cv2.putText(labelled, "Before", (120, 30), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (20, 20, 20), 2)
    pair = align(labelled, ORIGINAL, match_of(labelled, np.eye(2, 3)))
    assert 40 <= pair.top <= 50
    assert pair.shape == (480 - pair.top, 360)
    assert not pair.foreign.any()


def test_a_photo_larger_than_is_compared_is_reduced_by_a_whole_number() -> None:
    large = np.asarray(cv2.resize(ORIGINAL, (1440, 1920)), np.uint8)
    pair = align(large, ORIGINAL, match_of(large, g.resizing(360, 480, 1440, 1920)))
    assert pair.shrink == 0.5
    assert pair.shape == (960, 720)
    assert pair.scale == pytest.approx(2, abs=0.01)


def test_an_embedded_profile_is_no_difference() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    copy = decode(encoded(ORIGINAL, quality=92, icc_profile=profile)).pixels
    assert mean_difference(align(copy, ORIGINAL, match_of(copy, np.eye(2, 3)))) < 2


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"outline": ()}, "place of the panel is not known"),
        ({"original_outline": ()}, "place of the panel in the original"),
        ({"original_outline": ((5.0, 5.0),) * 4}, "place of the panel in the original"),
        ({"outline": box(0, 0, 50, 480)}, "fewer than 96 pixels"),
        ({"outline": box(float("nan"), 0, 360, 480)}, "not known"),
        ({"original_outline": box(900, 0, 1260, 480)}, "covers too little"),
    ],
)
def test_what_cannot_be_laid_over_says_why(change: dict[str, object], reason: str) -> None:
    with pytest.raises(CannotAlign, match=reason):
        align(ORIGINAL, ORIGINAL, replace(match_of(ORIGINAL, IN_PLACE), **change))  # type: ignore[arg-type]

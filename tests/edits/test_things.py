"""What lies over a picture is told apart from what is in it, whatever the two pictures are."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.edits import crop, mask, overlay, warp
from before_you_post.edits.alignment import CannotAlign
from before_you_post.edits.things import Kind, things
from painted_skin import skin
from retouched_skin import Pixels, laid, untouched


def test_nothing_lies_over_an_untouched_copy() -> None:
    assert things(untouched()) == ()


def test_a_bar_and_a_word_beside_it_are_two_things() -> None:
    out = skin(5).copy()
    out[300:360, 100:260] = 0
    cv2.putText(out, "After", (60, 120), cv2.FONT_HERSHEY_DUPLEX, 1.0, (255, 255, 255), 2, cv2.LINE_AA)
    assert [thing.kind for thing in things(laid(out, skin(5)))] == [Kind.BAR, Kind.LETTERING]


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (30, 90, 200)], ids=["black", "white", "coloured"])
def test_a_bar_that_is_turned_is_one_bar(colour: tuple[int, int, int]) -> None:
    out = skin(5).copy()
    corners = cv2.boxPoints(((180.0, 240.0), (160.0, 40.0), 25.0))
    cv2.fillPoly(out, [np.rint(corners).astype(np.int32)], colour)
    (bar,) = things(laid(out, skin(5)))
    assert bar.kind is Kind.BAR
    assert bar.where.sum() == pytest.approx(160 * 40, rel=0.12)


def picture(kind: str, seed: int, height: int, width: int) -> Pixels:
    rng = np.random.default_rng(seed)
    if kind == "noise":
        return rng.integers(0, 256, (height, width, 3), np.uint8)
    return skin(seed, height, width) if kind == "skin" else np.full((height, width, 3), seed % 256, np.uint8)


kinds = st.sampled_from(["noise", "skin", "plain"])


@settings(max_examples=20, deadline=None)
@given(kinds, kinds, st.integers(0, 1000), st.integers(90, 130), st.integers(90, 130))
def test_no_two_pictures_stop_a_check(one: str, other: str, seed: int, height: int, width: int) -> None:
    try:
        pair = laid(picture(one, seed, height, width), picture(other, seed + 1, height, width))
    except CannotAlign:
        return
    for check in (warp.check, mask.check, overlay.check, crop.check):
        found = check(pair)
        assert found.where is None or found.where.shape == pair.shape
        assert found.reason or found.sensitivity

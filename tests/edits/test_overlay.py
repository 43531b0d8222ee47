"""What was put on a picture is told: lettering, also the label of a collage, and stickers."""

from __future__ import annotations

import cv2
import pytest

from before_you_post.edits import mask, overlay
from before_you_post.edits.things import Kind, things
from before_you_post.records import EditState
from painted_skin import skin
from retouched_skin import Pixels, laid, untouched


def lettered(words: str = "Before", colour: int = 255) -> Pixels:
    out = skin(5).copy()
    cv2.putText(out, words, (60, 240), cv2.FONT_HERSHEY_DUPLEX, 1.0, (colour,) * 3, 2, cv2.LINE_AA)
    return out


def stickered() -> Pixels:
    out = skin(5).copy()
    cv2.circle(out, (180, 240), 40, (255, 205, 60), -1, cv2.LINE_AA)
    for x in (165, 195):
        cv2.circle(out, (x, 230), 7, (70, 40, 20), -1, cv2.LINE_AA)
    cv2.ellipse(out, (180, 240), (22, 22), 0, 20, 160, (70, 40, 20), 5, cv2.LINE_AA)
    return out


@pytest.mark.parametrize("colour", [0, 255])
def test_a_label_is_told_as_lettering_where_it_stands(colour: int) -> None:
    found = overlay.check(laid(lettered(colour=colour), skin(5)))
    assert (found.state, found.what) == (EditState.EDITED, Kind.LETTERING)
    assert found.where is not None
    assert found.where[215:245, 60:200].any()
    assert not found.where[:180].any()


def test_the_letters_of_a_word_are_one_thing() -> None:
    assert len(things(laid(lettered(), skin(5)))) == 1


def test_a_sticker_is_told_and_hides_nothing_by_itself() -> None:
    pair = laid(stickered(), skin(5))
    found = overlay.check(pair)
    assert (found.state, found.what) == (EditState.EDITED, Kind.STICKER)
    assert found.where is not None
    assert found.where[240, 180]
    assert mask.check(pair).state is EditState.NONE_FOUND


def test_nothing_lies_on_an_untouched_copy() -> None:
    found = overlay.check(untouched())
    assert (found.state, found.where) == (EditState.NONE_FOUND, None)
    assert found.sensitivity is not None


def test_a_plain_round_patch_hides() -> None:
    out = skin(5).copy()
    cv2.circle(out, (180, 240), 40, (0, 0, 0), -1, cv2.LINE_AA)
    assert mask.check(laid(out, skin(5))).what == "black patch"

"""All eight families are answered about any pair, with places as the published photo counts them; nothing raises."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.edits import check_edits, heat_map
from before_you_post.records import EditCheck, EditFamily, EditState, Match
from painted_skin import skin
from retouched_skin import Pixels, box, published, pushed

ORIGINAL = skin(5)
WHOLE = Match(original="one", outline=box(0, 0, 360, 480), original_outline=box(0, 0, 360, 480))


def barred() -> Pixels:
    picture = ORIGINAL.copy()
    picture[200:240, 100:260] = 0
    return published(picture)


def by_family(checks: tuple[EditCheck, ...]) -> dict[EditFamily, EditCheck]:
    assert [check.family for check in checks] == list(EditFamily)
    return {check.family: check for check in checks}


def test_an_honest_copy_is_edited_in_no_way_and_every_answer_says_what_would_have_been_seen() -> None:
    for check in check_edits(published(ORIGINAL), ORIGINAL, WHOLE):
        assert check.state is EditState.NONE_FOUND, check
        assert check.sensitivity
        assert check.places == ()
        assert check.reason is None


def test_a_bar_is_a_mask_and_nothing_else() -> None:
    found = by_family(check_edits(barred(), ORIGINAL, WHOLE))
    assert {family for family, check in found.items() if check.state is EditState.EDITED} == {EditFamily.MASK}


def test_places_are_told_in_pixels_of_the_whole_published_photo() -> None:
    page = np.full((560, 800, 3), 255, np.uint8)
    page[40:520, 400:760] = barred()
    match = replace(WHOLE, outline=box(400, 40, 760, 520))
    [place] = by_family(check_edits(page, ORIGINAL, match))[EditFamily.MASK].places
    (left, top), (right, bottom) = np.min(place.outline, axis=0), np.max(place.outline, axis=0)
    assert np.abs(np.array([left, top, right, bottom]) - (500, 240, 660, 280)).max() < 8
    assert place.area == pytest.approx(160 * 40, rel=0.2)
    assert place.treated is None


def test_how_much_of_the_treated_place_is_covered_is_told() -> None:
    treated = [(100.0, 200.0, 260.0, 280.0), (0.0, 0.0, 20.0, 20.0)]
    [place] = by_family(check_edits(barred(), ORIGINAL, WHOLE, treated=treated))[EditFamily.MASK].places
    assert place.treated == pytest.approx(0.5, abs=0.06)


def test_several_spots_are_several_places() -> None:
    original = ORIGINAL.copy()
    for middle in ((100, 150), (250, 330)):
        cv2.circle(original, middle, 7, (110, 80, 70), -1, cv2.LINE_AA)
    check = by_family(check_edits(published(ORIGINAL), original, WHOLE))[EditFamily.SPOTS]
    assert (check.measure, len(check.places)) == (2, 2)


def test_spots_that_went_with_smoothing_are_told_once() -> None:
    original = ORIGINAL.copy()
    original[:, 300:] //= 3  # an edge, which a filter for skin keeps
    soft = np.asarray(cv2.bilateralFilter(original, 25, 90, 9), np.uint8)
    found = by_family(check_edits(published(soft), original, WHOLE))
    assert found[EditFamily.SMOOTHING].state is EditState.EDITED
    assert found[EditFamily.SPOTS].state is not EditState.EDITED


def test_another_shot_of_the_moment_is_not_compared() -> None:
    for check in check_edits(published(skin(6)), ORIGINAL, WHOLE):
        assert check.state is EditState.NOT_ASSESSABLE
        assert check.reason is not None
        assert "another shot" in check.reason


def test_what_may_be_the_difference_between_twins_is_not_called_an_edit() -> None:
    pushed_aside = published(pushed(ORIGINAL, 6))
    sure, unsure = (
        by_family(check_edits(pushed_aside, ORIGINAL, replace(WHOLE, either=either)))[EditFamily.WARP]
        for either in ((), ("other",))
    )
    assert sure.state is EditState.EDITED
    assert unsure.state is EditState.NOT_ASSESSABLE
    assert unsure.reason is not None
    assert "two shots" in unsure.reason
    assert unsure.places == ()


def test_the_same_pair_gets_the_same_answers() -> None:
    assert check_edits(barred(), ORIGINAL, WHOLE) == check_edits(barred(), ORIGINAL, WHOLE)


SIDES = st.integers(1, 140)
CORNERS = st.tuples(*[st.floats(-50, 500) | st.just(float("nan"))] * 4)


@settings(max_examples=20, deadline=None)
@given(SIDES, SIDES, CORNERS, CORNERS, st.integers(0, 255))
def test_odd_input_is_not_assessable_and_never_an_error(
    width: int, height: int, here: tuple[float, ...], there: tuple[float, ...], value: int
) -> None:
    picture = np.full((height, width, 3), value, np.uint8)
    match = Match(original="one", outline=box(*here), original_outline=box(*there))
    checks = check_edits(picture, ORIGINAL, match)
    assert len(checks) == len(EditFamily)
    assert heat_map(picture, ORIGINAL, match, EditFamily.SPOTS) is None or min(width, height) >= 96


@pytest.mark.parametrize("value", [0, 128, 255])
def test_a_picture_of_nothing_is_answered(value: int) -> None:
    blank = np.full((200, 150, 3), value, np.uint8)
    match = Match(original="one", outline=box(0, 0, 150, 200), original_outline=box(0, 0, 150, 200))
    found = by_family(check_edits(blank, blank, match))
    assert all(check.state is not EditState.EDITED for check in found.values())


def test_a_picture_without_colour_channels_is_refused_in_words() -> None:
    [reason] = {check.reason for check in check_edits(np.zeros((200, 150), np.uint8), ORIGINAL, WHOLE)}
    assert reason == "one of the two is not a picture in colour"

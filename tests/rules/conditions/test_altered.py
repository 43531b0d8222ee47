"""Edits: what changes the picture, what only hides, and what could not be told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from before_you_post.audit import judge
from before_you_post.records import EditCheck, EditFamily, EditPlace, EditState, Outcome, Verdict
from before_you_post.rules.cases.clean import CALIFORNIA, PANEL, UNEDITED, but
from before_you_post.rules.cases.clean_edits import SLIMMER, TURNED, TWO_PEOPLE, bar, edited, unsure
from before_you_post.rules.conditions.altered import altered, hiding_the_result, told

ALTERS = (EditFamily.COLOUR, EditFamily.WHITENING, EditFamily.SMOOTHING, EditFamily.SPOTS, EditFamily.WARP)
LARGE = ((0.0, 0.0), (1080.0, 0.0), (1080.0, 400.0), (0.0, 400.0))
UNSURE = unsure(EditFamily.SMOOTHING, "the skin shows too little texture at this size")


def outcomes(panel: Any, *, there: Any = None) -> dict[str, Outcome]:
    photo = judge(but(panel=panel, evidence=there or {}))
    return {finding.rule: finding.outcome for finding in photo.findings}


@pytest.mark.parametrize("family", ALTERS)
def test_what_changes_the_picture_fails_in_california_and_asks_elsewhere(family: EditFamily) -> None:
    assert outcomes(edited(family), there=CALIFORNIA) == {"ca-651-altered": Outcome.FAIL}
    assert outcomes(edited(family)) == {"ftc-deceptive-image": Outcome.NEEDS_REVIEW}
    assert judge(but(panel=edited(family), evidence=CALIFORNIA)).verdict is Verdict.TAKE_DOWN


def test_where_the_patient_lives_makes_no_practice_californian() -> None:
    photo = judge(but(panel=SLIMMER, patient={"state": "CA"}))
    assert {finding.rule for finding in photo.findings} == {"ftc-deceptive-image"}


@pytest.mark.parametrize("there", [{}, CALIFORNIA])
@pytest.mark.parametrize("panel", [edited(EditFamily.CROP), bar(0.0)])
def test_a_crop_and_a_bar_beside_the_result_are_permitted(panel: Any, there: Any) -> None:
    assert outcomes(panel, there=there) == {}


@pytest.mark.parametrize("family", [EditFamily.MASK, EditFamily.OVERLAY])
@pytest.mark.parametrize(
    ("places", "hides"),
    [
        ((EditPlace(outline=LARGE, area=9.0, treated=0.01),), True),
        ((EditPlace(outline=LARGE, area=400_000.0, treated=0.0),), False),
        ((EditPlace(outline=LARGE, area=432_000.0),), True),  # half of the picture, and nobody knows what is there
        ((EditPlace(outline=LARGE, area=218_700.0),), True),  # a quarter
        ((EditPlace(outline=LARGE, area=218_699.0),), False),
        ((), True),
    ],
)
def test_what_lies_over_the_result_is_put_before_a_person(
    family: EditFamily, places: tuple[EditPlace, ...], hides: bool
) -> None:
    panel = replace(PANEL, **edited(family, places=places))
    assert bool(hiding_the_result(panel)) is hides
    assert altered(panel) == ()
    expected = {"ca-651-altered": Outcome.NEEDS_REVIEW} if hides else {}
    assert outcomes({"edits": panel.edits}, there=CALIFORNIA) == expected


@pytest.mark.parametrize("there", [{}, CALIFORNIA])
@pytest.mark.parametrize("panel", [{"edits": None}, UNSURE])
def test_what_was_not_compared_or_could_not_be_told_is_said_by_one_rule(panel: Any, there: Any) -> None:
    assert outcomes(panel, there=there) == {"ftc-deceptive-image": Outcome.NOT_CHECKED}
    assert judge(but(panel=panel, evidence=there)).verdict is Verdict.NOT_DETERMINED


def test_why_it_could_not_be_told_is_said() -> None:
    [finding] = judge(but(panel=UNSURE)).findings
    assert finding.observed == (
        "It could not be told whether there is: smoothing (the skin shows too little texture at this size)."
    )


def test_one_edit_that_was_seen_is_told_though_another_could_not_be() -> None:
    both = tuple(
        one if one.state is EditState.NOT_ASSESSABLE else two
        for one, two in zip(UNSURE["edits"], SLIMMER["edits"], strict=True)
    )
    assert outcomes({"edits": both}) == {"ftc-deceptive-image": Outcome.NEEDS_REVIEW}
    california = {"ca-651-altered": Outcome.FAIL, "ftc-deceptive-image": Outcome.NOT_CHECKED}
    assert outcomes({"edits": both}, there=CALIFORNIA) == california


def test_a_picture_without_an_original_is_not_asked_about_edits() -> None:
    stranger = {"originals": (), "patient": None, "authorizations": None, "edits": None}
    assert "ftc-deceptive-image" not in outcomes(stranger)


def test_a_pair_that_differs_asks_once() -> None:
    assert outcomes({}, there={"pairs": (TURNED,)}) == {"ftc-deceptive-image": Outcome.NEEDS_REVIEW}
    assert outcomes({}, there=CALIFORNIA | {"pairs": (TURNED,)}) == {"ca-651-comparable": Outcome.NEEDS_REVIEW}


@pytest.mark.parametrize("there", [{}, CALIFORNIA])
def test_two_people_side_by_side_are_told_once(there: Any) -> None:
    turned = replace(TWO_PEOPLE, differs=("pose",), problem="nothing to compare")
    assert outcomes({}, there=there | {"pairs": (turned,)}) == {"asps-same-patient": Outcome.FAIL}


def test_a_pair_that_could_not_be_measured_is_not_checked_in_california() -> None:
    pair = replace(TURNED, differs=(), problem="no face in one of them")
    [finding] = judge(but(evidence=CALIFORNIA | {"pairs": (pair,)})).findings
    assert (finding.rule, finding.outcome) == ("ca-651-comparable", Outcome.NOT_CHECKED)
    assert "no face in one of them" in finding.observed


def test_an_edit_is_told_with_what_and_how_much() -> None:
    check = EditCheck(family=EditFamily.WARP, state=EditState.EDITED, what="slimmer", measure=6.25, unit="pixels")
    assert told((check, UNEDITED[-1])) == "warp (slimmer, 6.25 pixels); crop"


def test_the_numbers_of_a_pair_are_told() -> None:
    [finding] = judge(but(evidence=CALIFORNIA | {"pairs": (TURNED,)})).findings
    assert "differ in pose, light (measured: turned by 24 degrees, light by +18 of 100)" in finding.observed

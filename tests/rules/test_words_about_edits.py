"""What the rules on retouching say to the reader, and when they say that nobody could tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from before_you_post.audit import judge
from before_you_post.records import EditFamily, Evidence, NotAPatientPhoto, Outcome, PhotoKind
from before_you_post.rules.cases.clean import CALIFORNIA, CLEAN, but
from before_you_post.rules.cases.clean_edits import SLIMMER, TURNED, TWO_PEOPLE, bar, unsure

TOO_SMOOTH = unsure(EditFamily.WARP, "too little detail")
LOGO = NotAPatientPhoto(file="nose.jpg", what="logo", decided_by="W. Croft", decided_on=None)
NOBODY = {"originals": (), "patient": None, "authorizations": None}


def told(evidence: Evidence, rule: str) -> tuple[Outcome, str] | None:
    """The outcome of one rule and its words; ``None`` where it has nothing to say."""
    said = [(one.outcome, one.observed) for one in judge(evidence).findings if one.rule == rule]
    return said[0] if said else None


@pytest.mark.parametrize("rule", ["ftc-deceptive-image"])
@pytest.mark.parametrize("where", [{}, CALIFORNIA])
def test_what_could_not_be_assessed_is_not_checked_and_says_why(rule: str, where: dict[str, object]) -> None:
    assert told(but(panel=TOO_SMOOTH, evidence=where), rule) == (
        Outcome.NOT_CHECKED,
        "It could not be told whether there is: warp (too little detail).",
    )


@pytest.mark.parametrize("rule", ["ftc-deceptive-image"])
def test_a_picture_that_was_assessed_and_is_as_it_was_says_nothing(rule: str) -> None:
    assert told(CLEAN, rule) is None


@pytest.mark.parametrize("rule", ["ftc-deceptive-image"])
def test_everything_that_was_seen_is_told_in_one_sentence(rule: str) -> None:
    both = but(panel=SLIMMER, evidence={"pairs": (TURNED,)})
    outcome, words = told(both, rule) or (None, "")
    assert outcome is Outcome.NEEDS_REVIEW
    first, _, second = words.partition("; ")
    assert first == "Compared with what is on file, the picture was altered: warp (slimmer, 6.2 pixels)"
    assert second.startswith("the before (website/nose-results/before.jpg, panel 1) and the after")


@pytest.mark.parametrize("rule", ["ftc-deceptive-image"])
def test_in_california_its_own_statute_speaks_of_an_altered_picture(rule: str) -> None:
    altered = but(panel=SLIMMER, evidence=CALIFORNIA)
    assert told(altered, rule) is None
    assert (told(altered, "ca-651-altered") or (None, ""))[0] is Outcome.FAIL


@pytest.mark.parametrize("rule", ["ca-651-altered", "ftc-deceptive-image"])
@pytest.mark.parametrize(("share", "asked"), [(0.0, False), (0.01, True), (1.0, True)])
def test_a_bar_is_asked_about_where_it_covers_the_result(rule: str, share: float, asked: bool) -> None:
    where = CALIFORNIA if rule.startswith("ca-") else {}
    found = told(but(panel=bar(share), evidence=where), rule)
    assert (found is not None and found[0] is Outcome.NEEDS_REVIEW) is asked


@pytest.mark.parametrize("rule", ["asps-same-patient"])
def test_every_mixed_pair_is_named(rule: str) -> None:
    other = replace(TWO_PEOPLE, before=replace(TWO_PEOPLE.before, panel=2))
    outcome, words = told(but(evidence={"pairs": (TWO_PEOPLE, other)}), rule) or (None, "")
    assert outcome is Outcome.FAIL
    assert words.startswith(
        "By the library these are of different patients: the before (website/nose-results/before.jpg"
    )
    assert words.count("; the before (") == 1


@pytest.mark.parametrize("rule", ["asps-same-patient"])
def test_patients_are_mixed_up_in_pictures_of_results_only(rule: str) -> None:
    mixed = {"pairs": (TWO_PEOPLE,)}
    assert told(but(original={"kind": PhotoKind.OTHER}, evidence=mixed), rule) is None
    assert told(but(panel=NOBODY, evidence=mixed | {"not_a_patient": LOGO}), rule) is None

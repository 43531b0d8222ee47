"""How a panel was matched, what was changed, how a pair compares: words that promise no more than was measured."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from before_you_post.records import (
    EditCheck,
    EditFamily,
    EditPlace,
    EditState,
    Match,
    MatchDecision,
    PairComparison,
    PanelName,
)
from before_you_post.report import edited, matched, pairs
from before_you_post.rules.cases.clean import PANEL, WHOLE

BEFORE, AFTER = PanelName(published="website/a.jpg", panel=1), PanelName(published="website/b.jpg", panel=2)
SPOTS = EditCheck(
    family=EditFamily.SPOTS,
    state=EditState.EDITED,
    what="2 spots gone",
    measure=2.0,
    unit="spots",
    places=(EditPlace(outline=WHOLE, area=90.0, treated=0.2), EditPlace(outline=WHOLE, area=40.0)),
)


def details(match: Match) -> dict[str, str]:
    return dict(matched.details(replace(PANEL, match=match)))


def test_a_match_says_which_original_how_sure_and_how_it_is_shown() -> None:
    told = details(replace(PANEL.match, mirrored=True, angle=-2.4, runner_up="P-02/x.jpg", runner_up_inliers=1))
    assert told["Decision"] == "Made from P-01/after.jpg."
    assert told["Measure"].startswith("240 details agree")
    assert told["Shown"] == "Shown mirrored, turned by 2°"
    assert told["Runner-up"] == "P-02/x.jpg (1 detail agrees)"


def test_twins_are_said_to_be_either_of_these() -> None:
    told = details(replace(PANEL.match, either=("P-01/after-2.jpg",)))
    assert told["Decision"] == "Made from one of 2 originals that cannot be told apart."
    assert told["Fits as well"].startswith("P-01/after-2.jpg: either of these")


def test_a_panel_without_an_original_says_so_and_names_the_nearest() -> None:
    told = details(Match(original=None, outline=WHOLE, runner_up="P-02/x.jpg", runner_up_inliers=7))
    assert told == {
        "Decision": "No original.",
        "Measure": "The nearest was P-02/x.jpg, where 7 details agree: too few.",
    }


def test_what_a_person_decided_names_the_person() -> None:
    told = details(replace(PANEL.match, decided_by="R. Osei"))
    assert told["Decision"] == "Made from P-01/after.jpg, says R. Osei."
    assert told["Measure"] == "Decided by a person; the comparison only placed it."


def test_a_word_on_a_match_belongs_to_the_same_bytes_and_the_same_panel() -> None:
    word = MatchDecision(
        sha256="ab", outline=WHOLE, rejected="P-01/after.jpg", by="R.", reason="", at=datetime.now(UTC)
    )
    assert matched.said(PANEL, "ab", (word,)) == (word,)
    assert matched.said(PANEL, "cd", (word,)) == ()
    assert matched.spoken(word) == "Not made from P-01/after.jpg"
    assert matched.spoken(replace(word, rejected=None, original="x.jpg")) == "Made from x.jpg"


def test_an_edit_says_what_where_and_how_much() -> None:
    assert edited.in_words(SPOTS) == (
        "2 spots gone, in 2 places. Measured: 2 spots. It covers up to 20% of the treated place."
    )


def test_a_share_is_told_as_a_percentage() -> None:
    bar = EditCheck(
        family=EditFamily.MASK, state=EditState.EDITED, what="black bar", measure=0.0415, unit="share of the panel"
    )
    assert edited.in_words(bar) == "Black bar. Measured: 4.2% of the panel."


def test_none_found_says_what_would_have_been_seen() -> None:
    none = EditCheck(family=EditFamily.SPOTS, state=EditState.NONE_FOUND, sensitivity="spots of 6 pixels or more")
    assert edited.in_words(none) == "Would have been seen: spots of 6 pixels or more."
    unknown = EditCheck(family=EditFamily.SPOTS, state=EditState.NONE_FOUND)
    assert edited.in_words(unknown) == "How much would show is not recorded."


def test_not_assessable_says_why() -> None:
    small = EditCheck(family=EditFamily.WARP, state=EditState.NOT_ASSESSABLE, reason="the picture is too small")
    assert edited.in_words(small) == "The picture is too small."


@pytest.mark.parametrize("family", EditFamily)
def test_every_family_and_state_has_words(family: EditFamily) -> None:
    assert edited.FAMILIES[family]
    assert all(edited.STATES[state] for state in EditState)


def test_a_pair_tells_its_numbers_and_which_of_them_to_look_at() -> None:
    pair = PairComparison(
        before=BEFORE, after=AFTER, same_patient=True, turn=12.0, light=-9.0, days_apart=1200, differs=("pose",)
    )
    told = {one.name: one for one in pairs.compared(pair)}
    assert told["Pose"].words == "turned or tilted 12° more in the after photo"
    assert told["Pose"].differs
    assert not told["Light"].differs
    assert told["Light"].words == "the after photo is -9 in lightness (of 100)"
    assert told["Crop"].words == "could not be measured"
    assert dict(pairs.about(pair))["Days between the two"] == "1,200"
    assert "pose" in pairs.verdict(pair)


def test_a_pair_that_could_not_be_measured_says_why_and_not_that_it_is_alike() -> None:
    pair = PairComparison(before=BEFORE, after=AFTER, same_patient=None, problem="one of them shows no ground")
    assert pairs.verdict(pair) == "Could not be compared: one of them shows no ground"
    assert dict(pairs.about(pair))["Same patient"].startswith("not known")


def test_a_panel_of_another_photo_is_named_with_its_photo() -> None:
    assert pairs.name(BEFORE, "website/a.jpg") == "picture 1"
    assert pairs.name(AFTER, "website/a.jpg") == "picture 2 of website/b.jpg"

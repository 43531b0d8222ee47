"""What the page sends about a decision comes from a browser: it is read with care, or refused in a sentence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import handmade_audits as handmade
from before_you_post.records import DecisionKind
from before_you_post.rules.cases.clean import PANEL
from before_you_post.ui.decide import DecisionError, kinds, read_decision, read_match_decision

FOUND = handmade.finding("website/profile/nose.jpg")
TODAY = date(2026, 11, 22)
ASKED = {"kind": "confirmed", "by": "  R.   Osei ", "reason": "Looked\nit up."}


def test_a_decision_names_the_finding_the_person_and_the_reason() -> None:
    made = read_decision(ASKED, FOUND, TODAY)
    assert (made.kind, made.about, made.rule, made.panel) == (DecisionKind.CONFIRM, FOUND.about, FOUND.rule, 1)
    assert (made.by, made.reason, made.until) == ("R. Osei", "Looked it up.", None)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"kind": "forgiven"}, "Choose what you decide."),
        ({"kind": None}, "Choose what you decide."),
        ({"by": " "}, "Write your name"),
        ({"by": 7}, "Write your name"),
        ({"reason": ""}, "Write why"),
        ({"reason": "x" * 3_000}, "longer than 2,000"),
        ({"kind": "waived"}, "Name the last day"),
        ({"kind": "waived", "until": "soon"}, "Name the last day"),
        ({"kind": "waived", "until": "2026-11-21"}, "has passed already"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(asked: dict[str, Any], words: str) -> None:
    with pytest.raises(DecisionError) as refused:
        read_decision({**ASKED, **asked}, FOUND, TODAY)
    assert words in refused.value.reason


def test_a_waiver_may_end_today_and_nothing_else_has_an_end() -> None:
    assert read_decision({**ASKED, "kind": "waived", "until": "2026-11-22"}, FOUND, TODAY).until == TODAY
    assert read_decision({**ASKED, "until": "2026-11-30"}, FOUND, TODAY).until is None


def test_the_original_a_panel_was_matched_with_is_refused() -> None:
    word = read_match_decision({**ASKED, "what": "not-this"}, PANEL, "ab", ())
    assert (word.rejected, word.original, word.outline) == ("P-01/after.jpg", None, PANEL.match.outline)


def test_only_an_original_that_is_there_can_be_named() -> None:
    asked = {**ASKED, "what": "made-from", "original": "P-02/before.jpg"}
    assert read_match_decision(asked, PANEL, "ab", ("P-02/before.jpg",)).original == "P-02/before.jpg"
    with pytest.raises(DecisionError) as refused:
        read_match_decision({**asked, "original": "../../etc/passwd"}, PANEL, "ab", ("P-02/before.jpg",))
    assert refused.value.reason == "Choose the original it was made from."


def test_to_leave_it_to_the_comparison_names_no_original() -> None:
    word = read_match_decision({**ASKED, "what": "take-back"}, PANEL, "ab", ())
    assert (word.rejected, word.original) == (None, None)


def test_every_decision_has_a_deed_and_a_meaning() -> None:
    assert [one["kind"] for one in kinds()] == [kind.value for kind in DecisionKind]
    assert all(one["deed"] and one["sentence"] for one in kinds())


ANYTHING = st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text(), max_size=2)


@given(
    st.dictionaries(st.sampled_from(["kind", "by", "reason", "until", "what", "original"]), ANYTHING),
)
def test_whatever_the_page_sends_is_a_decision_or_a_sentence(asked: dict[str, Any]) -> None:
    for read in (
        lambda: read_decision(asked, FOUND, TODAY),
        lambda: read_match_decision(asked, PANEL, "ab", ("a.jpg",)),
    ):
        try:
            made = read()
        except DecisionError as refused:
            assert refused.reason.endswith((".", "you."))
        else:
            assert made.by
            assert made.reason

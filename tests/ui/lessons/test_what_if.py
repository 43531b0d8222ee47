"""One fact of the clean case changed: the real rules answer, and what a browser sends is checked."""

from __future__ import annotations

import time

import pytest

from before_you_post.report import phrases
from before_you_post.ui.lessons.changeable import FACTS, Control
from before_you_post.ui.lessons.what_if import WhatIf, said
from trying import ask

BREAKS = {
    "channel": ("instagram", "hipaa-auth-channel"),
    "area": ("chin", "hipaa-auth-after-photo"),
    "signed": ("no", "hipaa-auth-signature"),
    "signed_on": ("2026-12-01", "hipaa-auth-required"),
    "signer_role": ("parent", "hipaa-auth-rep-authority"),
    "birth_date": ("2012-01-01", "hipaa-minor-parent"),
    "expires_on": ("", "hipaa-auth-expiry"),
    "revoked_on": ("2026-05-05", "hipaa-auth-revoked"),
    "channels": ("instagram,facebook", "hipaa-auth-channel"),
    "posted_on": ("2028-01-01", "hipaa-auth-expired-at-posting"),
    "blanks": ("the day of signing", "hipaa-auth-complete"),
    "paid_by": ("a maker of fillers", "hipaa-auth-remuneration"),
    "required_for_care": ("yes", "hipaa-auth-conditioned"),
    "stands_alone": ("no", "hipaa-auth-compound"),
    "form_kind": ("consent to treatment", "hipaa-consent-not-authorization"),
    "caption": ("Ottoline loves her nose.", "hipaa-sh-a-name"),
    "file_name": ("ottoline-featherstone.jpg", "hipaa-sh-a-name"),
    "deceased_on": ("2026-05-05", "hipaa-decedent-50y"),
    "gps": ("yes", "photo-gps-left-in"),
    "edit": ("warp", "ftc-deceptive-image"),
}
TOLD_ALONE = {  # they matter only together with another fact
    "kind": "before",
    "signed_by": "Percival Featherstone",
    "authority": "father",
    "expires_when": "she moves",
    "state": "CA",
}


def rules(values: dict[str, str]) -> list[str]:
    return [finding["rule"] for finding in said(FACTS, values)["findings"]]


def test_the_clean_case_has_nothing_to_be_found() -> None:
    shown = WhatIf(*FACTS).shown
    assert shown["verdict"]["label"] == "Nothing found"
    assert (shown["findings"], shown["changed"]) == ([], [])


@pytest.mark.parametrize(("fact", "value", "rule"), [(fact, *told) for fact, told in BREAKS.items()])
def test_changing_one_fact_breaks_its_rule(fact: str, value: str, rule: str) -> None:
    assert rule in rules({fact: value})


@pytest.mark.parametrize(("fact", "value"), TOLD_ALONE.items())
def test_some_facts_break_nothing_by_themselves(fact: str, value: str) -> None:
    assert rules({fact: value}) == []


def test_every_fact_of_the_curriculum_is_tried_here() -> None:
    assert set(BREAKS) | set(TOLD_ALONE) == set(FACTS)


def test_an_event_stands_for_the_day_that_is_missing() -> None:
    assert rules({"expires_when": "the end of her treatment", "expires_on": ""}) == []


def test_a_parent_who_says_why_may_sign_for_a_child() -> None:
    child = {"birth_date": "2012-01-01", "signer_role": "parent", "signed_by": "Percival Featherstone"}
    assert rules(child) != []
    assert "hipaa-minor-parent" not in rules({**child, "authority": "father, custodial parent"})


def test_a_finding_tells_title_law_how_well_read_severity_and_remedy() -> None:
    [finding] = said(FACTS, {"channel": "instagram"})["findings"]
    assert finding["title"] == "The authorization does not name this place"
    assert finding["citation"].startswith("45 CFR 164.508")
    assert finding["tag"] == phrases.TAGS["V1"]
    assert finding["severity"] == "Stop"
    assert finding["remedy"]


def test_the_page_changes_facts_and_goes_back() -> None:
    widget = WhatIf("channel", "signed")
    assert ask(widget, do="change", facts={"channel": "brochure"})["changed"] == ["Posted on"]
    assert ask(widget, do="change", facts={"channel": "website"})["changed"] == []


def test_a_fact_that_the_lesson_does_not_offer_is_not_changed() -> None:
    assert ask(WhatIf("channel"), do="change", facts={"signed": "no"})["changed"] == []


@pytest.mark.parametrize(
    ("fact", "value"), [("channel", "the moon"), ("signed_on", "yesterday"), ("channels", "website,the moon")]
)
def test_a_value_that_is_none_is_told_in_words(fact: str, value: str) -> None:
    widget = WhatIf(fact)
    ask(widget, do="change", facts={fact: value})
    assert widget.trouble in ("Choose one of the answers shown.", "Enter a whole date: day, month and year.")


def test_a_choice_begins_with_one_of_its_answers() -> None:
    for name, fact in FACTS.items():
        if fact.control is Control.CHOICE:
            assert fact.start in {value for value, _ in fact.choices}, name


def test_a_lesson_that_offers_nothing_or_something_unknown_is_an_error_of_the_lesson() -> None:
    with pytest.raises(ValueError, match="a fact to change"):
        WhatIf()
    with pytest.raises(KeyError):
        WhatIf("weather")


def test_the_answer_comes_at_once() -> None:
    said(FACTS, {"channel": "instagram"})
    times = []
    for _ in range(5):
        before = time.perf_counter()
        said(FACTS, {"caption": "Ottoline, seen on May 3."})
        times.append(time.perf_counter() - before)
    assert min(times) < 0.1

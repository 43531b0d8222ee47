"""What the rules on advertising say to the reader, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from before_you_post.audit import judge, judge_case
from before_you_post.records import Outcome, PhotoKind, Shown, SubjectKind, TextLine, Verdict
from before_you_post.rules.cases.clean import CALIFORNIA, CLEAN, WHOLE, but
from before_you_post.rules.cases.clean_office import case
from before_you_post.rules.cases.clean_post import POST, TESTIMONIAL, advertised, worded
from before_you_post.rules.conditions.noted import nothing, something
from before_you_post.rules.conditions.result_pictures import is_named
from before_you_post.rules.conditions.reviews_rule import SINCE as REVIEWS_RULE
from before_you_post.rules.conditions.synthetic import SINCE

JUNE = date(2026, 6, 9)  # the first day of New York's duty


def told(matter: dict[str, Any], *states: str, **papers: Any) -> dict[str, tuple[Outcome, str]]:
    practice = {"states": states or ("OH",)}
    judged = judge_case(case(SubjectKind.POST, matter=matter, practice=practice, papers=papers))
    return {one.rule: (one.outcome, one.observed) for one in judged.findings}


# ---------------------------------------------------------------- the practice's list


def test_a_practice_without_a_list_is_told_so_once_and_its_posts_are_not() -> None:
    no_list = {"advertisements": None}
    assert told({"advertisement": None}, **no_list) == {}
    [finding] = judge_case(case(SubjectKind.PRACTICE, papers=no_list)).findings
    assert (finding.rule, finding.outcome) == ("ftc-claims-reviewed", Outcome.NOT_CHECKED)


def test_a_post_that_is_not_on_the_list_is_told_once() -> None:
    found = told({"advertisement": None})
    assert found == {
        "ftc-actual-consumer": (
            Outcome.NOT_CHECKED,
            "The post website/nose-results shows a patient and has no row in the list of posts (table advertisements).",
        )
    }


def test_a_post_that_shows_nobody_known_needs_no_row() -> None:
    assert told({"advertisement": None, "shown": ()}) == {}
    assert told({"advertisement": None, "shown": None}) == {}


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("shown", "ftc-actual-consumer"),
        ("evidence", "ftc-substantiation"),
        ("typical", "ftc-typical-results"),
        ("compensation", "ftc-material-connection"),
        ("relationship", "ftc465-insider"),
        ("speaker", "ftc465-fake"),
        ("speaker_confirmed_on", "ftc-endorser-honest"),
        ("incentive_for", "ftc465-incentive"),
    ],
)
def test_one_empty_cell_of_a_story_leaves_one_rule_unchecked(cell: str, rule: str) -> None:
    found = told(advertised(**TESTIMONIAL | {cell: None}))
    assert {name: outcome for name, (outcome, _) in found.items()} == {rule: Outcome.NOT_CHECKED}


def test_cells_nobody_needs_may_be_empty() -> None:
    unused = ("speaker", "speaker_confirmed_on", "relationship", "evidence", "incentive_for", "copy_kept", "promoted")
    assert told(advertised(**dict.fromkeys(unused))) == {}


def test_none_is_an_answer_and_an_empty_cell_is_not() -> None:
    assert [nothing(cell) for cell in ("none", " Nobody ", "n/a", "20 %", "", None)] == [True, True, True, *[False] * 3]
    assert [something(cell) for cell in ("20 %", "none", " ", None)] == [True, False, False, False]


# ---------------------------------------------------------------- days


def test_new_yorks_duty_begins_on_the_day_the_notes_name() -> None:
    assert SINCE == JUNE


def test_a_post_of_before_that_day_is_asked_for_the_label_today() -> None:
    invented = advertised(shown=Shown.AI, labelled=False)
    earlier = invented | worded("A nose.", published_on=date(2026, 6, 8))
    judged = judge_case(case(SubjectKind.POST, matter=earlier, practice={"states": ("NY",)}))
    [finding] = [one for one in judged.findings if one.rule == "ny-gbl-396b"]
    assert (finding.at_posting, finding.today) == (Outcome.NOT_APPLICABLE, Outcome.FAIL)
    from_then_on = invented | worded("A nose.", published_on=JUNE)
    judged = judge_case(case(SubjectKind.POST, matter=from_then_on, practice={"states": ("NY",)}))
    [finding] = [one for one in judged.findings if one.rule == "ny-gbl-396b"]
    assert (finding.at_posting, finding.today) == (Outcome.FAIL, Outcome.FAIL)


def test_one_taken_down_before_that_day_is_not_asked() -> None:
    gone = worded("A nose.", removed_on=date(2026, 6, 8)) | advertised(shown=Shown.AI, labelled=False)
    assert "ny-gbl-396b" not in told(gone, "NY")


@pytest.mark.parametrize(("posted", "then"), [(-1, Outcome.NOT_APPLICABLE), (0, Outcome.FAIL)])
def test_a_false_story_of_before_the_rule_on_reviews_is_asked_about_today(posted: int, then: Outcome) -> None:
    day = REVIEWS_RULE + timedelta(days=posted)
    story = advertised(**TESTIMONIAL | {"speaker": "none"}) | worded("Results differ.", published_on=day)
    [finding] = judge_case(case(SubjectKind.POST, matter=story)).findings
    assert (finding.rule, finding.at_posting, finding.today) == ("ftc465-fake", then, Outcome.FAIL)


def test_a_story_ages() -> None:
    asked_long_ago = advertised(**TESTIMONIAL | {"speaker_confirmed_on": date(2025, 11, 1)})
    judged = judge_case(case(SubjectKind.POST, matter=asked_long_ago))
    [finding] = judged.findings
    assert (finding.rule, finding.at_posting, finding.today) == (
        *("ftc-endorser-honest", Outcome.PASS, Outcome.NEEDS_REVIEW),
    )


# ---------------------------------------------------------------- states


@pytest.mark.parametrize(
    ("state", "rule"),
    [
        ("TX", "tx-ad-misleading"),
        ("FL", "fl-ad-misleading"),
        ("NY", "ny-29-1-b12"),
        ("IL", "il-ad-26"),
        ("OH", "ftc-substantiation"),
        ("CA", "ftc-substantiation"),
    ],
)
def test_a_promise_is_told_once_by_whoever_has_a_rule_of_its_own(state: str, rule: str) -> None:
    found = told(worded("A new nose, guaranteed.") | advertised(evidence="none"), state)
    assert {name: outcome for name, (outcome, _) in found.items()} == {rule: Outcome.NEEDS_REVIEW}
    assert "“guaranteed”" in found[rule][1]


def test_every_state_of_the_practice_is_asked() -> None:
    found = told(worded("A new nose, guaranteed."), "TX", "NY")
    assert set(found) == {"tx-ad-misleading", "ny-29-1-b12"}
    assert found["tx-ad-misleading"][1].endswith("The law of Texas counts because the practice is there.")


def test_a_boards_rules_bind_the_practice_and_not_its_patients() -> None:
    patient = replace(POST.shown[0], state="NY") if POST.shown else None
    assert told(advertised(**TESTIMONIAL) | {"shown": (patient,)}) == {}
    assert set(told(advertised(**TESTIMONIAL), "NY")) == {"ny-ad-testimonial-ban"}


def test_a_discount_for_a_story_is_told_once_by_texas_or_by_federal_law() -> None:
    paid = advertised(**TESTIMONIAL, compensation="a free peel")
    found = told(paid, "TX")
    assert {name: outcome for name, (outcome, _) in found.items()} == {"tx-ad-testimonial": Outcome.FAIL}
    assert {name: outcome for name, (outcome, _) in told(paid).items()} == {
        "ftc-material-connection": Outcome.NEEDS_REVIEW
    }
    assert told(paid | worded("She got a complimentary peel. Results differ."), "TX") == {}


def test_a_false_story_comes_down() -> None:
    judged = judge_case(case(SubjectKind.POST, matter=advertised(**TESTIMONIAL | {"speaker": "none"})))
    assert judged.verdict is Verdict.TAKE_DOWN


# ---------------------------------------------------------------- California's captions


def rules_of(**changes: Any) -> dict[str, Outcome]:
    return {one.rule: one.outcome for one in judge(but(**changes)).findings}


SILENT = {"published": replace(CLEAN.published, caption="Eight months on.")}


def test_what_stands_in_the_picture_names_the_treatment_and_says_that_results_differ() -> None:
    both = {"ca-651-procedure-named": Outcome.NEEDS_REVIEW, "ca-651-results-statement": Outcome.NEEDS_REVIEW}
    assert rules_of(evidence=CALIFORNIA | SILENT) == both
    lines = tuple(
        TextLine(text=text, outline=WHOLE, confidence=0.9) for text in ("RHINOPLASTY", "Individual results may vary")
    )
    assert "ca-651-results-statement" not in rules_of(evidence=CALIFORNIA | SILENT, photo={"text": lines})
    assert "ca-651-procedure-named" not in rules_of(evidence=CALIFORNIA | SILENT, photo={"text": lines})


def test_where_the_words_in_the_picture_were_not_read_another_rule_says_so() -> None:
    found = rules_of(evidence=CALIFORNIA | SILENT, photo={"text": None})
    assert found == {"photo-text-unexplained": Outcome.NOT_CHECKED}


def test_a_treatment_that_is_not_on_file_cannot_be_looked_for() -> None:
    found = rules_of(evidence=CALIFORNIA, original={"procedure": None})
    assert found == {"ca-651-procedure-named": Outcome.NOT_CHECKED}


def test_a_picture_that_shows_no_result_needs_neither() -> None:
    other = {"kind": PhotoKind.OTHER}
    found = rules_of(evidence=CALIFORNIA | SILENT, original=other)
    assert not set(found) & {"ca-651-procedure-named", "ca-651-results-statement"}


@pytest.mark.parametrize(
    ("procedure", "text", "named"),
    [
        ("rhinoplasty", "Rhinoplasties of this year", True),
        ("upper lid blepharoplasty", "After a blepharoplasty", True),
        ("upper lid blepharoplasty", "the upper floor", False),
        ("CO2 laser", "Laser resurfacing", True),
        ("rhinoplasty", "A new nose", False),
        ("peel", "Peeling", True),
    ],
)
def test_a_treatment_is_named_by_one_of_its_own_words(procedure: str, text: str, named: bool) -> None:
    assert is_named(procedure, text) is named

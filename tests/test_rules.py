"""One test over all rules, through the cases each rule carries itself. What holds for any forms: tests/rules."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from before_you_post.audit import BAD, judge
from before_you_post.law.citation import url
from before_you_post.records import (
    Evidence,
    JudgedPhoto,
    Outcome,
    Verdict,
)
from before_you_post.rules import load_rules
from before_you_post.rules.base import OR, Rule
from before_you_post.rules.clean import CLEAN
from before_you_post.rules.facts import FACTS

RULES = load_rules()
LESSONS = {
    "why-it-matters",
    "phi-and-the-record",
    "what-identifies",
    "authorization",
    "the-conversation",
    "before-after-collages",
    "posted-by-others",
    "channels",
    "truth-in-advertising",
    "devices-and-storage",
    "vendors",
    "before-you-post",
    "when-it-goes-wrong",
    "risk-assessment",
    "policy-and-forms",
    "state-rules",
}
OFFICIAL = (
    "https://www.ecfr.gov/current/title-45/section-16",
    "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV",
)
CASES = [pytest.param(rule, case, id=f"{rule.id}-{n}") for rule in RULES for n, case in enumerate(rule.violates)]
NEAR_MISSES = [pytest.param(rule, case, id=f"{rule.id}-{n}") for rule in RULES for n, case in enumerate(rule.complies)]
NEEDS = [pytest.param(rule, need, id=f"{rule.id}-{need}") for rule in RULES for need in rule.needs]
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def broken(photo: JudgedPhoto) -> set[str]:
    return {finding.rule for finding in photo.findings if finding.outcome in BAD}


def outcomes(photo: JudgedPhoto, rule: Rule) -> set[Outcome]:
    return {finding.outcome for finding in photo.findings if finding.rule == rule.id}


def without(evidence: Evidence, need: str) -> Evidence:
    """The same evidence, had nobody recorded one fact."""
    for path in need.split(OR):
        evidence = _without(evidence, path.split("."))
    return evidence


def _without(evidence: Evidence, path: list[str]) -> Evidence:
    match path:
        case ["day"]:
            return replace(evidence, post=replace(evidence.post, published_on=None))
        case ["evidence", *rest]:
            return _blank(evidence, rest)
        case ["panel"]:
            return replace(evidence, panels=None)
        case ["panel", *rest]:
            return replace(evidence, panels=tuple(_blank(panel, rest) for panel in evidence.panels or ()))
        case ["form", *rest]:
            panels = tuple(
                replace(panel, authorizations=tuple(_blank(form, rest) for form in panel.authorizations or ()))
                for panel in evidence.panels or ()
            )
            return replace(evidence, panels=panels)
    raise AssertionError(f"{path} is no fact of a subject")


def _blank(record: Any, path: list[str]) -> Any:
    name, *rest = path
    assert name in {each.name for each in fields(record)}, f"{name} is no field of {type(record).__name__}"
    return replace(record, **{name: _blank(getattr(record, name), rest) if rest else None})


# ---------------------------------------------------------------- each rule


def test_the_clean_case_breaks_nothing_and_is_clear() -> None:
    photo = judge(CLEAN)
    assert (photo.verdict, photo.at_posting, photo.findings) == (Verdict.CLEAR, Verdict.CLEAR, ())


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_violating_case_breaks_its_own_rule_and_no_other(rule: Rule, case: Evidence) -> None:
    photo = judge(case)
    assert broken(photo) == {rule.id}
    assert photo.verdict is not Verdict.CLEAR


@pytest.mark.parametrize(("rule", "case"), NEAR_MISSES)
def test_a_near_miss_breaks_nothing(rule: Rule, case: Evidence) -> None:
    photo = judge(case)
    assert broken(photo) == set()
    assert rule.id in photo.passed + photo.not_applicable


@each_rule
def test_every_rule_is_passed_by_some_case_and_the_clean_case_is_one_change_away(rule: Rule) -> None:
    assert any(rule.id in judge(case).passed for case in (CLEAN, *rule.complies))
    assert CLEAN not in rule.violates + rule.complies


@pytest.mark.parametrize(("rule", "need"), NEEDS)
def test_without_a_needed_fact_a_rule_is_not_checked_and_never_passes(rule: Rule, need: str) -> None:
    passing = [case for case in (CLEAN, *rule.complies) if rule.id in judge(case).passed]
    for case in passing:
        assert outcomes(judge(without(case, need)), rule) == {Outcome.NOT_CHECKED}
    for case in rule.violates:
        photo = judge(without(case, need))
        assert outcomes(photo, rule), "what was broken before must not pass because a fact is missing"
        assert rule.id not in photo.passed


@pytest.mark.parametrize(("rule", "need"), NEEDS)
def test_a_missing_fact_is_named_in_words(rule: Rule, need: str) -> None:
    case = next(case for case in (CLEAN, *rule.complies) if rule.id in judge(case).passed)
    [finding] = [finding for finding in judge(without(case, need)).findings if finding.rule == rule.id]
    assert finding.observed.endswith(".")
    assert "{" not in finding.observed


def test_the_words_for_missing_facts_are_those_that_rules_need() -> None:
    assert set(FACTS) == {need for rule in RULES for need in rule.needs}


@each_rule
def test_the_texts_of_a_rule_are_plain(rule: Rule) -> None:
    texts = [rule.title, rule.remedy]
    texts += [finding.observed for case in rule.violates for finding in judge(case).findings]
    for text in texts:
        assert "<" not in text
        assert "None" not in text
        assert not {"compliant", "legal", "illegal", "violation"} & set(text.casefold().split())
    assert all(text.endswith(".") for text in texts[1:])


@each_rule
def test_a_rule_cites_a_page_that_can_be_opened_and_a_lesson_that_is_planned(rule: Rule) -> None:
    assert (url(rule.citation) or "").startswith(OFFICIAL)
    assert rule.lesson in LESSONS
    assert rule.tag in {"V1", "V2", "U"}
    assert all(claim[0] == "S" and 1 <= int(claim[1:]) <= 44 for claim in rule.seed)


@each_rule
def test_a_rule_nobody_verified_only_asks_for_review(rule: Rule) -> None:
    if rule.tag == "U":
        assert all(Outcome.FAIL not in outcomes(judge(case), rule) for case in rule.violates)

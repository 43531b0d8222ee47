"""One test over all rules, through the cases each rule carries itself. What holds for any forms: tests/rules."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from before_you_post.audit import BAD, judge, judge_case, judge_matter
from before_you_post.law.citation import url
from before_you_post.law.state_packs import state_of
from before_you_post.records import Evidence, JudgedMatter, JudgedPhoto, Matter, Outcome, SubjectKind, Verdict
from before_you_post.rules import load_rules
from before_you_post.rules.base import OR, OfficeCase, Reach, Rule
from before_you_post.rules.cases.clean import CLEAN
from before_you_post.rules.cases.clean_office import MATTERS, OFFICE
from before_you_post.rules.facts import FACTS

RULES = load_rules()
Case = Evidence | OfficeCase
Judged = JudgedPhoto | JudgedMatter
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
    "https://www.ecfr.gov/current/title-16/section-",  # the Federal Trade Commission
    "https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title",
    "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=",
    "https://statutes.capitol.texas.gov/Docs/",
    "https://texreg.sos.state.tx.us/public/readtac",
    "https://www.leg.state.fl.us/statutes/",
    "https://www.flrules.org/gateway/",
    "https://www.nysenate.gov/legislation/laws/",
    "https://op.nysed.gov/title8/",
    "https://www.ilga.gov/legislation/ilcs/",
    "https://app.leg.wa.gov/RCW/",
    "https://code-medical-ethics.ama-assn.org/",
    "https://www.plasticsurgery.org/",
)
CASES = [pytest.param(rule, case, id=f"{rule.id}-{n}") for rule in RULES for n, case in enumerate(rule.violates)]
NEAR_MISSES = [pytest.param(rule, case, id=f"{rule.id}-{n}") for rule in RULES for n, case in enumerate(rule.complies)]
NEEDS = [pytest.param(rule, need, id=f"{rule.id}-{need}") for rule in RULES for need in rule.needs]
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def broken(judged: Judged) -> set[str]:
    return {finding.rule for finding in judged.findings if finding.outcome in BAD}


def outcomes(judged: Judged, rule: Rule) -> set[Outcome]:
    return {finding.outcome for finding in judged.findings if finding.rule == rule.id}


def clean(rule: Rule) -> Case:
    """The clean case of what the rule is asked of."""
    if rule.subject in (SubjectKind.PHOTO, SubjectKind.PANEL):
        return CLEAN
    return OfficeCase(office=OFFICE, matter=MATTERS[rule.subject])


def without(case: Case, need: str) -> Case:
    """The same case, had nobody recorded one fact."""
    for path in need.split(OR):
        case = _without(case, path.split("."))
    return case


def _without(case: Case, path: list[str]) -> Case:
    if isinstance(case, OfficeCase):
        return _without_of_matter(case, path)
    return _without_of_photo(case, path)


def _without_of_matter(one: OfficeCase, path: list[str]) -> OfficeCase:
    match path:
        case ["day"]:
            return replace(one, matter=_blank(one.matter, ["post", "published_on"]))
        case ["office", *rest]:
            return replace(one, office=_blank(one.office, rest))
        case ["matter", *rest]:
            return replace(one, matter=_blank(one.matter, rest))
    raise AssertionError(f"{path} is no fact of a matter")


def _without_of_photo(evidence: Evidence, path: list[str]) -> Evidence:
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
    """The record without one fact; what is not there lacks it already."""
    if record is None:
        return None
    name, *rest = path
    assert name in {each.name for each in fields(record)}, f"{name} is no field of {type(record).__name__}"
    return replace(record, **{name: _blank(getattr(record, name), rest) if rest else None})


# ---------------------------------------------------------------- each rule


def test_the_clean_case_breaks_nothing_and_is_clear() -> None:
    photo = judge(CLEAN)
    assert (photo.verdict, photo.at_posting, photo.findings) == (Verdict.CLEAR, Verdict.CLEAR, ())


@pytest.mark.parametrize("matter", MATTERS.values(), ids=lambda matter: matter.kind.value)
def test_the_clean_case_of_everything_else_is_clear(matter: Matter) -> None:
    judged = judge_matter(matter, OFFICE)
    assert (judged.verdict, judged.findings) == (Verdict.CLEAR, ())


def test_there_is_a_clean_case_of_everything_that_rules_are_asked_of() -> None:
    assert {rule.subject for rule in RULES} <= {SubjectKind.PHOTO, SubjectKind.PANEL, *MATTERS}


def house_policy(case: Case) -> set[str]:
    """HIPAA's rules where HIPAA does not reach: kept as the practice's own policy, they speak beside a state's rule."""
    covered = case.office.practice.hipaa_covered if isinstance(case, OfficeCase) else case.hipaa_covered
    return {rule.id for rule in RULES if rule.reach is Reach.HIPAA} if covered is False else set()


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_violating_case_breaks_its_own_rule_and_no_other(rule: Rule, case: Case) -> None:
    judged = judge_case(case)
    assert broken(judged) - (house_policy(case) - {rule.id}) == {rule.id}
    assert judged.verdict is not Verdict.CLEAR
    assert {finding.subject for finding in judged.findings if finding.rule == rule.id} == {rule.subject}


@pytest.mark.parametrize(("rule", "case"), NEAR_MISSES)
def test_a_near_miss_breaks_nothing(rule: Rule, case: Case) -> None:
    judged = judge_case(case)
    assert broken(judged) == set()
    assert rule.id in judged.passed + judged.not_applicable


@each_rule
def test_every_rule_is_passed_by_some_case_and_the_clean_case_is_one_change_away(rule: Rule) -> None:
    assert any(rule.id in judge_case(case).passed for case in (clean(rule), *rule.complies))
    assert clean(rule) not in rule.violates + rule.complies


@pytest.mark.parametrize(("rule", "need"), NEEDS)
def test_without_a_needed_fact_a_rule_is_not_checked_and_never_passes(rule: Rule, need: str) -> None:
    passing = [case for case in (clean(rule), *rule.complies) if rule.id in judge_case(case).passed]
    for case in passing:
        assert outcomes(judge_case(without(case, need)), rule) == {Outcome.NOT_CHECKED}
    for case in rule.violates:
        judged = judge_case(without(case, need))
        assert outcomes(judged, rule), "what was broken before must not pass because a fact is missing"
        assert rule.id not in judged.passed


@pytest.mark.parametrize(("rule", "need"), NEEDS)
def test_a_missing_fact_is_named_in_words(rule: Rule, need: str) -> None:
    case = next(case for case in (clean(rule), *rule.complies) if rule.id in judge_case(case).passed)
    [finding] = [finding for finding in judge_case(without(case, need)).findings if finding.rule == rule.id]
    assert finding.observed.endswith(".")
    assert "{" not in finding.observed


def test_the_words_for_missing_facts_are_those_that_rules_need() -> None:
    assert set(FACTS) == {need for rule in RULES for need in rule.needs}


@each_rule
def test_the_texts_of_a_rule_are_plain(rule: Rule) -> None:
    texts = [rule.title, rule.remedy]
    texts += [finding.observed for case in rule.violates for finding in judge_case(case).findings]
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
        assert all(Outcome.FAIL not in outcomes(judge_case(case), rule) for case in rule.violates)


@each_rule
def test_outside_of_hipaa_its_rules_ask_a_person_and_the_others_stand(rule: Rule) -> None:
    for case in rule.violates:
        if isinstance(case, OfficeCase):
            practice = replace(case.office.practice, hipaa_covered=False)
            outside: Case = replace(case, office=replace(case.office, practice=practice))
        else:
            outside = replace(case, hipaa_covered=False)
        asked = {Outcome.NEEDS_REVIEW} if rule.reach is Reach.HIPAA else outcomes(judge_case(case), rule)
        assert outcomes(judge_case(outside), rule) == asked


@each_rule
def test_a_rule_of_a_state_says_so_and_no_other_does(rule: Rule) -> None:
    assert (rule.reach in (Reach.STATE, Reach.BOARD)) == (state_of(rule.id) is not None)

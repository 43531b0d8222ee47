"""What the rules about papers say where a fact of one of many rows is missing, or where several come together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from before_you_post.audit import judge_case
from before_you_post.records import (
    AnonymousRoute,
    DeviceKind,
    Outcome,
    PhotoPlace,
    Policy,
    PolicyKind,
    RequestKind,
    SignerRole,
    SubjectKind,
)
from before_you_post.rules import load_rules
from before_you_post.rules.base import OfficeCase
from before_you_post.rules.cases.clean_office import case
from before_you_post.rules.cases.clean_papers import (
    ACCESS,
    ANALYSIS,
    BY_EXPERT,
    DEVICE,
    LISTED,
    MEMBER,
    PAPERS,
    POLICIES,
    VENDOR,
    VERSION,
    access,
    amendment,
    device,
    form,
    member,
    policy,
    vendor,
    version,
    without_policy,
)
from before_you_post.rules.cases.of_child import child

RULES = {rule.id: rule for rule in load_rules()}
PRACTICE = SubjectKind.PRACTICE


def said(rule: str, of: OfficeCase) -> tuple[Outcome, str] | None:
    """What one rule says; ``None`` = it passed or had nothing to say."""
    findings = judge_case(of, (RULES[rule],)).findings
    return (findings[0].outcome, findings[0].observed) if findings else None


@pytest.mark.parametrize(
    ("rule", "of", "words"),
    [
        (
            "hipaa-unique-user",
            case(PRACTICE, papers={"staff": (replace(MEMBER, own_login=None), MEMBER)}),
            "It is not recorded whether each has logins of their own, shared with nobody: S-03.",
        ),
        (
            "hipaa-drs-photos",
            case(PRACTICE, papers=policy(PolicyKind.RECORD_SET, names_photos=None)),
            "It is not recorded whether the policy “record set” (version 2) names patients' photos.",
        ),
        (
            "hipaa-notice-line",
            case(PRACTICE, papers=policy(PolicyKind.NOTICE, notice_says=None, version=None)),
            "What the notice of privacy practices says about marketing is not recorded.",
        ),
        (
            "hipaa-risk-analysis-scope",
            case(PRACTICE, papers={"risk_analyses": (replace(ANALYSIS, scope=None),)}),
            "What the risk analysis of 2026-02-02 looked at is not recorded.",
        ),
        (
            "hipaa-access-30d",
            case(PRACTICE, papers=access(received_on=None)),
            "It is not recorded when these requests came in: R-04.",
        ),
        (
            "hipaa-amend-60d",
            case(PRACTICE, papers=amendment(received_on=None)),
            "It is not recorded when these requests came in: R-05.",
        ),
        (
            "hipaa-deid-two-routes",
            case(PRACTICE, papers={"anonymous": (replace(LISTED, route=None),)}),
            "On which way these were found to be anonymous is not recorded: P-02/scar.jpg.",
        ),
        (
            "hipaa-deid-actual-knowledge",
            case(PRACTICE, papers={"anonymous": (replace(LISTED, known_to=None),)}),
            "It is not recorded whether anybody here knows of somebody who could tell who these show: P-02/scar.jpg.",
        ),
        (
            "tx-access-15bd",
            case(PRACTICE, practice={"states": ("TX",)}, papers=access(electronic=None)),
            "Whether an electronic record was asked for is not recorded: R-04.",
        ),
        (
            "crfa-nda",
            case(PRACTICE, papers=version(forbids_reviews=None)),
            "Whether they forbid patients to review the practice is not recorded of: 2026-1.",
        ),
        (
            "hipaa-no-waiver-retaliation",
            case(PRACTICE, papers=version(waives_rights=None)),
            "Whether patients give up rights to privacy in them is not recorded of: 2026-1.",
        ),
        (
            "ca-cmia-copy",
            case(PRACTICE, practice={"states": ("CA",)}, papers=version(says_copy=None)),
            "Whether they say that the signer may have a copy is not recorded of: 2026-1.",
        ),
    ],
)
def test_what_is_not_recorded_of_one_row_is_named_and_not_checked(rule: str, of: OfficeCase, words: str) -> None:
    assert said(rule, of) == (Outcome.NOT_CHECKED, words)


@pytest.mark.parametrize(
    ("rule", "papers"),
    [
        ("crfa-nda", (replace(VERSION, forbids_reviews=None), replace(VERSION, forbids_reviews=True))),
        ("hipaa-no-waiver-retaliation", (replace(VERSION, waives_rights=None), replace(VERSION, waives_rights=True))),
    ],
)
def test_what_is_wrong_in_one_row_is_said_before_what_is_missing_in_another(
    rule: str, papers: tuple[object, ...]
) -> None:
    seen = said(rule, case(PRACTICE, papers={"form_versions": papers}))
    assert seen is not None
    assert seen[0] is not Outcome.NOT_CHECKED


def test_a_form_withdrawn_and_a_person_gone_are_asked_about_no_more() -> None:
    gone = replace(MEMBER, own_login=False, left_on=date(2026, 1, 5))
    assert said("hipaa-unique-user", case(PRACTICE, papers={"staff": (gone,)})) is None
    withdrawn = version(forbids_reviews=True, withdrawn_on=date(2026, 1, 5))
    assert said("crfa-nda", case(PRACTICE, papers=withdrawn)) is None


def test_without_any_papers_there_is_one_finding_a_table() -> None:
    tables = ("form_versions", "staff", "vendors", "risk_analyses", "policies", "requests", "anonymous", "checks")
    bare = case(PRACTICE, papers=dict.fromkeys(tables), office={"devices": None})
    findings = judge_case(bare, tuple(RULES[one] for one in RULES if RULES[one].subject is PRACTICE)).findings
    named = [finding.observed for finding in findings]
    assert all(finding.outcome is Outcome.NOT_CHECKED for finding in findings)
    for table in (*tables, "devices"):
        mentions = sum(f"the table {table})" in words for words in named)
        assert mentions == (0 if table == "anonymous" else 1), table  # then no photo is treated as anonymous


def test_a_practice_that_keeps_devices_it_did_not_analyse_fails_and_other_places_are_for_a_person() -> None:
    narrow = {"risk_analyses": (replace(ANALYSIS, scope=(PhotoPlace.WEBSITE,)),)}
    fails = said("hipaa-risk-analysis-scope", case(PRACTICE, papers=narrow))
    assert fails == (
        Outcome.FAIL,
        "The risk analysis of 2026-02-02 did not look at: cameras, memory cards, phones, cloud storage, social media "
        "and e-mail. On the practice's list of devices there are cameras and memory cards.",
    )
    phones = replace(DEVICE, kind=DeviceKind.COMPUTER, memory_card=False)
    asks = said("hipaa-risk-analysis-scope", case(PRACTICE, papers=narrow, office={"devices": (phones,)}))
    assert asks is not None
    assert asks[0] is Outcome.NEEDS_REVIEW


def test_both_that_are_nobody_are_told_together() -> None:
    nobody = case(PRACTICE, practice={"privacy_official": "", "complaint_contact": ""})
    words = "By practice.yaml, nobody answers for privacy and nobody takes patients' complaints."
    assert said("hipaa-privacy-official", nobody) == (Outcome.FAIL, words)


def test_the_newest_of_several_changes_is_told() -> None:
    older = replace(POLICIES[0], approved_on=date(2026, 1, 15))
    newer = replace(POLICIES[0], kind=PolicyKind.PRIVACY, version="9", approved_on=date(2026, 9, 1))
    seen = said(
        "hipaa-training-change",
        case(SubjectKind.STAFF, papers={"policies": (older, newer)}, matter=member(trained_on=(date(2025, 9, 8),))),
    )
    assert seen == (
        Outcome.NEEDS_REVIEW,
        "S-03 was last trained on 2025-09-08; the policy “privacy” (version 9) has held since 2026-09-01. Whether the "
        "change concerns this person's work, a person decides.",
    )


def test_a_change_of_this_month_may_still_be_taught() -> None:
    fresh = policy(PolicyKind.PHOTOS, approved_on=date(2026, 10, 23))
    assert said("hipaa-training-change", case(SubjectKind.STAFF, papers=fresh)) is None
    older = policy(PolicyKind.PHOTOS, approved_on=date(2026, 10, 22))
    assert said("hipaa-training-change", case(SubjectKind.STAFF, papers=older)) is not None


def test_in_texas_whoever_was_never_trained_is_told_by_day_90_too() -> None:
    texas = case(SubjectKind.STAFF, practice={"states": ("TX",)}, matter=member(trained_on=()))
    assert said("tx-training-90d", texas) == (
        Outcome.FAIL,
        "S-03 was hired on 2025-09-01 and has not been trained since; day 90 was 2025-11-30. The law of Texas counts "
        "because the practice is there.",
    )
    fresh = member(trained_on=(), hired_on=date(2026, 8, 24))
    assert said("tx-training-90d", case(SubjectKind.STAFF, practice={"states": ("TX",)}, matter=fresh)) is None


def test_in_texas_a_training_at_another_employer_is_not_counted() -> None:
    before = member(trained_on=(date(2025, 8, 31),))
    seen = said("tx-training-90d", case(SubjectKind.STAFF, practice={"states": ("TX",)}, matter=before))
    assert seen is not None
    assert seen[0] is Outcome.FAIL


def test_an_agreement_still_to_be_signed_is_none() -> None:
    seen = said(
        "hipaa-ba-agreement",
        case(SubjectKind.VENDOR, matter=vendor(agreement_signed_on=date(2026, 11, 23), phi_access_from=None)),
    )
    assert seen == (
        Outcome.FAIL,
        "Brightquill Studio has access to patient information, and no agreement is signed. An agreement alone permits "
        "no post: each photo needs the patient's authorization too.",
    )


def test_a_vendor_whose_work_is_over_publishes_nowhere() -> None:
    over = replace(VENDOR, phi_access_until=date(2026, 11, 22))
    nobody = {"staff": (replace(MEMBER, publishes_on=()),), "vendors": (over,)}
    assert said("channel-admins-known", case(PRACTICE, papers=nobody)) is not None


def test_what_an_expert_found_needs_no_answer_of_the_office() -> None:
    assert said("hipaa-deid-actual-knowledge", case(PRACTICE, papers={"anonymous": (BY_EXPERT,)})) is None
    assert LISTED.route == AnonymousRoute.LIST


def test_a_form_taken_back_early_is_kept_from_that_day() -> None:
    revoked = form(signed_on=date(2018, 2, 2), revoked_on=date(2019, 2, 2), form_version=None)
    early = {"form": replace(revoked["form"], destroyed_on=date(2025, 2, 1)), "relied_on_until": None}
    assert said("hipaa-auth-retain", case(SubjectKind.FORM, matter=early)) == (
        Outcome.FAIL,
        "The form A-101 was destroyed on 2025-02-01; its last day is 2019-02-02, so it is to be kept until 2025-02-02.",
    )
    used = early | {"relied_on_until": date(2020, 5, 4)}
    assert said("hipaa-auth-retain", case(SubjectKind.FORM, matter=used)) == (
        Outcome.FAIL,
        "The form A-101 was destroyed on 2025-02-01; a photo that relies on it was up on 2020-05-04, so it is to be "
        "kept until 2026-05-04.",
    )


def test_papers_kept_long_enough_need_no_policy_that_says_so() -> None:
    without = case(PRACTICE, papers={"policies": None}, practice={"policy": Policy(retention_years=6)})
    assert said("hipaa-docs-6y", without) is None
    unsaid = case(PRACTICE, papers={"policies": None})
    assert said("hipaa-docs-6y", unsaid) is None


def test_a_child_is_asked_between_the_practices_own_ages() -> None:
    young = case(
        SubjectKind.FORM,
        practice={"policy": Policy(assent_age=12)},
        matter=child(date(2016, 5, 17), child_agreed=False),
    )
    assert said("pub-minor-general", young) is None
    guardian = child(date(2010, 5, 17), child_agreed=False, signer_role=SignerRole.GUARDIAN)
    seen = said("pub-minor-general", case(SubjectKind.FORM, matter=guardian))
    assert seen is not None
    assert seen[1].startswith("The form A-101 was signed by a guardian for patient P-01, then 15, who did not agree.")


def test_a_phone_is_passed_on_when_it_was_wiped_the_same_day() -> None:
    day = date(2026, 11, 20)
    assert said("hipaa-media-reuse", case(SubjectKind.DEVICE, matter=device(wiped_on=day, reused_on=day))) is None


def test_requests_of_one_kind_do_not_speak_for_the_other() -> None:
    late = replace(ACCESS, kind=RequestKind.AMENDMENT, answered_on=date(2026, 6, 20))  # 47 days: late for access only
    assert said("hipaa-access-30d", case(PRACTICE, papers={"requests": (late,)})) is None
    assert said("hipaa-amend-60d", case(PRACTICE, papers={"requests": (late,)})) is None


def test_every_kind_of_policy_that_is_asked_for_is_in_the_clean_case() -> None:
    assert {one.kind for one in PAPERS.policies or ()} == set(PolicyKind)
    assert said("hipaa-sanctions", case(PRACTICE, papers=without_policy(PolicyKind.NOTICE))) is None

"""Whatever a practice's papers say or leave out, every rule has an answer, and rows may stand in any order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.audit import BAD, judge_matter
from before_you_post.records import (
    AgreementTerm,
    AnonymousPhoto,
    AnonymousRoute,
    CheckKind,
    Device,
    DeviceKind,
    FormVersion,
    JudgedMatter,
    Matter,
    NoticeStatement,
    Office,
    Papers,
    PatientRequest,
    PhotoPlace,
    PhotoRoute,
    PolicyKind,
    RequestKind,
    RiskAnalysis,
    RoutineCheck,
    StaffMember,
    SubjectKind,
    Vendor,
    WrittenPolicy,
)
from before_you_post.rules.cases.clean_office import OFFICE

TODAY = OFFICE.today
DAY = st.dates(date(2024, 1, 1), date(2027, 12, 31))
SOME_DAY = st.none() | DAY
YES_NO = st.none() | st.booleans()
CHANNELS = st.none() | st.lists(st.sampled_from(["website", "instagram"]), max_size=2, unique=True).map(tuple)
STATES = st.lists(st.sampled_from(["OH", "TX", "CA", "FL", "NY"]), max_size=2, unique=True).map(tuple)


def several(words: type[StrEnum]) -> st.SearchStrategy[tuple[Any, ...] | None]:
    return st.none() | st.lists(st.sampled_from(list(words)), max_size=len(words), unique=True).map(tuple)


def rows(record: type[Any], **facts: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...] | None]:
    return st.none() | st.lists(st.builds(record, **facts), max_size=3).map(tuple)


STAFF = st.builds(
    StaffMember,
    person=st.sampled_from(["S-01", "S-02"]),
    role=st.none() | st.just("nurse"),
    hired_on=SOME_DAY,
    left_on=SOME_DAY,
    photo_access_from=SOME_DAY,
    photo_access_until=SOME_DAY,
    publishes_on=CHANNELS,
    own_login=YES_NO,
    trained_on=st.none() | st.lists(DAY, max_size=3, unique=True).map(sorted).map(tuple),
    attested_on=SOME_DAY,
)
VENDOR = st.builds(
    Vendor,
    vendor=st.just("Brightquill"),
    direct_control=YES_NO,
    phi_access=YES_NO,
    phi_access_from=SOME_DAY,
    phi_access_until=SOME_DAY,
    publishes_on=CHANNELS,
    agreement_signed_on=SOME_DAY,
    agreement_terms=several(AgreementTerm),
    reports_within_days=st.none() | st.integers(0, 90),
)
DEVICE = st.builds(
    Device,
    id=st.just("D-1"),
    kind=st.none() | st.sampled_from(DeviceKind),
    owner=st.none() | st.sampled_from(["practice", "S-01"]),
    managed=YES_NO,
    encrypted=YES_NO,
    why_not_encrypted=st.none() | st.just("locked away"),
    memory_card=YES_NO,
    photos_leave_by=several(PhotoRoute),
    wiped_on=SOME_DAY,
    reused_on=SOME_DAY,
    retired_on=SOME_DAY,
)
PAPERS = st.builds(
    Papers,
    form_versions=rows(
        FormVersion,
        form_version=st.sampled_from(["2026-1", "2025-1"]),
        says_copy=YES_NO,
        waives_rights=YES_NO,
        forbids_reviews=YES_NO,
        approved_on=SOME_DAY,
        withdrawn_on=SOME_DAY,
    ),
    staff=st.none() | st.lists(STAFF, max_size=3).map(tuple),
    vendors=st.none() | st.lists(VENDOR, max_size=2).map(tuple),
    risk_analyses=rows(RiskAnalysis, done_on=DAY, scope=several(PhotoPlace), next_on=SOME_DAY),
    policies=rows(
        WrittenPolicy,
        kind=st.sampled_from(PolicyKind),
        approved_on=SOME_DAY,
        reviewed_on=SOME_DAY,
        counsel_reviewed_on=SOME_DAY,
        it_reviewed_on=SOME_DAY,
        law_changed_on=SOME_DAY,
        ended_on=SOME_DAY,
        notice_says=several(NoticeStatement),
        names_photos=YES_NO,
    ),
    requests=rows(
        PatientRequest,
        request=st.sampled_from(["R-1", "R-2"]),
        kind=st.none() | st.sampled_from(RequestKind),
        received_on=SOME_DAY,
        written=YES_NO,
        electronic=YES_NO,
        extended_on=SOME_DAY,
        answered_on=SOME_DAY,
        photos_included=YES_NO,
    ),
    anonymous=rows(
        AnonymousPhoto,
        photo=st.sampled_from(["a.jpg", "b.jpg"]),
        route=st.none() | st.sampled_from([*AnonymousRoute, "blurred"]),
        decided_by=st.none() | st.just("R. Ames"),
        decided_on=SOME_DAY,
        known_to=YES_NO,
        document=st.none() | st.just("drawer 2"),
    ),
    checks=rows(RoutineCheck, kind=st.sampled_from(CheckKind), done_on=DAY),
)
OFFICES = st.builds(
    lambda papers, states, devices: replace(
        OFFICE,
        papers=papers,
        practice=replace(OFFICE.practice, states=states),
        devices=devices,
    ),
    PAPERS,
    STATES,
    st.none() | st.lists(DEVICE, max_size=2).map(tuple),
)


def matters(office: Office) -> list[Matter]:
    papers = office.papers
    return [
        Matter(kind=SubjectKind.PRACTICE, id="practice"),
        *(Matter(kind=SubjectKind.STAFF, id=one.person, member=one) for one in papers.staff or ()),
        *(Matter(kind=SubjectKind.VENDOR, id=one.vendor, vendor=one) for one in papers.vendors or ()),
        *(Matter(kind=SubjectKind.DEVICE, id=one.id, device=one) for one in office.devices or ()),
    ]


def outcomes(judged: JudgedMatter) -> dict[str, object]:
    return {finding.rule: finding.outcome for finding in judged.findings}


@settings(max_examples=30, deadline=None)
@given(OFFICES)
def test_every_rule_has_an_answer_in_words(office: Office) -> None:
    for matter in matters(office):
        for finding in judge_matter(matter, office).findings:
            assert finding.observed.endswith("."), finding
            assert "None" not in finding.observed
            assert "{" not in finding.observed


@settings(max_examples=25, deadline=None)
@given(OFFICES)
def test_rows_may_stand_in_any_order(office: Office) -> None:
    named = ("form_versions", "staff", "vendors", "risk_analyses", "policies", "requests", "anonymous", "checks")
    rows = {name: getattr(office.papers, name) for name in named}
    turned = replace(
        office,
        papers=replace(office.papers, **{name: row and tuple(reversed(row)) for name, row in rows.items()}),
        devices=office.devices and tuple(reversed(office.devices)),
    )
    for matter in matters(office):
        assert outcomes(judge_matter(matter, office)) == outcomes(judge_matter(matter, turned))


@settings(max_examples=25, deadline=None)
@given(STAFF, STATES)
def test_one_training_more_never_makes_it_worse_for_the_untrained(member: StaffMember, states: tuple[str, ...]) -> None:
    office = replace(OFFICE, practice=replace(OFFICE.practice, states=states))
    rule = "hipaa-training"
    trained = replace(member, trained_on=(*(member.trained_on or ()), TODAY))
    first, second = (Matter(kind=SubjectKind.STAFF, id="S-01", member=one) for one in (member, trained))
    before, after = (outcomes(judge_matter(one, office)) for one in (first, second))
    assert after.get(rule) not in BAD
    assert before.get(rule) is None or after.get(rule) is None

"""The worksheet of an incident: everything the audit knows, in its place, and no conclusion of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from before_you_post.records import (
    Audit,
    Conclusion,
    Decision,
    DecisionKind,
    Face,
    FaceExtent,
    Finding,
    GpsPosition,
    Identifier,
    IdentifierKind,
    Incident,
    Mark,
    MarkKind,
    SubjectKind,
    VisibleMark,
)
from before_you_post.report.incident import offered, worksheet
from before_you_post.report.incident_record import UnknownSubjectError, opened
from before_you_post.report.incident_sheet import confirmed
from before_you_post.report.incident_sheet import worksheet as sheet_of
from before_you_post.report.sheet_text import text
from before_you_post.rules.cases.clean import but
from before_you_post.rules.cases.clean_incident import INCIDENT
from before_you_post.rules.cases.clean_office import MATTERS
from incident_audits import TODAY, audit_of, named

FACE = Face(outline=((1, 2), (9, 2), (9, 9), (1, 9)), confidence=0.9, extent=FaceExtent.FULL)
ENDED = named(but(form={"expires_on": date(2026, 9, 30)}), "nose.jpg", "website/p1", url="https://q.example/nose")


def said(audit: Audit, incident: Incident) -> dict[str, str]:
    """The worksheet's text by the number of its part."""
    parts = text(sheet_of(audit, incident)).split("\n## ")
    return {part.partition(".")[0]: " ".join(part.split()) for part in parts[1:]}


@pytest.fixture
def audit() -> Audit:
    return audit_of(ENDED)


@pytest.fixture
def parts(audit: Audit) -> dict[str, str]:
    return said(audit, opened(audit, ["website/p1"], discovered=date(2026, 11, 20)))


def test_it_begins_with_what_to_keep_before_anything_is_deleted(parts: dict[str, str]) -> None:
    assert "Keep first, then delete" in parts["1"]
    assert parts["1"].index("screenshot") < parts["1"].index("Then take it down")


def test_it_says_what_was_out_which_form_there_was_and_what_was_found(parts: dict[str, str]) -> None:
    for words in (
        "Photo: website/p1/nose.jpg",
        "Patients: P-01",
        "after photo of the nose, rhinoplasty (P-01/after.jpg)",
        "Where: website, https://q.example/nose",
        "treat it as public unless you know it was closed",
        "Posted on: 2026-03-02",
        "Taken down on: up, as far as the audit knows",
        "A-101: signed 2026-02-02, ends 2026-09-30, covers website",
        "The authorization has ended and the photo is still up",
        "45 CFR 164.508(b)(2)(i)",
        "Today's verdict: Take down now",
    ):
        assert words in parts["2"]


def test_names_of_patients_stand_nowhere(audit: Audit) -> None:
    whole = text(sheet_of(audit, opened(audit, ["website/p1"])))
    assert "Ottoline" not in whole
    assert "Featherstone" not in whole


def test_it_tells_the_days_in_order(parts: dict[str, str]) -> None:
    days = ["2026-02-02", "2026-03-02", "2026-09-30", "2026-11-20", "2026-11-22"]
    places = [parts["3"].index(f"| {day} |") for day in days]
    assert places == sorted(places)
    assert "| 2026-11-20 | Discovered |" in parts["3"]


def test_it_counts_the_clocks_from_discovery(parts: dict[str, str]) -> None:
    assert "| 2027-01-19 (58 days left) | every patient concerned |" in parts["4"]
    assert "| 2027-03-01 (99 days left) | HHS |" in parts["4"]
    assert "media" not in parts["4"]
    assert "No state pack for OH: federal rules only." in parts["4"]


def test_a_clock_that_ran_out_says_so_and_a_state_has_its_own(audit: Audit) -> None:
    patients = replace(INCIDENT, discovered_on=date(2026, 6, 1), residents=(("FL", 1),))
    clocks = said(audit, patients)["4"]
    assert "| 2026-07-01 (144 days over) | people who live in Florida |" in clocks
    assert "read in a reproduction or a secondary source" in clocks


def test_without_the_day_of_discovery_no_clock_is_counted(audit: Audit) -> None:
    assert "No clock can be counted" in said(audit, replace(INCIDENT, discovered_on=None))["4"]


def test_outside_of_hipaa_its_clocks_are_house_policy(audit: Audit) -> None:
    outside = replace(audit, practice=replace(audit.practice, hipaa_covered=False))
    assert "as its own policy" in said(outside, INCIDENT)["4"]


def test_the_police_move_the_clocks_on(audit: Audit) -> None:
    delayed = {"delay_asked_on": date(2026, 6, 3), "delay_until": date(2026, 12, 31), "delay_written": True}
    clocks = said(audit, replace(INCIDENT, **delayed))["4"]
    assert "| 2026-12-31 (39 days left) | every patient concerned |" in clocks


def test_each_factor_has_what_the_audit_knows_and_room_for_the_rest() -> None:
    mark = VisibleMark(mark=Mark(kind=MarkKind.TATTOO), original="P-01/after.jpg", shown=0.0)
    name = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="caption", words="Ottoline", whole=True)
    evidence = named(
        but(
            photo={
                "faces": (FACE,),
                "gps": (GpsPosition(latitude=1.0, longitude=2.0, found_in="EXIF"),),
            },
            panel={"marks": (mark,)},
            evidence={"identifiers": (name,)},
        ),
        "a.jpg",
        "website/p1",
        removed_on=date(2026, 3, 4),
    )
    audit = audit_of(evidence)
    parts = said(audit, opened(audit, ["website/p1"]))

    for words in (
        "A program found 1 face.",
        "Tattoo on file, outside of what the photo shows.",
        "Words that may tell who: patient's name (caption).",
        "The file holds the place where it was taken",
    ):
        assert words in parts["5"]
    assert "anybody who could open website" in parts["6"]
    assert "no export says who looked" in parts["7"]
    assert "was up for 3 days, from 2026-03-02 to 2026-03-04" in parts["7"]
    assert "taken down on 2026-03-04" in parts["8"]
    assert all(parts[number].count("_" * 72) == 3 for number in "5678")


def test_what_nobody_looked_for_is_said(parts: dict[str, str]) -> None:
    evidence = named(
        but(
            photo={"faces": None, "gps": None, "metadata": None}, panel={"marks": None}, evidence={"identifiers": None}
        ),
        "a.jpg",
        "website/p1",
    )
    audit = audit_of(evidence)
    factor = said(audit, opened(audit, ["website/p1"]))["5"]
    assert factor.count("Nobody looked") == 3
    assert "Nobody recorded whether tattoos" in factor
    assert "A program found no face; programs miss faces, so look." in parts["5"]


def test_what_the_practice_recorded_stands_instead_of_empty_lines(audit: Audit) -> None:
    parts = said(audit, INCIDENT)
    assert "On record: The page was opened 41 times." in parts["7"]
    assert "_" * 72 not in parts["7"]
    assert "Concluded: breach" in parts["9"]
    assert "By: R. Ames" in parts["9"]


def test_it_concludes_nothing(parts: dict[str, str]) -> None:
    assert "Concluded: not yet" in parts["9"]
    assert all(f"[ ] {each.value[:1].upper()}{each.value[1:]}" in parts["9"] for each in Conclusion)
    whole = " ".join(parts.values()).casefold()
    assert not {"compliant", "legal,", "illegal", "violation"} & set(whole.split())


def test_the_entry_for_the_list_of_disclosures_has_its_four_parts(parts: dict[str, str]) -> None:
    for words in (
        "Patient P-01",
        "Day: 2026-03-02 to not taken down yet",
        "Who got it: anybody who could open website",
        "https://q.example/nose",
        "What: after photo of the nose, rhinoplasty (P-01/after.jpg); file nose.jpg",
        "Why: published by the practice. The authorization has ended and the photo is still up.",
    ):
        assert words in parts["10"]


def test_the_row_is_ready_to_copy(parts: dict[str, str]) -> None:
    assert "I-2026-01," in parts["11"]
    assert "website/p1/nose.jpg,P-01,yes,2026-03-02,2026-11-20" in parts["11"]


def test_an_incident_without_photos_asks_what_it_was(audit: Audit) -> None:
    lost = Incident(incident="I-1", discovered_on=date(2026, 11, 1), encrypted=True, vendor="Brightquill Studio")
    parts = said(audit, lost)
    assert "What was it, where was it, and whom did it show?" in parts["2"]
    assert "What happened is not recorded." in parts["2"]
    assert "Encrypted: yes; key kept apart: not recorded." in parts["5"]
    assert "It happened at Brightquill Studio." in parts["6"]
    gone = said(audit, replace(lost, published=("website/gone",)))
    assert "The audit does not know website/gone any more." in gone["2"]


def decision(kind: DecisionKind, subject: SubjectKind = SubjectKind.PANEL) -> Decision:
    at = datetime(2026, 11, 21, 12, tzinfo=UTC)
    return Decision(
        kind=kind, subject=subject, about="website/p1/nose.jpg", rule="r", by="R. Ames", reason="Paper.", at=at
    )


def test_who_confirmed_it_is_on_it(audit: Audit) -> None:
    decisions = [
        decision(DecisionKind.CONFIRM),
        decision(DecisionKind.DISMISS),
        decision(DecisionKind.CONFIRM, SubjectKind.FORM),
    ]
    people = confirmed(decisions)
    assert len(people) == 1
    assert "Confirmed by R. Ames on 2026-11-21: Paper." in text(sheet_of(audit, opened(audit, ["website/p1"]), people))


def test_a_finding_about_something_published_or_an_incident_has_a_worksheet(audit: Audit) -> None:
    [finding, *_] = audit.photos[0].findings
    assert offered(finding)
    assert "<title>Incident I-2026-01</title>" in worksheet(audit, finding)
    filed = audit_of(ENDED, matters=(replace(MATTERS[SubjectKind.INCIDENT], incident=INCIDENT),))
    about: Finding = replace(finding, subject=SubjectKind.INCIDENT, about=INCIDENT.incident, panel=None)
    assert f"Incident {INCIDENT.incident}" in worksheet(filed, about, [decision(DecisionKind.CONFIRM)])
    device = replace(finding, subject=SubjectKind.DEVICE, about="camera 1")
    assert not offered(device)
    with pytest.raises(UnknownSubjectError):
        worksheet(audit, device)


def test_the_day_of_the_audit_is_on_it(audit: Audit) -> None:
    assert f"Worksheet as of {TODAY}" in text(sheet_of(audit, INCIDENT))

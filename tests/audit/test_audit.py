"""How answers become findings, findings a verdict, and two audits a list of changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from before_you_post.audit import Key, changes, judge, keys, run
from before_you_post.collect import Collected, quiet
from before_you_post.practice import PracticeFiles, scaffold
from before_you_post.records import (
    Audit,
    ChangeKind,
    Evidence,
    GpsPosition,
    Identifier,
    IdentifierKind,
    InputError,
    JudgedPhoto,
    NotAPatientPhoto,
    Outcome,
    PhotoKind,
    PhotoScope,
    Practice,
    Problem,
    SubjectKind,
    Verdict,
)
from before_you_post.rules import load_rules
from before_you_post.rules.base import Subject
from before_you_post.rules.cases.clean import CLEAN, FORM, ORIGINAL, PANEL, but
from before_you_post.rules.cases.clean_office import MATTERS, OFFICE

GPS = (GpsPosition(latitude=34.0522, longitude=-118.2437, found_in="Exif GPS"),)
NAME = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="caption", words="Ottoline Featherstone", whole=True)
PART = replace(NAME, words="Ottoline", whole=False)
LOGO = NotAPatientPhoto(file="nose.jpg", what="our logo", decided_by="Wilhelmina Croft", decided_on=date(2026, 3, 1))
NOBODY = {"originals": (), "patient": None, "authorizations": None}
UNREADABLE = {"problem": "the file is cut short", "gps": None, "text": None}


def outcome(photo: JudgedPhoto, rule: str) -> tuple[Outcome, Outcome, Outcome]:
    [finding] = [finding for finding in photo.findings if finding.rule == rule]
    return finding.outcome, finding.at_posting, finding.today


def observed(photo: JudgedPhoto) -> str:
    [finding] = photo.findings
    return finding.observed


# ---------------------------------------------------------------- the verdict


@pytest.mark.parametrize(
    ("evidence", "today", "at_posting"),
    [
        pytest.param(CLEAN, "clear", "clear", id="nothing found"),
        pytest.param(but(form={"signed": False}), "take_down", "take_down", id="a form that is not valid"),
        pytest.param(but(photo={"gps": GPS}), "fix", "fix", id="a fault that does not block"),
        pytest.param(but(photo={"gps": GPS}, form={"signed": False}), "take_down", "take_down", id="blocking first"),
        pytest.param(but(evidence={"identifiers": (PART,)}), "review", "review", id="a person must decide"),
        pytest.param(but(evidence={"identifiers": (PART,)}, photo={"gps": GPS}), "fix", "fix", id="a fault first"),
        pytest.param(but(form={"signed_on": date(2026, 3, 9)}), "review", "take_down", id="signed after posting"),
        pytest.param(but(form={"revoked_on": date(2026, 6, 1)}), "take_down", "clear", id="revoked since"),
        pytest.param(but(post={"published_on": None}), "clear", "not_determined", id="posting day unknown"),
        pytest.param(
            but(post={"published_on": None}, form={"channels": ()}),
            "take_down",
            "not_determined",
            id="posting day unknown, and a fault today",
        ),
        pytest.param(but(form={"channels": None}), "not_determined", "not_determined", id="a form fact unknown"),
        pytest.param(but(form={"channels": None, "photos": ()}), "take_down", "take_down", id="unknown and worse"),
        pytest.param(
            but(form={"channels": None}, evidence={"identifiers": (PART,)}),
            "review",
            "review",
            id="unknown, and something to decide",
        ),
        pytest.param(
            but(photo=UNREADABLE, evidence={"panels": None}), "not_determined", "not_determined", id="unreadable"
        ),
        pytest.param(but(panel=NOBODY), "review", "review", id="nobody knows whose photo it is"),
        pytest.param(but(panel=NOBODY, evidence={"not_a_patient": LOGO}), "clear", "clear", id="no patient photo"),
        pytest.param(
            but(form={"signed": False}, post={"removed_on": CLEAN.today}), "review", "take_down", id="removed"
        ),
    ],
)
def test_the_verdict_is_the_first_that_fits(evidence: Evidence, today: str, at_posting: str) -> None:
    photo = judge(evidence)
    assert (photo.verdict, photo.at_posting) == (Verdict(today), Verdict(at_posting))


# ---------------------------------------------------------------- findings


def test_what_was_wrong_on_the_posting_day_only_is_said_so() -> None:
    photo = judge(but(form={"signed_on": date(2026, 3, 9)}))
    assert outcome(photo, "hipaa-auth-required") == (Outcome.FAIL, Outcome.FAIL, Outcome.PASS)
    assert observed(photo) == (
        "Patient P-01 had no form on file on 2026-03-02. The first, A-101, was signed on 2026-03-09. "
        "This is how it stood on 2026-03-02, the day the photo was posted; today it is not so."
    )


def test_each_day_is_judged_with_the_form_that_speaks_on_it() -> None:
    old = replace(FORM, id="A-001", channels=("brochure",))
    new = replace(FORM, id="A-002", signed_on=date(2026, 6, 1))
    [finding] = judge(but(panel={"authorizations": (old, new)})).findings
    assert (finding.rule, finding.authorization, finding.part) == ("hipaa-auth-channel", "A-001", "channels")
    assert (finding.at_posting, finding.today) == (Outcome.FAIL, Outcome.PASS)


def test_todays_words_come_before_those_of_the_posting_day() -> None:
    old = replace(FORM, id="A-001", signed=False)
    new = replace(FORM, id="A-002", signed=False, signed_on=date(2026, 6, 1))
    [finding] = judge(but(panel={"authorizations": (old, new)})).findings
    assert (finding.authorization, finding.observed) == ("A-002", "The form A-002 is not signed.")


def test_an_unknown_posting_day_makes_one_finding_not_one_a_rule() -> None:
    photo = judge(but(post={"published_on": None}))
    assert outcome(photo, "hipaa-auth-required") == (Outcome.NOT_CHECKED, Outcome.NOT_CHECKED, Outcome.PASS)
    assert observed(photo).startswith("The day the photo was posted is not recorded")


def test_a_missing_fact_of_the_form_is_marked_on_the_form() -> None:
    [finding] = judge(but(form={"expires_on": None})).findings
    assert (finding.rule, finding.authorization, finding.part) == ("hipaa-auth-expiry", "A-101", "expires_on")
    assert finding.observed == "It is not recorded when form A-101 ends. If the paper names no end, write “none”."


def test_a_file_that_could_not_be_opened_says_why_it_was_not_checked() -> None:
    photo = judge(but(photo=UNREADABLE, evidence={"panels": None}))
    assert {finding.rule for finding in photo.findings} == {
        "photo-unmatched",
        "photo-gps-left-in",
        "photo-text-unexplained",
    }
    assert all(finding.observed.endswith("could not be opened: the file is cut short.") for finding in photo.findings)


def test_a_name_beside_an_unreadable_picture_is_still_a_fault() -> None:
    photo = judge(but(photo=UNREADABLE, evidence={"identifiers": (NAME,)}))
    assert outcome(photo, "hipaa-sh-a-name")[0] is Outcome.FAIL
    assert outcome(photo, "photo-text-unexplained")[0] is Outcome.NOT_CHECKED
    assert photo.verdict is Verdict.FIX


def test_a_photo_without_panels_was_not_compared() -> None:
    photo = judge(but(evidence={"panels": ()}))
    assert outcome(photo, "photo-unmatched")[0] is Outcome.NOT_CHECKED
    assert photo.verdict is Verdict.NOT_DETERMINED


def test_every_panel_of_a_collage_is_asked_about() -> None:
    before = replace(ORIGINAL, id="P-01/before.jpg", kind=PhotoKind.BEFORE)
    form = replace(FORM, photos=(PhotoScope(kind=PhotoKind.AFTER),))
    panels = (
        replace(PANEL, authorizations=(form,)),
        replace(PANEL, number=2, originals=(before,), authorizations=(form,)),
        replace(PANEL, number=3, originals=(), patient=None, authorizations=None),
    )
    photo = judge(replace(CLEAN, panels=panels))
    assert [(finding.rule, finding.panel) for finding in photo.findings] == [
        ("hipaa-auth-before-photo", 2),
        ("photo-unmatched", 3),
    ]
    assert "photo-unmatched" not in photo.passed
    assert "hipaa-auth-after-photo" in photo.passed


def test_a_note_that_it_is_no_patient_photo_does_not_hide_a_patients_original() -> None:
    photo = judge(but(form={"signed": False}, evidence={"not_a_patient": LOGO}))
    assert photo.verdict is Verdict.TAKE_DOWN


def test_rules_of_panels_do_not_apply_to_what_is_no_patient_photo() -> None:
    photo = judge(but(panel=NOBODY, photo={"gps": GPS}, evidence={"not_a_patient": LOGO}))
    assert {"hipaa-sh-a-name", "hipaa-sh-c-birth-date", "hipaa-sh-h-mrn"} <= set(photo.passed)
    assert not {rule.id for rule in load_rules() if rule.subject is SubjectKind.PANEL} & set(photo.passed)
    of_photos = [rule for rule in load_rules() if rule.subject in (SubjectKind.PHOTO, SubjectKind.PANEL)]
    assert len(photo.passed) + len(photo.not_applicable) == len(of_photos)


def test_findings_are_listed_worst_first() -> None:
    photo = judge(but(form={"channels": None, "signed": False}, photo={"gps": GPS}, evidence={"identifiers": (PART,)}))
    assert [(finding.rule, finding.outcome) for finding in photo.findings] == [
        ("hipaa-auth-signature", Outcome.FAIL),
        ("photo-gps-left-in", Outcome.FAIL),
        ("hipaa-sh-a-name", Outcome.NEEDS_REVIEW),
        ("hipaa-auth-channel", Outcome.NOT_CHECKED),
    ]


def test_a_rule_that_crashes_stops_the_audit() -> None:
    def check(subject: Subject) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        judge(CLEAN, rules=[replace(rule, check=check) for rule in load_rules()])


# ---------------------------------------------------------------- a whole practice


def test_a_folder_is_audited_as_of_one_day_and_its_photos_come_in_the_order_of_their_ids(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scaffold(tmp_path / "quillfeather")
    second = replace(CLEAN, published=replace(CLEAN.published, id="website/z.jpg"))
    problem = Problem(path="patients.csv", found="nothing", expected="a table", remedy="Add the table.")
    asked = {}

    def collect(files: PracticeFiles, **settings: object) -> Collected:
        asked.update(settings)
        office = replace(OFFICE, practice=files.practice)
        matters = (MATTERS[SubjectKind.PRACTICE],)
        return Collected(evidence=(second, CLEAN), problems=(problem,), originals=7, office=office, matters=matters)

    monkeypatch.setattr("before_you_post.audit.running.collect", collect)
    cache: dict[str, str] = {}
    day = date(2026, 12, 1)
    audit = run(tmp_path / "quillfeather", index_folder=tmp_path / "index", cache=cache, today=day)
    assert asked == {
        "index_folder": tmp_path / "index",
        "cache": cache,
        "today": day,
        "progress": quiet,
        "match_decisions": (),
    }
    assert (audit.as_of, audit.originals, audit.problems) == (day, 7, (problem,))
    assert audit.practice.folder == str((tmp_path / "quillfeather").resolve())
    assert [photo.evidence.published.id for photo in audit.photos] == [CLEAN.published.id, "website/z.jpg"]
    assert [judged.matter.id for judged in audit.matters] == ["practice"]


def test_a_folder_without_a_practice_cannot_be_audited(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        run(tmp_path, index_folder=tmp_path / "index", cache={}, today=CLEAN.today)


# ---------------------------------------------------------------- changes

PRACTICE = Practice(
    name="Quillfeather", folder="/practice", states=("CA",), hipaa_covered=True, hipaa_since=None, channels=()
)


def audit_of(*photos: Evidence) -> Audit:
    return Audit(
        practice=PRACTICE, as_of=CLEAN.today, originals=1, photos=tuple(judge(photo) for photo in photos), problems=()
    )


SIGNATURE: Key = (SubjectKind.PANEL, CLEAN.published.id, "hipaa-auth-signature", 1)
NOTHING: frozenset[Key] = frozenset()
WITH = frozenset([SIGNATURE])


def kinds(
    audit: Audit, earlier: Sequence[frozenset[Key]]
) -> list[tuple[ChangeKind, SubjectKind, str, str, int | None]]:
    return [
        (change.kind, change.subject, change.about, change.rule, change.panel) for change in changes(audit, earlier)
    ]


def test_the_keys_of_an_audit_are_its_faults_and_its_questions() -> None:
    assert keys(audit_of(but(form={"signed": False, "channels": None}))) == WITH


def test_a_first_audit_has_nothing_to_compare_with() -> None:
    assert kinds(audit_of(but(form={"signed": False})), []) == []


def test_a_finding_the_audit_before_did_not_have_is_new() -> None:
    assert kinds(audit_of(but(form={"signed": False})), [NOTHING]) == [(ChangeKind.NEW, *SIGNATURE)]


def test_a_finding_the_audit_before_had_is_no_change() -> None:
    assert kinds(audit_of(but(form={"signed": False})), [NOTHING, WITH]) == []


def test_a_finding_that_was_gone_and_is_here_again_came_back() -> None:
    assert kinds(audit_of(but(form={"signed": False})), [WITH, NOTHING]) == [(ChangeKind.CAME_BACK, *SIGNATURE)]


def test_a_finding_that_is_gone_is_fixed() -> None:
    assert kinds(audit_of(CLEAN), [WITH]) == [(ChangeKind.FIXED, *SIGNATURE)]
    assert kinds(audit_of(), [WITH]) == [(ChangeKind.FIXED, *SIGNATURE)]


def test_a_finding_is_not_called_fixed_while_its_photo_cannot_be_checked() -> None:
    assert kinds(audit_of(but(photo=UNREADABLE, evidence={"panels": None})), [WITH]) == []
    assert kinds(audit_of(but(form={"signed": None})), [WITH]) == []
    assert kinds(audit_of(but(post={"published_on": None})), [WITH]) == [(ChangeKind.FIXED, *SIGNATURE)]


def test_changes_come_in_the_order_of_photo_rule_and_panel() -> None:
    unsigned = replace(PANEL, authorizations=(replace(FORM, signed=False),))
    collage = replace(CLEAN, panels=(replace(unsigned, number=2), unsigned))
    assert [change.panel for change in changes(audit_of(collage), [NOTHING])] == [1, 2]

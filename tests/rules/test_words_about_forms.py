"""What the rules say of a form and of who signed it, word for word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from before_you_post.audit import judge
from before_you_post.records import Evidence, FormKind, Outcome, PhotoScope, SignerRole
from before_you_post.rules.cases.clean import CALIFORNIA, FORM, but
from before_you_post.rules.conditions.scopes import ANY_PHOTO

DIED = {"deceased_on": date(2026, 1, 30)}  # before the form was signed
OTHER = {"signer_role": SignerRole.REPRESENTATIVE, "signed_by": "Isolde Featherstone", "authority": "power of attorney"}
MOTHER = {"signer_role": SignerRole.PARENT, "signed_by": "Isolde Featherstone", "authority": "mother"}
NO_DATE = {"expires_on": None}


def only(evidence: Evidence) -> tuple[Outcome, str | None, str]:
    [finding] = judge(evidence).findings
    assert (finding.panel, finding.authorization) == (1, "A-101")
    return finding.outcome, finding.part, finding.observed


def fault(part: str, text: str) -> tuple[Outcome, str, str]:
    return Outcome.FAIL, part, text


def question(part: str, text: str) -> tuple[Outcome, str, str]:
    return Outcome.NEEDS_REVIEW, part, text


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"names_discloser": False},
            fault("names_discloser", "The form A-101 (version 2026-1) does not say who may release the photos."),
        ),
        (
            {"names_recipients": False, "form_version": None},
            fault("names_recipients", "The form A-101 does not say who may see the photos."),
        ),
        (
            {"says_redisclosed": False},
            fault(
                "says_redisclosed",
                "The form A-101 (version 2026-1) does not say that others may pass the photos on.",
            ),
        ),
        (
            {"paid_by": "Larkfield Lasers"},
            fault(
                "says_paid",
                "The form A-101 (version 2026-1) does not say that somebody pays the practice. On record is: "
                "Larkfield Lasers.",
            ),
        ),
        (
            {"blanks": ("purpose", "end")},
            fault("blanks", "On the form A-101 these parts were left blank: purpose, end."),
        ),
        (
            {"required_for_care": True},
            fault("required_for_care", "Care was made to depend on signing the form A-101."),
        ),
        (
            {"known_false": True},
            fault("known_false", "The practice knows that something that matters in the form A-101 is false."),
        ),
        (
            {"stands_alone": False},
            fault("stands_alone", "The form A-101 (version 2026-1) is part of another document."),
        ),
        (
            {"copy_given_on": date(2026, 2, 1)},
            fault("copy_given_on", "The copy was given on 2026-02-01; the form A-101 was signed on 2026-02-02."),
        ),
        (
            {"reading_grade": 11.0},
            question(
                "reading_grade",
                "The form A-101 (version 2026-1) asks for 11 years of school; the practice's policy is 8.",
            ),
        ),
        (
            NO_DATE | {"expires_when": "never"},
            fault(
                "expires_when",
                "The form A-101 says about its end: “never”. Only a form for research may go without an end.",
            ),
        ),
        (
            NO_DATE | {"expires_when": "until I revoke it"},
            question(
                "expires_when",
                "The form A-101 says about its end: “until I revoke it”. Every form can be taken back; whether that is "
                "an end of its own, a person must decide.",
            ),
        ),
        (
            {"photos": (ANY_PHOTO,)},
            fault("photos", "The form A-101 describes “any photo”; no other line of it describes this picture."),
        ),
        (
            {"form_kind": FormKind.INTAKE},
            fault("form_kind", "What is on file as A-101 is something else: intake form."),
        ),
        (
            {"form_kind": FormKind.SPOKEN},
            fault("form_kind", "What is on file as A-101 was only spoken; nobody signed it."),
        ),
    ],
    ids=str,
)
def test_what_is_wrong_with_a_form_is_said_of_that_form(
    changes: dict[str, Any], said: tuple[Outcome, str, str]
) -> None:
    assert only(but(form=changes)) == said


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        (
            but(patient=DIED),
            fault(
                "signed_on",
                "Patient P-01 died on 2026-01-30; the form A-101 is said to be signed by the patient on 2026-02-02.",
            ),
        ),
        (
            but(patient=DIED, form=OTHER),
            question(
                "signer_role",
                "Patient P-01 died on 2026-01-30; a representative signed the form A-101 afterwards, not the executor.",
            ),
        ),
        (
            but(patient={"deceased_on": date(2026, 8, 1)}),
            question(
                "signed_on",
                "Patient P-01 died on 2026-08-01; the form A-101 was signed before. Whether it still speaks, a person "
                "must decide.",
            ),
        ),
        (
            but(form=MOTHER, patient={"birth_date": date(2008, 11, 1)}),
            question(
                "signer_role",
                "A parent signed the form A-101 for a child. On 2026-11-22 patient P-01 was 18. Ask whether it is "
                "still what they want.",
            ),
        ),
        (
            but(form=MOTHER | {"signer_role": SignerRole.EXECUTOR}),
            question(
                "signer_role",
                "The form A-101 was signed by an executor, but patient P-01 is not known to have died by then.",
            ),
        ),
        (
            but(form=MOTHER | {"signer_role": SignerRole.EXECUTOR, "authority": None}),
            fault(
                "authority",
                "The form A-101 was signed by an executor of patient P-01. It does not say why that person may sign.",
            ),
        ),
    ],
)
def test_who_may_speak_for_a_patient_is_said_with_the_day_that_matters(
    evidence: Evidence, said: tuple[Outcome, str, str]
) -> None:
    assert only(evidence) == said


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        (
            but(evidence=CALIFORNIA, form={"font_points": 12.0}),
            fault(
                "font_points",
                "The form A-101 (version 2026-1) has print of 12 points; California asks for 14 or more. California's "
                "law counts because the practice is there.",
            ),
        ),
        (
            but(patient={"state": "CA"}, form={"separate_signature": False}),
            fault(
                "separate_signature",
                "The form A-101 (version 2026-1) has a signature that serves another purpose too. California's law "
                "counts because patient P-01 lives there.",
            ),
        ),
        (
            but(evidence=CALIFORNIA, form={"expires_on": date(2028, 2, 2)}),
            question(
                "expires_on",
                "The form A-101 was signed on 2026-02-02 and ends on 2028-02-02: more than a year. Did the signer ask "
                "for that? California's law counts because the practice is there.",
            ),
        ),
    ],
)
def test_why_californias_law_counts_is_said(evidence: Evidence, said: tuple[Outcome, str, str]) -> None:
    assert only(evidence) == said


def test_in_california_a_form_inside_another_document_breaks_two_laws() -> None:
    photo = judge(but(evidence=CALIFORNIA, form={"stands_alone": False, "separate_signature": None}))
    assert [(finding.rule, finding.outcome, finding.part) for finding in photo.findings] == [
        ("hipaa-auth-compound", Outcome.FAIL, "stands_alone"),
        ("ca-cmia-separate", Outcome.FAIL, "stands_alone"),
    ]


@pytest.mark.parametrize("part", ["font_points", "separate_signature"])
def test_in_california_what_nobody_recorded_of_the_print_was_not_checked(part: str) -> None:
    outcome, marked, _ = only(but(evidence=CALIFORNIA, form={part: None}))
    assert (outcome, marked) == (Outcome.NOT_CHECKED, part)


def test_a_member_of_staff_who_is_treated_needs_a_form_like_anybody() -> None:
    staff = {"on_staff": True}
    [finding] = judge(but(patient=staff, panel={"authorizations": ()})).findings
    assert finding.rule == "hipaa-auth-required"
    assert finding.observed == "There is no form of patient P-01 on file. That they work here permits nothing."
    assert judge(but(patient=staff)).findings == ()


def test_a_consent_signed_first_is_not_named_as_the_first_form() -> None:
    consent = replace(FORM, id="C-1", form_kind=FormKind.TREATMENT_CONSENT, signed_on=date(2026, 3, 5))
    later = replace(FORM, id="A-2", signed_on=date(2026, 3, 9))
    photo = judge(but(panel={"authorizations": (consent, later)}, post={"removed_on": date(2026, 3, 20)}))
    [finding] = photo.findings
    assert finding.rule == "hipaa-auth-required"
    assert "The first, A-2, was signed on 2026-03-09." in finding.observed


def test_only_any_photo_leaves_the_rules_about_before_and_after_silent() -> None:
    photo = judge(but(form={"photos": (ANY_PHOTO, PhotoScope(area="chin"))}))
    assert [finding.rule for finding in photo.findings] == ["hipaa-auth-description"]

"""What the rules say to the reader, word for word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from before_you_post.audit import judge
from before_you_post.records import Evidence, GpsPosition, Identifier, IdentifierKind, Outcome, SignerRole
from before_you_post.rules.cases.clean import FORM, ORIGINAL, but

UNKNOWN = {"patient": None, "authorizations": None}
STILL_UP = "That leaving a photo up counts as a new use is the cautious reading of the law."
NAME = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="caption", words="Ottoline Featherstone", whole=True)
LATER = (
    replace(FORM, id="A-202", signed_on=date(2026, 9, 1)),
    replace(FORM, id="A-201", signed_on=date(2026, 3, 9)),
)


def fails(part: str | None, text: str) -> tuple[int, Outcome, str | None, str]:
    return 1, Outcome.FAIL, part, text


def asks(part: str | None, text: str) -> tuple[int, Outcome, str | None, str]:
    return 1, Outcome.NEEDS_REVIEW, part, text


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        (but(panel={"authorizations": ()}), fails(None, "There is no form of patient P-01 on file.")),
        (
            but(panel={"authorizations": LATER}),
            fails(
                None,
                "Patient P-01 had no form on file on 2026-03-02. The first, A-201, was signed on 2026-03-09. This is "
                "how it stood on 2026-03-02, the day the photo was posted; today it is not so.",
            ),
        ),
        (but(form={"signed": False}), fails("signed", "The form A-101 is not signed.")),
        (
            but(form={"signed_on": None}),
            fails("signed_on", "The form A-101 is signed, but the signature has no date."),
        ),
        (
            but(form={"expires_on": date(2026, 3, 1)}),
            fails("expires_on", "The form A-101 ended on 2026-03-01; the photo was posted on 2026-03-02."),
        ),
        (
            but(form={"expires_when": "her wedding", "event_happened_on": date(2026, 3, 1)}),
            fails(
                "event_happened_on",
                "The form A-101 ended on 2026-03-01, with the event it names (her wedding); the photo was posted on "
                "2026-03-02.",
            ),
        ),
        (
            but(form={"expires_on": date(2026, 8, 1)}),
            fails(
                "expires_on",
                "The form A-101 ended on 2026-08-01; the photo was still up on 2026-11-22. The form permits nothing "
                f"any more. {STILL_UP}",
            ),
        ),
        (
            but(form={"revoked_on": date(2026, 3, 2)}),
            fails("revoked_on", "The form A-101 was revoked on 2026-03-02; the photo was posted on 2026-03-02."),
        ),
        (
            but(form={"revoked_on": date(2026, 8, 1)}),
            fails(
                "revoked_on",
                "The form A-101 was revoked on 2026-08-01; the photo was still up on 2026-11-22. What was done before, "
                f"trusting the form, is excused. {STILL_UP}",
            ),
        ),
        (
            but(form={"channels": ("website", "blog")}, post={"channel": "instagram"}),
            fails("channels", "The form A-101 names website, blog; the photo was published on instagram."),
        ),
        (
            but(form={"channels": ()}),
            fails("channels", "The form A-101 names no place; the photo was published on website."),
        ),
        (
            but(form={"signer_role": SignerRole.GUARDIAN, "signed_by": "Isolde Featherstone"}),
            fails(
                "authority",
                "The form A-101 was signed by a guardian of patient P-01. It does not say why that person may sign.",
            ),
        ),
        (
            but(form={"signer_role": SignerRole.PARENT, "signed_by": "Isolde Featherstone", "authority": "mother"}),
            asks(
                "signer_role",
                "The form A-101 was signed by a parent, but patient P-01 was of age when it was signed.",
            ),
        ),
        (
            but(patient={"birth_date": date(2010, 1, 1)}),
            fails(
                "signer_role",
                "Patient P-01 was 16 when they signed the form A-101 alone. No parent or guardian signed.",
            ),
        ),
        (
            but(patient={"birth_date": date(2010, 1, 1)}, form={"authority": "consented to the care alone"}),
            asks(
                "authority",
                "Patient P-01 was 16 when they signed the form A-101 alone. The reason on file is “consented to the "
                "care alone”; whether it is enough depends on the state.",
            ),
        ),
        (
            but(panel={"originals": (), **UNKNOWN}),
            asks(None, "No photo in the library was found that this picture was made from."),
        ),
        (
            but(original={"patient": None}, panel=UNKNOWN),
            asks(
                None,
                "The picture was made from P-01/after.jpg, but the library does not record whose photo that is.",
            ),
        ),
        (
            but(panel=UNKNOWN),
            asks(None, "The library says P-01/after.jpg is of patient P-01, who is not in the list of patients."),
        ),
        (
            but(panel={"originals": (ORIGINAL, replace(ORIGINAL, id="P-02/after.jpg", patient="P-02")), **UNKNOWN}),
            asks(
                None,
                "The picture was made from P-01/after.jpg or P-02/after.jpg; these are of different patients (P-01, "
                "P-02).",
            ),
        ),
    ],
)
def test_what_a_rule_of_panels_says(evidence: Evidence, said: tuple[int, Outcome, str | None, str]) -> None:
    [finding] = judge(evidence).findings
    assert (finding.panel, finding.outcome, finding.part, finding.observed) == said


@pytest.mark.parametrize(
    ("evidence", "outcome", "text"),
    [
        (
            but(photo={"gps": (GpsPosition(latitude=34.0522, longitude=-118.2437, found_in="Exif GPS"),)}),
            Outcome.FAIL,
            "The file tells where the picture was taken: latitude 34.052, longitude -118.244 (Exif GPS).",
        ),
        (
            but(evidence={"identifiers": (NAME, replace(NAME, where="file name", words="ottoline", whole=False))}),
            Outcome.FAIL,
            "A patient's name can be read: “Ottoline Featherstone” (caption; patient P-01).",
        ),
        (
            but(evidence={"identifiers": (replace(NAME, words="Ottoline", whole=False),)}),
            Outcome.NEEDS_REVIEW,
            "These words may be part of a patient's name: “Ottoline” (caption; patient P-01).",
        ),
    ],
)
def test_what_a_rule_of_photos_says(evidence: Evidence, outcome: Outcome, text: str) -> None:
    [finding] = judge(evidence).findings
    assert (finding.panel, finding.outcome, finding.part, finding.observed) == (None, outcome, None, text)


def test_the_name_of_a_patient_who_permitted_it_is_no_finding_and_todays_form_is_read_where_the_day_is_unknown() -> (
    None
):
    case = but(evidence={"identifiers": (NAME,)}, form={"may_name": True}, post={"published_on": None})
    assert "hipaa-sh-a-name" in judge(case).passed

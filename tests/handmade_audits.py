"""Audits written by hand: a small practice of invented people, for tests of everything that stands on an audit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from before_you_post.records import (
    Audit,
    Authorization,
    Channel,
    Evidence,
    Finding,
    Identifier,
    IdentifierKind,
    JudgedPhoto,
    Match,
    Original,
    Outcome,
    Panel,
    Patient,
    PhotoFacts,
    PhotoKind,
    PhotoScope,
    Policy,
    Post,
    Practice,
    Problem,
    Published,
    SignerRole,
    SubjectKind,
    TextLine,
    Verdict,
)

TODAY = date(2026, 11, 22)
POSTED = date(2026, 6, 3)
FOLDER = Path("/practices/quillfeather").absolute()
CORNERS = ((0.0, 0.0), (640.0, 0.0), (640.0, 480.0), (0.0, 480.0))

PRACTICE = Practice(
    name="Quillfeather Dermatology & Aesthetics",
    folder=str(FOLDER),
    states=("CA",),
    hipaa_covered=True,
    hipaa_since=date(2003, 4, 14),
    channels=(
        Channel(name="website", folder=str(FOLDER / "published" / "website")),
        Channel(name="instagram", folder=str(FOLDER / "published" / "instagram")),
    ),
    policy=Policy(adult_age=18, allowed_text=("Before", "After")),
)
PATIENT = Patient(code="P-001", given_name="Wilhelmina", family_name="Ashdown", birth_date=date(1988, 2, 29))
FORM = Authorization(
    id="A-001",
    patient="P-001",
    signed=True,
    signed_on=date(2026, 5, 1),
    signed_by="Wilhelmina Ashdown",
    signer_role=SignerRole.PATIENT,
    revoked_on=date(2026, 9, 1),
    channels=("website",),
    photos=(PhotoScope(kind=PhotoKind.BEFORE, area="nose"), PhotoScope(original="ashdown/after.jpg")),
    may_name=False,
)
ORIGINAL = Original(
    id="ashdown/before.jpg",
    path=str(FOLDER / "originals" / "ashdown" / "before.jpg"),
    patient="P-001",
    kind=PhotoKind.BEFORE,
    taken_on=date(2026, 4, 2),
    area="nose",
)
PROBLEM = Problem(
    path=str(FOLDER / "authorizations.csv"),
    row=7,
    column="signed_on",
    found='"31/02/2026"',
    expected="a date such as 2026-02-28",
    remedy="Write the day the form was signed.",
)


def finding(
    published: str,
    rule: str = "hipaa-auth-revoked",
    *,
    panel: int | None = 1,
    outcome: Outcome = Outcome.FAIL,
    at_posting: Outcome = Outcome.PASS,
    observed: str = "Form A-001 was revoked on 2026-09-01 and the photo is still published.",
    part: str | None = "revoked_on",
) -> Finding:
    """One finding that holds today and did not on the day of posting."""
    return Finding(
        rule=rule,
        subject=SubjectKind.PHOTO if panel is None else SubjectKind.PANEL,
        about=published,
        panel=panel,
        outcome=outcome,
        at_posting=at_posting,
        today=outcome,
        observed=observed,
        authorization="A-001",
        part=part,
    )


def judged(
    name: str,
    *,
    channel: str = "website",
    verdict: Verdict = Verdict.CLEAR,
    findings: Sequence[Finding] = (),
    today: date = TODAY,
    title: str | None = "A new profile",
) -> JudgedPhoto:
    """One published photo of one panel, made from the one original."""
    evidence = Evidence(
        published=Published(
            id=f"{channel}/profile/{name}",
            post="profile",
            path=str(FOLDER / "published" / channel / name),
            file_name=name,
            caption="Six weeks later",
        ),
        post=Post(id="profile", channel=channel, source="folder", title=title, published_on=POSTED),
        photo=PhotoFacts(
            sha256="ab" * 32,
            byte_size=120_000,
            format="JPEG",
            width=640,
            height=480,
            gps=(),
            text=(TextLine(text="Before", outline=CORNERS, confidence=0.98),),
        ),
        today=today,
        policy=PRACTICE.policy,
        panels=(
            Panel(
                number=1,
                match=Match(original=ORIGINAL.id, outline=CORNERS, angle=-1.5, scale=0.1, inliers=212, distance=14),
                originals=(ORIGINAL,),
                patient=PATIENT,
                authorizations=(FORM,),
            ),
        ),
        identifiers=(
            Identifier(kind=IdentifierKind.NAME, patient="P-001", where="caption", words="Ashdown", whole=False),
        ),
    )
    return JudgedPhoto(
        evidence=evidence,
        verdict=verdict,
        at_posting=Verdict.CLEAR,
        findings=tuple(findings),
        passed=("photo-gps-left-in",),
        not_applicable=("hipaa-minor-parent",),
    )


def revoked(name: str, *, channel: str = "website", today: date = TODAY) -> JudgedPhoto:
    """One published photo whose authorization was revoked after it was posted."""
    return judged(
        name,
        channel=channel,
        verdict=Verdict.TAKE_DOWN,
        findings=(finding(f"{channel}/profile/{name}"),),
        today=today,
    )


def with_scan(whole: Audit, document: str, sha256: str | None) -> Audit:
    """The same audit, with that file as the scan of every form."""

    def scanned(panel: Panel) -> Panel:
        forms = tuple(replace(one, document=document, document_sha256=sha256) for one in panel.authorizations or ())
        return replace(panel, authorizations=forms)

    photos = tuple(
        replace(photo, evidence=replace(photo.evidence, panels=tuple(map(scanned, photo.evidence.panels or ()))))
        for photo in whole.photos
    )
    return replace(whole, photos=photos)


def audit(*photos: JudgedPhoto, as_of: date = TODAY, problems: tuple[Problem, ...] = ()) -> Audit:
    """An audit of these photos, as of that day."""
    dated = tuple(replace(photo, evidence=replace(photo.evidence, today=as_of)) for photo in photos)
    return Audit(practice=PRACTICE, as_of=as_of, originals=12, photos=dated, problems=problems)

"""The clean case: one published photo that breaks nothing. Every rule's own cases are this one with one thing changed.

An after photo of an invented patient's nose, posted on the website, with a signed form on file that names the
website, describes the photo and has not ended.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ...records import (
    Authorization,
    EditCheck,
    EditFamily,
    EditState,
    Evidence,
    FormKind,
    Match,
    Original,
    Panel,
    Patient,
    PhotoFacts,
    PhotoKind,
    PhotoScope,
    Policy,
    Post,
    Published,
    SignerRole,
)
from ..conditions.printed import PARTS

PATIENT = Patient(
    code="P-01",
    given_name="Ottoline",
    family_name="Featherstone",
    birth_date=date(1984, 5, 17),
    state="OH",
    medical_record_number="QF-300417",
)
ORIGINAL = Original(
    id="P-01/after.jpg",
    path="/practice/originals/P-01/after.jpg",
    patient="P-01",
    kind=PhotoKind.AFTER,
    taken_on=date(2026, 1, 20),
    area="nose",
    procedure="rhinoplasty",
)
FORM = Authorization(
    id="A-101",
    patient="P-01",
    form_version="2026-1",
    signed=True,
    signed_on=date(2026, 2, 2),
    signed_by="Ottoline Featherstone",
    signer_role=SignerRole.PATIENT,
    expires_on=date(2027, 2, 1),
    channels=("website",),
    photos=(PhotoScope(kind=PhotoKind.BEFORE, area="nose"), PhotoScope(kind=PhotoKind.AFTER, area="nose")),
    may_name=False,
    form_kind=FormKind.AUTHORIZATION,
    names_discloser=True,
    names_recipients=True,
    states_purpose=True,
    says_revocable=True,
    says_not_conditioned=True,
    says_redisclosed=True,
    says_paid=False,
    names_marketing=True,
    likeness_consent=True,
    stands_alone=True,
    separate_signature=True,
    font_points=14.0,
    reading_grade=7.4,
    blanks=(),
    required_for_care=False,
    copy_given_on=date(2026, 11, 2),  # late, and in time: the law sets no day
)
UNEDITED = tuple(EditCheck(family=family, state=EditState.NONE_FOUND) for family in EditFamily)
WHOLE = ((0.0, 0.0), (1080.0, 0.0), (1080.0, 810.0), (0.0, 810.0))
PANEL = Panel(
    number=1,
    match=Match(original=ORIGINAL.id, outline=WHOLE, original_outline=WHOLE, inliers=240, distance=4),
    originals=(ORIGINAL,),
    patient=PATIENT,
    authorizations=(FORM,),
    marks=(),
    edits=UNEDITED,
)
CLEAN = Evidence(
    published=Published(
        id="website/nose-results/nose.jpg",
        post="website/nose-results",
        path="/practice/published/website/nose.jpg",
        file_name="nose.jpg",
        caption="Rhinoplasty, eight months after surgery. Results differ.",
    ),
    post=Post(id="website/nose-results", channel="website", source="folder", published_on=date(2026, 3, 2)),
    photo=PhotoFacts(
        sha256="0" * 64,
        byte_size=140_000,
        format="JPEG",
        width=1080,
        height=810,
        gps=(),
        metadata=(),
        cameras=(),
        embedded=(),
        faces=(),
        text=(),
        codes=(),
    ),
    today=date(2026, 11, 22),
    policy=Policy(),
    panels=(PANEL,),
    identifiers=(),
    pairs=(),
)

Changes = Mapping[str, Any]
SAME: Changes = {}
UNDESCRIBED: dict[str, Any] = dict.fromkeys(PARTS)  # a form whose printed version nobody has described
CALIFORNIA: dict[str, Any] = {"states": ("CA",)}  # the practice is there


def but(
    *,
    post: Changes = SAME,
    photo: Changes = SAME,
    panel: Changes = SAME,
    original: Changes = SAME,
    patient: Changes = SAME,
    form: Changes = SAME,
    evidence: Changes = SAME,
) -> Evidence:
    """The clean case with one thing changed: ``but(form={"signed": False})``. Names are the fields of the records."""
    parts: dict[str, Any] = {
        "originals": (replace(ORIGINAL, **original),),
        "patient": replace(PATIENT, **patient),
        "authorizations": (replace(FORM, **form),),
    }
    facts: dict[str, Any] = {
        "post": replace(CLEAN.post, **post),
        "photo": replace(CLEAN.photo, **photo),
        "panels": (replace(PANEL, **(parts | dict(panel))),),
    }
    return replace(CLEAN, **(facts | dict(evidence)))

"""A form says who may release the photos.

A name will do, and so will a class of people: "Quillfeather Dermatology and its staff". Without it nobody can tell
whether the agency that posts, or the surgeon who has moved to another practice, was ever permitted to.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Rule
from ..cases.clean import UNDESCRIBED, but
from ..conditions.printed import by_described_form, silent

RULE = Rule(
    id="hipaa-auth-discloser",
    title="The authorization does not say who may release the photos",
    citation="45 CFR 164.508(c)(1)(ii)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Stop handing out this version. Let your counsel add who may release the photos, and ask the patients who "
    "signed it for the new form before you use their photos again.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=("form.names_discloser",),
    applies=by_described_form,
    check=lambda subject: silent(subject, "names_discloser", "who may release the photos"),
    violates=(but(form={"names_discloser": False}),),
    complies=(but(form=UNDESCRIBED),),  # hipaa-auth-complete says that nobody has looked
)

"""Any patient photo, whatever it shows, must be described in the form.

Photos taken during treatment or for a report are neither before nor after photos; they too are information the form
must describe. Where the library does not record what kind of photo it is, a line such as "before photos" decides
nothing and a person must look, unless the form names the very file.
"""

from __future__ import annotations

from ...records import PhotoKind, PhotoScope, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import ORIGINAL, but
from ..conditions.described import not_described, shows

KINDS = (PhotoKind.OTHER, None)

RULE = Rule(
    id="hipaa-auth-photo-described",
    title="The authorization does not describe this photo",
    citation="45 CFR 164.508(c)(1)(i)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down, or ask the patient for a form that describes it. Record in the library what kind of "
    "photo it is.",
    lesson="authorization",
    seed=("S24",),
    subject=SubjectKind.PANEL,
    needs=("form.photos",),
    applies=lambda subject: shows(subject, KINDS),
    check=lambda subject: not_described(subject, KINDS),
    violates=(but(original={"kind": PhotoKind.OTHER}), but(original={"kind": None})),
    complies=(
        but(original={"kind": PhotoKind.OTHER}, form={"photos": (PhotoScope(area="nose"),)}),
        but(original={"kind": None}, form={"photos": (PhotoScope(original=ORIGINAL.id),)}),
    ),
)

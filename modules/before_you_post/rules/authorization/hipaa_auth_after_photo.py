"""An after photo must be described in the form; in a collage, so must every picture of it.

The article (S24) says a collage that includes an "after" photo without authorization violates HIPAA. A form that
describes only the nose does not cover a photo of the chin, and a form that lists files covers those files.
"""

from __future__ import annotations

from ...records import PhotoKind, PhotoScope, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import ORIGINAL, but
from ..conditions.described import not_described, shows

KINDS = (PhotoKind.AFTER,)

RULE = Rule(
    id="hipaa-auth-after-photo",
    title="The authorization does not describe this after photo",
    citation="45 CFR 164.508(c)(1)(i)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the after photo down, or ask the patient for a form that describes it.",
    lesson="before-after-collages",
    seed=("S24",),
    subject=SubjectKind.PANEL,
    needs=("form.photos",),
    applies=lambda subject: shows(subject, KINDS),
    check=lambda subject: not_described(subject, KINDS),
    violates=(
        but(form={"photos": (PhotoScope(kind=PhotoKind.BEFORE),)}),
        but(original={"area": "chin"}),  # the form says: nose
        but(original={"area": None}),  # for review: nobody recorded what it shows
    ),
    complies=(but(original={"area": "Nose "}), but(form={"photos": (PhotoScope(original=ORIGINAL.id),)})),
)

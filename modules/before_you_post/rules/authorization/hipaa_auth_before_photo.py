"""A before photo must be described in the form, like any other photo.

The article (S25) calls it best practice to get the patient's consent for the "before" photo as well. The law asks for
more: a form must say specifically what will be shown, so a before photo it does not describe is simply not
authorized, even where the patient agreed to the "after" photo and to telling their story.
"""

from __future__ import annotations

from ...records import PhotoKind, PhotoScope, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import ORIGINAL, but
from ..conditions.described import not_described, shows

KINDS = (PhotoKind.BEFORE,)

RULE = Rule(
    id="hipaa-auth-before-photo",
    title="The authorization does not describe this before photo",
    citation="45 CFR 164.508(c)(1)(i)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the before photo down, or ask the patient for a form that describes it.",
    lesson="before-after-collages",
    seed=("S25",),
    subject=SubjectKind.PANEL,
    needs=("form.photos",),
    applies=lambda subject: shows(subject, KINDS),
    check=lambda subject: not_described(subject, KINDS),
    violates=(but(original={"kind": PhotoKind.BEFORE}, form={"photos": (PhotoScope(kind=PhotoKind.AFTER),)}),),
    complies=(
        but(original={"kind": PhotoKind.BEFORE}),
        but(original={"kind": PhotoKind.BEFORE}, form={"photos": (PhotoScope(original=ORIGINAL.id),)}),
    ),
)

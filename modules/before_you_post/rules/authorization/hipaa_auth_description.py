"""A form says specifically what will be shown; "any photo" is no description.

The law asks for a description that is "specific and meaningful": before and after photos of the nose, a list of
files. A form whose only words for a picture are "any and all photos" has not described it, and the patient could not
know what they agreed to. A form that describes no photo like this one at all is told by the rules about before, after
and other photos.
"""

from __future__ import annotations

from ...records import PhotoKind, PhotoScope, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_authorization
from ..conditions.scopes import ANY_PHOTO, is_specific

NOSE = PhotoScope(kind=PhotoKind.AFTER, area="nose")


def applies(subject: Subject) -> bool:
    return by_authorization(subject) and bool(subject.panel.originals)


def check(subject: Subject) -> Observation | None:
    form, answer = subject.form, is_specific(subject.form, subject.panel)
    if answer:
        return None
    vague = f"The form {form.id} describes “any photo”"
    if answer is False:
        return Observation(text=f"{vague}; no other line of it describes this picture.", part="photos")
    text = f"{vague}. Whether another line of it describes this picture cannot be told from the library."
    return Observation(text=text, part="photos", review=True)


RULE = Rule(
    id="hipaa-auth-description",
    title="The authorization says “any photo” instead of describing this one",
    citation="45 CFR 164.508(c)(1)(i)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Ask the patient for a form that says which photos: of what, taken when, before or after. Until then leave "
    "the photo out.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=("form.photos",),
    applies=applies,
    check=check,
    violates=(
        but(form={"photos": (ANY_PHOTO,)}),
        but(form={"photos": (ANY_PHOTO, PhotoScope(kind=PhotoKind.BEFORE))}),
        but(form={"photos": (ANY_PHOTO, NOSE)}, original={"area": None}),  # for review
    ),
    complies=(but(form={"photos": (ANY_PHOTO, NOSE)}),),
)

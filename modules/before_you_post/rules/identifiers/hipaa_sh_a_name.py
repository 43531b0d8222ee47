"""A patient's name must not stand in or around a photo, unless the form permits the name.

A form that permits a photo does not yet permit the name beside it: patients who agreed to an anonymous photo have won
in court when the upload carried their name. Names hide in file names, captions, alternative text, wristbands and
tags, in account names and hashtags. Names are the first of the 18 identifiers of the Safe Harbor list. The form of a
patient shown in the photo may permit that patient's name; another patient's name is never covered by it.

This rule also speaks for all words around a photo: where nobody looked for any, it says so.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.governing import governing
from ..conditions.hits import found, hit, looked

NAME = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="caption", words="Ottoline Featherstone", whole=True)
FIRST_NAME = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="file name", words="ottoline", whole=False)
NOT_ON_THE_ROSTER = Identifier(kind=IdentifierKind.NAME, patient=None, where="caption", words="Gwendolyn", whole=False)
SOMEBODY_ELSE = Identifier(
    kind=IdentifierKind.NAME, patient="P-02", where="in the picture", words="Barnaby Thistledown", whole=True
)


def check(subject: Subject) -> Observation | None:
    if not found(subject, IdentifierKind.NAME):
        return None
    return hit(
        subject,
        IdentifierKind.NAME,
        surely="A patient's name can be read",
        maybe="These words may be part of a patient's name",
        permitted=_may_be_named(subject),
    )


def applies(subject: Subject) -> bool:
    return subject.evidence.identifiers is None or looked(subject, IdentifierKind.NAME)


def _may_be_named(subject: Subject) -> frozenset[str]:
    """Patients in the photo whose form permits the name; today's form is read where the posting day is unknown."""
    evidence = subject.evidence
    day = subject.day or evidence.today
    forms = [governing(panel, evidence, day) for panel in evidence.panels or ()]
    return frozenset(form.patient for form in forms if form and form.may_name)


RULE = Rule(
    id="hipaa-sh-a-name",
    title="A patient's name can be read",
    citation="45 CFR 164.514(b)(2)(i)(A)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Remove the name from the picture, the file name and the text around it, or ask the patient for a form that "
    "permits the name.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=("evidence.identifiers",),
    applies=applies,
    check=check,
    violates=(
        but(evidence={"identifiers": (NAME,)}),
        but(evidence={"identifiers": (NAME,)}, photo={"text": None}),  # though the words in the picture were not read
        but(evidence={"identifiers": (FIRST_NAME,)}),  # for review: many people have this name
        but(evidence={"identifiers": (NOT_ON_THE_ROSTER,)}, form={"may_name": True}),  # it may be a nurse
        but(evidence={"identifiers": (SOMEBODY_ELSE,)}, form={"may_name": True}),
    ),
    complies=(
        but(evidence={"identifiers": (NAME, FIRST_NAME)}, form={"may_name": True}),
        but(evidence={"identifiers": (NAME,)}, form={"may_name": True}, post={"published_on": None}),
    ),
)

"""A patient's birth date must not stand in or around a photo.

The article (S16) names it among the things that make a photo identify a person. Every part of the date but the year
counts. It hides on labels and wristbands, on screens in the background and in file names.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..conditions.hits import hit, looked

WHOLE = Identifier(
    kind=IdentifierKind.BIRTH_DATE, patient="P-01", where="in the picture", words="05/17/1984", whole=True
)
PART = Identifier(kind=IdentifierKind.BIRTH_DATE, patient="P-01", where="caption", words="May 17", whole=False)
NAME = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="caption", words="Ottoline Featherstone", whole=True)

RULE = Rule(
    id="hipaa-sh-c-birth-date",
    title="A birth date can be read",
    citation="45 CFR 164.514(b)(2)(i)(C)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Remove the date from the picture, the file name and the text around it, then publish the new file and "
    "delete the old one.",
    lesson="what-identifies",
    seed=("S16",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, IdentifierKind.BIRTH_DATE),
    check=lambda subject: hit(
        subject,
        IdentifierKind.BIRTH_DATE,
        surely="A patient's birth date can be read",
        maybe="This may be a patient's birth date",
    ),
    violates=(but(evidence={"identifiers": (WHOLE,)}), but(evidence={"identifiers": (PART,)}, form={"may_name": True})),
    complies=(but(evidence={"identifiers": (NAME,)}, form={"may_name": True}),),
)

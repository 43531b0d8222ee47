"""A patient's medical record number must not stand in or around a photo.

The article (S16) names it among the things that make a photo identify a person. The number hides on labels and
wristbands in the picture, and in file names straight from the camera system. It is one of the 18 identifiers of the
Safe Harbor list, and no patient needs it published.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..conditions.hits import hit, looked

WHOLE = Identifier(kind=IdentifierKind.RECORD_NUMBER, patient="P-01", where="file name", words="QF-300417", whole=True)
PART = Identifier(
    kind=IdentifierKind.RECORD_NUMBER, patient="P-01", where="in the picture", words="3004l7", whole=False
)
NAME = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="caption", words="Ottoline Featherstone", whole=True)

RULE = Rule(
    id="hipaa-sh-h-mrn",
    title="A medical record number can be read",
    citation="45 CFR 164.514(b)(2)(i)(H)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Remove the number from the picture, the file name and the text around it, then publish the new file and "
    "delete the old one.",
    lesson="what-identifies",
    seed=("S16",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, IdentifierKind.RECORD_NUMBER),
    check=lambda subject: hit(
        subject,
        IdentifierKind.RECORD_NUMBER,
        surely="A patient's medical record number can be read",
        maybe="This may be a patient's medical record number",
    ),
    violates=(but(evidence={"identifiers": (WHOLE,)}), but(evidence={"identifiers": (PART,)}, form={"may_name": True})),
    complies=(but(evidence={"identifiers": (NAME,)}, form={"may_name": True}),),
)

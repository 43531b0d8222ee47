"""A number or an account name that belongs to one person must not stand in or around a photo.

The Safe Harbor list ends with every other number, characteristic or code that is somebody's alone. A run of five digits
or more may be any of them, and an account name leads straight to its owner. Neither is certain: a number may be a
product's and an account a supplier's, so a person must look.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit, looked

NUMBER = Identifier(kind=IdentifierKind.NUMBER, patient=None, where="file name", words="48213", whole=False)
ACCOUNT = Identifier(kind=IdentifierKind.HANDLE, patient=None, where="caption", words="@peggy.glows", whole=False)
KINDS = (IdentifierKind.NUMBER, IdentifierKind.HANDLE)

RULE = Rule(
    id="hipaa-sh-r-other",
    title="A number or an account name may belong to a patient",
    citation="45 CFR 164.514(b)(2)(i)(R)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Find out what it is. If it is a patient's, remove it, publish the new file and delete the old one. If it "
    "is the practice's or a supplier's, add it to allowed_text in practice.yaml.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, *KINDS),
    check=lambda subject: hit(
        subject,
        *KINDS,
        surely="This belongs to one person",
        maybe="This may belong to a patient",
    ),
    violates=(but(evidence={"identifiers": (NUMBER,)}), but(evidence={"identifiers": (ACCOUNT,)})),
    complies=(tile(NUMBER, ACCOUNT),),
)

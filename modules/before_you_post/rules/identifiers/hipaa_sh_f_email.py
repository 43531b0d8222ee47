"""A patient's e-mail address must not stand in or around a photo.

Most addresses are made of the name, and any of them leads to one person. They hide on screens in the background, in
testimonials that were copied as they came, and in the author field of a file.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit, looked

OWN = Identifier(
    kind=IdentifierKind.EMAIL, patient="P-01", where="caption", words="ottoline.featherstone@mail.example", whole=True
)
UNKNOWN = Identifier(
    kind=IdentifierKind.EMAIL, patient=None, where="caption", words="marisol88@mail.example", whole=False
)

RULE = Rule(
    id="hipaa-sh-f-email",
    title="An e-mail address can be read",
    citation="45 CFR 164.514(b)(2)(i)(F)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Remove the address, then publish the new file and delete the old one. If it is the practice's own, add "
    "it to allowed_text in practice.yaml.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, IdentifierKind.EMAIL),
    check=lambda subject: hit(
        subject,
        IdentifierKind.EMAIL,
        surely="A patient's e-mail address can be read",
        maybe="This may be a patient's e-mail address",
    ),
    violates=(
        but(evidence={"identifiers": (OWN,)}),
        but(evidence={"identifiers": (UNKNOWN,)}),
    ),
    complies=(tile(UNKNOWN),),
)

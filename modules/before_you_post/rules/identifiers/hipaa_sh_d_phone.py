"""A patient's telephone or fax number must not stand in or around a photo.

It hides on intake forms and screens in the background, and in texts copied from an e-mail. Fax numbers are an
identifier of their own (E), but nobody can tell the two apart by their digits. The practice's own numbers are no
identifier of a patient: put them on its list once.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit, looked

HOME = Identifier(kind=IdentifierKind.PHONE, patient=None, where="in the picture", words="740-555-0119", whole=True)
UNKNOWN = Identifier(kind=IdentifierKind.PHONE, patient=None, where="caption", words="(740) 555-0163", whole=False)

RULE = Rule(
    id="hipaa-sh-d-phone",
    title="A telephone or fax number can be read",
    citation="45 CFR 164.514(b)(2)(i)(D), (E)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Remove the number, then publish the new file and delete the old one. If it is the practice's own, add it "
    "to allowed_text in practice.yaml.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, IdentifierKind.PHONE),
    check=lambda subject: hit(
        subject,
        IdentifierKind.PHONE,
        surely="A patient's telephone or fax number can be read",
        maybe="This may be a patient's telephone or fax number",
    ),
    violates=(
        but(evidence={"identifiers": (HOME,)}),
        but(evidence={"identifiers": (UNKNOWN,)}),
    ),
    complies=(tile(UNKNOWN),),
)

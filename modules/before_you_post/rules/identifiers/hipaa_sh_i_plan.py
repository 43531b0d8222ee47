"""A patient's number with a health plan must not stand in or around a photo.

Insurance cards are photographed together with the patient, and approvals are shown off with the number on them.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit, looked

CARD = Identifier(
    kind=IdentifierKind.PLAN_NUMBER, patient=None, where="in the picture", words="Member ID: XQJ 4471 2209", whole=True
)
SHAPE = Identifier(
    kind=IdentifierKind.PLAN_NUMBER, patient=None, where="in the picture", words="1EG4-TE5-MK73", whole=False
)

RULE = Rule(
    id="hipaa-sh-i-plan",
    title="A health plan number can be read",
    citation="45 CFR 164.514(b)(2)(i)(I)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Remove the number from the picture, the file name and the text around it, then publish the new file and "
    "delete the old one.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, IdentifierKind.PLAN_NUMBER),
    check=lambda subject: hit(
        subject,
        IdentifierKind.PLAN_NUMBER,
        surely="A health plan number can be read",
        maybe="This may be a health plan number",
    ),
    violates=(
        but(evidence={"identifiers": (CARD,)}),
        but(evidence={"identifiers": (SHAPE,)}),
    ),
    complies=(tile(SHAPE),),
)

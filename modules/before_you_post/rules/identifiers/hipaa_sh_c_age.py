"""An age over 89 must not stand beside a patient's photo; "90 or older" may.

So few people reach such an age that the number, the town of the practice and the look of a hand are enough. Up to 89 an
age identifies nobody by itself.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit, looked

AGE = Identifier(kind=IdentifierKind.AGE, patient=None, where="caption", words="92-year-old", whole=True)
MAYBE = Identifier(kind=IdentifierKind.AGE, patient=None, where="caption", words="turned 95", whole=False)

RULE = Rule(
    id="hipaa-sh-c-age",
    title="An age over 89 can be read",
    citation="45 CFR 164.514(b)(2)(i)(C)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Write “90 or older”, or leave the age away.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, IdentifierKind.AGE),
    check=lambda subject: hit(
        subject,
        IdentifierKind.AGE,
        surely="An age over 89 can be read",
        maybe="This may be a patient's age, and over 89",
    ),
    violates=(
        but(evidence={"identifiers": (AGE,)}),
        but(evidence={"identifiers": (MAYBE,)}),
    ),
    complies=(tile(MAYBE),),
)

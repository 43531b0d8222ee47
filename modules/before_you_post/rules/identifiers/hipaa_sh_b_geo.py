"""A place smaller than a state must not stand beside a patient's photo.

"A teacher from a village of two thousand, three months after": everybody there knows who she is. Streets, towns and ZIP
codes are on the Safe Harbor list, and so is the location a post is marked with; the state alone is not. The practice's
own town says nothing about a patient once it is known as the practice's.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit, looked

ADDRESS = Identifier(
    kind=IdentifierKind.PLACE, patient=None, where="in the picture", words="Address: 12 Elm Street", whole=True
)
TOWN = Identifier(kind=IdentifierKind.PLACE, patient=None, where="caption", words="from Gahanna", whole=False)

RULE = Rule(
    id="hipaa-sh-b-geo",
    title="A place smaller than a state can be read",
    citation="45 CFR 164.514(b)(2)(i)(B)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Leave the place away, or tell the state alone. If it is the practice's own town or address, add it to "
    "allowed_text in practice.yaml.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, IdentifierKind.PLACE),
    check=lambda subject: hit(
        subject,
        IdentifierKind.PLACE,
        surely="Where a person lives can be read",
        maybe="These words may tell where a patient comes from",
    ),
    violates=(
        but(evidence={"identifiers": (ADDRESS,)}),
        but(evidence={"identifiers": (TOWN,)}),
    ),
    complies=(tile(TOWN),),
)

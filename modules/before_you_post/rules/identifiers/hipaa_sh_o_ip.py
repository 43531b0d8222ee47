"""The address of a patient's computer must not stand in or around a photo.

It is found in pictures of a screen: a video visit, a booking, a message with its technical lines.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit, looked

LABELLED = Identifier(
    kind=IdentifierKind.IP_ADDRESS, patient=None, where="in the picture", words="192.0.2.44", whole=True
)
BARE = Identifier(kind=IdentifierKind.IP_ADDRESS, patient=None, where="caption", words="198.51.100.7", whole=False)

RULE = Rule(
    id="hipaa-sh-o-ip",
    title="An IP address can be read",
    citation="45 CFR 164.514(b)(2)(i)(O)",
    tag="V1",
    severity=Severity.MED,
    remedy="Remove the address from the picture and the text around it, then publish the new file and delete the old "
    "one.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, IdentifierKind.IP_ADDRESS),
    check=lambda subject: hit(
        subject,
        IdentifierKind.IP_ADDRESS,
        surely="The address of a computer can be read",
        maybe="This may be the address of a patient's computer",
    ),
    violates=(
        but(evidence={"identifiers": (LABELLED,)}),
        but(evidence={"identifiers": (BARE,)}),
    ),
    complies=(tile(BARE),),
)

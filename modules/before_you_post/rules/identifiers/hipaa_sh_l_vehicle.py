"""The plate or number of a patient's vehicle must not stand in or around a photo.

The happy picture in the parking lot shows the car, and a plate leads to its owner.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit, looked

PLATE = Identifier(
    kind=IdentifierKind.VEHICLE, patient=None, where="caption", words="License plate GHX 4821", whole=True
)
BARE = Identifier(
    kind=IdentifierKind.VEHICLE, patient=None, where="in the picture", words="1M8GDM9AXKP042788", whole=False
)

RULE = Rule(
    id="hipaa-sh-l-vehicle",
    title="A vehicle can be told by its plate or number",
    citation="45 CFR 164.514(b)(2)(i)(L)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Cover the plate or remove the number, then publish the new file and delete the old one.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, IdentifierKind.VEHICLE),
    check=lambda subject: hit(
        subject,
        IdentifierKind.VEHICLE,
        surely="The plate or number of a vehicle can be read",
        maybe="This may be the number of a vehicle",
    ),
    violates=(
        but(evidence={"identifiers": (PLATE,)}),
        but(evidence={"identifiers": (BARE,)}),
    ),
    complies=(tile(BARE),),
)

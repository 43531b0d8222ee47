"""The serial number of a patient's device must not stand in or around a photo.

An implant's sticker carries a code that names the very piece inside the patient, and its maker keeps a register of who
has it.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit, looked

STICKER = Identifier(
    kind=IdentifierKind.DEVICE_NUMBER,
    patient=None,
    where="in the picture",
    words="(01)00888888888880(10)A221",
    whole=True,
)
LOT = Identifier(kind=IdentifierKind.DEVICE_NUMBER, patient=None, where="caption", words="Lot no. 4471", whole=False)

RULE = Rule(
    id="hipaa-sh-m-device",
    title="A device's number can be read",
    citation="45 CFR 164.514(b)(2)(i)(M)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Remove the number from the picture, the file name and the text around it, then publish the new file and "
    "delete the old one.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, IdentifierKind.DEVICE_NUMBER),
    check=lambda subject: hit(
        subject,
        IdentifierKind.DEVICE_NUMBER,
        surely="The number of a device can be read",
        maybe="This may be the number of a patient's device",
    ),
    violates=(
        but(evidence={"identifiers": (STICKER,)}),
        but(evidence={"identifiers": (LOT,)}),
    ),
    complies=(tile(LOT),),
)

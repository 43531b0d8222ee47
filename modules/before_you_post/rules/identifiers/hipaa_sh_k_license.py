"""The number of a patient's licence or certificate must not stand in or around a photo.

A driver licence is shown at the front desk and photographed with the patient. A surgeon's own licence number, which
some states want in advertisements, is no patient's: put it on the practice's list.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit, looked

DRIVER = Identifier(
    kind=IdentifierKind.LICENCE_NUMBER,
    patient=None,
    where="in the picture",
    words="Driver's license no. RT448812",
    whole=True,
)
UNKNOWN = Identifier(
    kind=IdentifierKind.LICENCE_NUMBER, patient=None, where="caption", words="License # 35-048812", whole=False
)

RULE = Rule(
    id="hipaa-sh-k-license",
    title="A certificate or licence number can be read",
    citation="45 CFR 164.514(b)(2)(i)(K)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Remove the number, then publish the new file and delete the old one. If it is the practice's own, add it "
    "to allowed_text in practice.yaml.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, IdentifierKind.LICENCE_NUMBER),
    check=lambda subject: hit(
        subject,
        IdentifierKind.LICENCE_NUMBER,
        surely="The number of somebody's licence can be read",
        maybe="This may be the number of a patient's licence",
    ),
    violates=(
        but(evidence={"identifiers": (DRIVER,)}),
        but(evidence={"identifiers": (UNKNOWN,)}),
    ),
    complies=(tile(UNKNOWN),),
)

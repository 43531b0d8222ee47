"""A Social Security number must never stand in or around a photo.

It is on forms that lie in the picture, and on insurance papers held up for the camera. Whoever has it can do a patient
far more harm than recognise them.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit, looked

LABELLED = Identifier(
    kind=IdentifierKind.SOCIAL_SECURITY, patient=None, where="in the picture", words="SSN 123-45-6789", whole=True
)
BARE = Identifier(kind=IdentifierKind.SOCIAL_SECURITY, patient=None, where="caption", words="123-45-6789", whole=False)

RULE = Rule(
    id="hipaa-sh-g-ssn",
    title="A Social Security number can be read",
    citation="45 CFR 164.514(b)(2)(i)(G)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Take the photo down, remove the number from the picture, the file name and the text around it, and "
    "delete the old file. Tell the privacy official: the patient may have to be warned.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, IdentifierKind.SOCIAL_SECURITY),
    check=lambda subject: hit(
        subject,
        IdentifierKind.SOCIAL_SECURITY,
        surely="A Social Security number can be read",
        maybe="This may be a Social Security number",
    ),
    violates=(
        but(evidence={"identifiers": (LABELLED,)}),
        but(evidence={"identifiers": (BARE,)}),
    ),
    complies=(tile(BARE),),
)

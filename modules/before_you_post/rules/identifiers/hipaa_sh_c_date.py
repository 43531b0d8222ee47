"""The day or the month of a visit must not stand beside a patient's photo; the year may.

Who was operated on "on June 3" is known to everybody who missed that patient at work that week. Dates hide in captions,
in the corner of the picture, and in file names straight from the camera (IMG_20260603). "Six months after" and "day 14"
are no dates; but whoever knows the day of the post can count back, so mind those too.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit, looked

LABELLED = Identifier(
    kind=IdentifierKind.DATE, patient=None, where="caption", words="Surgery on June 3, 2026", whole=True
)
CAMERA = Identifier(kind=IdentifierKind.DATE, patient=None, where="file name", words="20260603", whole=False)

RULE = Rule(
    id="hipaa-sh-c-date",
    title="A date finer than a year can be read",
    citation="45 CFR 164.514(b)(2)(i)(C)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Tell the year alone, or the time that has passed. Rename the file, publish it anew and delete the old one.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, IdentifierKind.DATE),
    check=lambda subject: hit(
        subject,
        IdentifierKind.DATE,
        surely="The date of something done to a patient can be read",
        maybe="This may be a date that concerns the patient",
    ),
    violates=(
        but(evidence={"identifiers": (LABELLED,)}),
        but(evidence={"identifiers": (CAMERA,)}),
    ),
    complies=(tile(CAMERA),),
)

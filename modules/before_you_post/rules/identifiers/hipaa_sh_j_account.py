"""A patient's account number must not stand in or around a photo.

Invoices, financing papers and payment cards carry it, and a paid bill makes a cheerful photo.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit, looked

BILL = Identifier(
    kind=IdentifierKind.ACCOUNT_NUMBER, patient=None, where="in the picture", words="Acct # 88120045", whole=True
)
MAYBE = Identifier(kind=IdentifierKind.ACCOUNT_NUMBER, patient=None, where="caption", words="88120045", whole=False)

RULE = Rule(
    id="hipaa-sh-j-account",
    title="An account number can be read",
    citation="45 CFR 164.514(b)(2)(i)(J)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Remove the number from the picture, the file name and the text around it, then publish the new file and "
    "delete the old one.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: looked(subject, IdentifierKind.ACCOUNT_NUMBER),
    check=lambda subject: hit(
        subject,
        IdentifierKind.ACCOUNT_NUMBER,
        surely="An account number can be read",
        maybe="This may be an account number",
    ),
    violates=(but(evidence={"identifiers": (BILL,)}),),
    complies=(tile(MAYBE),),
)

"""A web address that leads to a patient must not stand in or around a photo.

A link to a patient's profile names the patient as surely as the name does, and a square code in the picture is a link
that nobody sees. Links to the practice's own pages lead to no patient.

This rule also speaks for square codes: where nobody looked for any, it says so.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule, Subject
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit, looked

NAMED = Identifier(
    kind=IdentifierKind.WEB_ADDRESS,
    patient="P-01",
    where="caption",
    words="instagram.com/ottoline.featherstone",
    whole=True,
)
IN_CODE = Identifier(
    kind=IdentifierKind.WEB_ADDRESS, patient=None, where="in a square code", words="https://peggy.example", whole=False
)


def applies(subject: Subject) -> bool:
    return subject.evidence.identifiers is not None and looked(subject, IdentifierKind.WEB_ADDRESS)


RULE = Rule(
    id="hipaa-sh-n-url",
    title="A web address may lead to a patient",
    citation="45 CFR 164.514(b)(2)(i)(N)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Remove the link or the square code, then publish the new file and delete the old one. If it leads to the "
    "practice itself, add its address to allowed_text in practice.yaml.",
    lesson="what-identifies",
    seed=("S7",),
    subject=SubjectKind.PHOTO,
    needs=("evidence.photo.codes",),
    applies=applies,
    check=lambda subject: hit(
        subject,
        IdentifierKind.WEB_ADDRESS,
        surely="An address that names a patient can be read",
        maybe="This address may lead to a patient",
    ),
    violates=(
        but(evidence={"identifiers": (NAMED,)}),
        but(evidence={"identifiers": (IN_CODE,)}),
        but(evidence={"identifiers": (IN_CODE,)}, photo={"text": None}),  # the words were not read, the code was
    ),
    complies=(tile(IN_CODE),),
    partial=True,
)

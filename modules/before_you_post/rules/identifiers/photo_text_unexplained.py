"""Every word in a picture must be known: as a view, as a scale, or as the practice's own.

A wristband, a screen in the background, a label on the wall: what is written in the picture goes wherever the picture
goes, and no list of identifiers foresees all of it. So a line that nobody has explained is for a person to look at.
Words that are always there (a watermark, the name of the room) are explained once, in practice.yaml.

This rule also speaks for the words in the picture: where they were not read, it says so.
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Rule, Subject
from ..cases.clean import but
from ..cases.tile import tile
from ..conditions.hits import hit

WRISTBAND = Identifier(
    kind=IdentifierKind.WORDS, patient=None, where="in the picture", words="Larkfield Ward 3", whole=False
)
SCREEN = Identifier(
    kind=IdentifierKind.WORDS, patient=None, where="in the picture", words="Allergies: none", whole=False
)


def applies(subject: Subject) -> bool:
    """Where nobody looked for words at all, another rule says so (hipaa-sh-a-name)."""
    evidence = subject.evidence
    return evidence.identifiers is not None or evidence.photo.text is None


RULE = Rule(
    id="photo-text-unexplained",
    title="Words in the picture that nobody has explained",
    citation="45 CFR 164.514(b)(2)(i)",
    tag="V1",
    severity=Severity.MED,
    remedy="Look at the words in the picture. If they may tell who it is, cover or crop them, publish the new file and "
    "delete the old one. If they are the practice's own, add them to allowed_text in practice.yaml.",
    lesson="what-identifies",
    seed=("S7", "S16"),
    subject=SubjectKind.PHOTO,
    needs=("evidence.photo.text",),
    applies=applies,
    check=lambda subject: hit(
        subject,
        IdentifierKind.WORDS,
        surely="These words in the picture tell who it is",
        maybe="Nobody has explained these words in the picture",
    ),
    violates=(but(evidence={"identifiers": (WRISTBAND,)}), but(evidence={"identifiers": (SCREEN, WRISTBAND)})),
    complies=(tile(WRISTBAND),),
    partial=True,
)

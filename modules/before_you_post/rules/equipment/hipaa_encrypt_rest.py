"""Photos that lie on a device are encrypted, or it is written down why not and what is done instead.

Cameras with memory cards seldom encrypt (S19), and the article says they should not keep patients' photos (S20).
HIPAA forbids them nowhere: encryption is “addressable”, which means do it, or document why it is not reasonable here
and what is done in its place. But a card that is lost without encryption has no safe harbor: then patients must be
told. A proposed rule would make encryption a duty; it is not final.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import device
from ..conditions.kit import in_use, kit_named

INSTEAD = {"encrypted": False, "why_not_encrypted": "The camera cannot; locked away and wiped every evening."}


def check(subject: Subject) -> Observation | None:
    one = subject.matter.device
    if one.encrypted or one.why_not_encrypted:
        return None
    return Observation(
        text=f"{kit_named(one)} is not encrypted, and nothing says why not or what is done instead. The law leaves "
        "that choice, and asks for the reason in writing."
    )


RULE = Rule(
    id="hipaa-encrypt-rest",
    title="A device is not encrypted, and no reason is written down",
    citation="45 CFR 164.312(a)(2)(iv), 164.306(d)(3)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Encrypt it, or use a device that can. If that is not reasonable, write down why, and what is done instead: "
    "photos moved off at once, the card wiped, the camera locked away.",
    lesson="devices-and-storage",
    seed=("S19", "S20"),
    subject=SubjectKind.DEVICE,
    needs=("matter.device.encrypted",),
    applies=in_use,
    check=check,
    violates=(case(SubjectKind.DEVICE, matter=device(encrypted=False, memory_card=False)),),
    complies=(
        case(SubjectKind.DEVICE, matter=device(**INSTEAD)),
        case(SubjectKind.DEVICE, matter=device(encrypted=False, retired_on=date(2026, 11, 20))),
    ),
)

"""What was encrypted well, with its key kept apart, needs no notice when it is lost. Nothing else is as safe.

A lost camera card or phone is no breach of unsecured information where the photos on it were encrypted as the guidance
of HHS asks, and the key or password was not lost with it (HITECH Act 13402(h)(2); 74 FR 19006). The same holds for what
was destroyed; a picture that was blacked out or blurred was not destroyed, the guidance says so expressly. And what
the public saw was encrypted for nobody. Whether an encryption meets the standard, IT must say.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case

LOST = {"public": False, "encrypted": True, "key_apart": True}


def check(subject: Subject) -> Observation | None:
    incident = subject.matter.incident
    if incident.public:
        return Observation(text="It is recorded as encrypted, and anybody could see it.")
    if not incident.key_apart:
        return Observation(text="It was encrypted, and its key or password was lost with it.")
    return None


RULE = Rule(
    id="hitech-safe-harbor",
    title="The encryption does not help here",
    citation="42 USC 17932(h)(2)",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Treat it as a breach until the four factors show otherwise, and tell the patients in time.",
    lesson="devices-and-storage",
    seed=("S19", "S39"),
    subject=SubjectKind.INCIDENT,
    needs=("matter.incident.key_apart",),
    applies=lambda subject: bool(subject.matter.incident.encrypted),
    check=check,
    violates=(
        case(SubjectKind.INCIDENT, matter=altered(**(LOST | {"key_apart": False}))),
        case(SubjectKind.INCIDENT, matter=altered(**(LOST | {"public": True}))),
    ),
    complies=(case(SubjectKind.INCIDENT, matter=altered(**LOST)),),
)

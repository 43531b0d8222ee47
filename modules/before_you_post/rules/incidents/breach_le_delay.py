"""The police may ask a practice to wait with its notices; a spoken wish lasts thirty days at most and is written down.

In writing, the practice waits as long as the writing says. Spoken, it writes down the wish and the name of the
official, and waits no longer than thirty days from that day, unless a letter follows (45 CFR 164.412).
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case
from ..conditions.breach import delay

SPOKEN = {"delay_asked_on": date(2026, 6, 3), "delay_asked_by": "Det. Okafor", "delay_written": False}


def check(subject: Subject) -> Observation | None:
    incident = subject.matter.incident
    if incident.delay_written:
        return None
    said = [] if incident.delay_asked_by else ["which official asked is not on record"]
    if incident.delay_asked_on is None:
        said.append("the day they asked is not on record, so the wish delays nothing")
    elif incident.delay_until > delay(incident):
        said.append(f"it is kept until {incident.delay_until}, and lasts until {delay(incident)} at most")
    return Observation(text=f"The police asked without writing: {'; '.join(said)}.") if said else None


RULE = Rule(
    id="breach-le-delay",
    title="A spoken wish of the police delays the notices for too long, or is not on record",
    citation="45 CFR 164.412(b)",
    tag="V1",
    severity=Severity.LOW,
    remedy="Write down who asked and when, or ask for a letter. Without one, tell the patients when the thirty days "
    "are over.",
    lesson="when-it-goes-wrong",
    seed=("S17",),
    subject=SubjectKind.INCIDENT,
    needs=("matter.incident.delay_written",),
    applies=lambda subject: subject.matter.incident.delay_until is not None,
    check=check,
    violates=(
        case(SubjectKind.INCIDENT, matter=altered(**SPOKEN, delay_until=date(2026, 7, 4))),
        case(SubjectKind.INCIDENT, matter=altered(**(SPOKEN | {"delay_asked_by": None}), delay_until=date(2026, 7, 3))),
        case(
            SubjectKind.INCIDENT,
            matter=altered(delay_written=False, delay_until=date(2026, 7, 3)),  # neither who asked nor when
        ),
    ),
    complies=(
        case(SubjectKind.INCIDENT, matter=altered(**SPOKEN, delay_until=date(2026, 7, 3))),  # the thirtieth day
        case(SubjectKind.INCIDENT, matter=altered(delay_written=True, delay_until=date(2026, 9, 1))),
    ),
)

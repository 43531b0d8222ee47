"""A practice makes the harm of a wrong disclosure smaller, as far as it can: its own and its vendors'.

The law asks for it of every harm that is known (45 CFR 164.530(f)): take down what the practice controls, ask networks,
search engines and archives to drop their copies, ask whoever shared it to take it down. Copies may never come back
(S28); what was tried is written down all the same.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case
from ..conditions.breach import says_none


def check(subject: Subject) -> Observation | None:
    incident = subject.matter.incident
    if says_none(incident.mitigation):
        return Observation(text="Nothing was done to make the harm smaller.")
    if incident.public and incident.taken_down_on is None:
        text = f"It was public, and no day is on record on which it came down. Done was: {incident.mitigation}"
        return Observation(text=f"{text.rstrip('.')}.", review=True)
    return None


RULE = Rule(
    id="hipaa-mitigate",
    title="Little was done to make the harm smaller",
    citation="45 CFR 164.530(f)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Keep copies as evidence, take it down everywhere you can, ask for the removal of copies, and write down "
    "what you did.",
    lesson="when-it-goes-wrong",
    seed=("S28",),
    subject=SubjectKind.INCIDENT,
    needs=("matter.incident.mitigation",),
    applies=lambda subject: True,
    check=check,
    violates=(
        case(SubjectKind.INCIDENT, matter=altered(mitigation="none")),
        case(SubjectKind.INCIDENT, matter=altered(taken_down_on=None)),
    ),
    complies=(case(SubjectKind.INCIDENT, matter=altered(taken_down_on=None, public=False)),),
)

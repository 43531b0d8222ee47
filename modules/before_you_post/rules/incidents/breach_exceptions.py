"""The three exceptions to what counts as a breach stay inside the practice; a public post fits none of them.

Somebody who works here opened something in good faith and did not pass it on; two people who may both see such things
shared it by mistake; whoever got it could not have kept it (45 CFR 164.402(1)). Anybody can keep what the public sees.
Whether an exception holds for something that stayed inside, the privacy officer judges.
"""

from __future__ import annotations

from ...records import BreachException, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case

RELIED_ON = {"exception": BreachException.NOT_KEPT}


def check(subject: Subject) -> Observation | None:
    incident = subject.matter.incident
    if not incident.public:
        return None
    return Observation(text=f"The exception “{incident.exception}” is relied on, and anybody could see it.")


RULE = Rule(
    id="breach-exceptions",
    title="An exception is relied on for something that was public",
    citation="45 CFR 164.402",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Take the exception out and look at the four factors, or tell the patients.",
    lesson="when-it-goes-wrong",
    seed=("S6",),
    subject=SubjectKind.INCIDENT,
    needs=("matter.incident.public",),
    applies=lambda subject: subject.matter.incident.exception is not None,
    check=check,
    violates=(case(SubjectKind.INCIDENT, matter=altered(**RELIED_ON)),),
    complies=(case(SubjectKind.INCIDENT, matter=altered(**RELIED_ON, public=False)),),
)

"""A photo that went out without a form counts as a breach until the practice has shown otherwise.

The law presumes it (45 CFR 164.402(2)). That the post was deleted within the hour changes nothing: the disclosure
happened. Only a written look at four things may show that there is a low probability that the information was
compromised. So an incident that was closed without any of the four is not closed, and one about which nothing was
concluded runs towards the last day to tell the patients. What the four things come to, no program can say.
"""

from __future__ import annotations

from datetime import date

from ...records import BreachException, Conclusion, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import OPEN, altered
from ..cases.clean_office import case
from ..conditions.breach import FACTORS, counts_as_breach, last_day

NO_FACTOR = dict.fromkeys(FACTORS)
LOW = {"conclusion": Conclusion.LOW_PROBABILITY}
LAST_DAY = {"discovered_on": date(2026, 9, 23)}
INSIDE = {"exception": BreachException.INSIDE, "public": False}


def check(subject: Subject) -> Observation | None:
    incident = subject.matter.incident
    if incident.conclusion is None:
        if incident.individuals_told_on or not counts_as_breach(incident) or subject.day > last_day(incident):
            return None
        text = "Nothing has been concluded yet. Until the four factors show otherwise it counts as a breach. It was "
        text += f"discovered on {incident.discovered_on}; the last day to tell the patients is {last_day(incident)}."
        return Observation(text=text, review=True)
    if incident.conclusion is Conclusion.BREACH or any(getattr(incident, factor) for factor in FACTORS):
        return None
    return Observation(text="It was closed as a low probability, and none of the four factors is on record.")


RULE = Rule(
    id="breach-presumed",
    title="The incident was closed, or left open, without looking at the four factors",
    citation="45 CFR 164.402",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Keep copies of what was out, then write down the four factors with the worksheet of `before-you-post "
    "incident`. The privacy officer concludes; until then treat it as a breach.",
    lesson="when-it-goes-wrong",
    seed=("S6",),
    subject=SubjectKind.INCIDENT,
    needs=(),
    applies=lambda subject: subject.matter.incident.discovered_on is not None,
    check=check,
    violates=(
        case(SubjectKind.INCIDENT, matter=altered(**LOW, **NO_FACTOR)),
        case(SubjectKind.INCIDENT, matter=altered(**OPEN)),
        case(SubjectKind.INCIDENT, matter=altered(**(OPEN | LAST_DAY))),
    ),
    complies=(
        case(SubjectKind.INCIDENT, matter=altered(**NO_FACTOR)),  # patients were told: no assessment is owed
        case(SubjectKind.INCIDENT, matter=altered(**LOW)),
        case(SubjectKind.INCIDENT, matter=altered(**(OPEN | INSIDE))),
        case(SubjectKind.INCIDENT, matter=altered(conclusion=None)),  # patients were told, whatever it was
    ),
)

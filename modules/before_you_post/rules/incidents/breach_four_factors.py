"""Four things must be on record before anybody may say that a breach is improbable, and who said so.

What kind of information it was and how easily it tells who; who got it; whether it was really seen or taken; how far
the risk was reduced afterwards (45 CFR 164.402(2)(i) to (iv)). Three out of four are no assessment, and one that
nobody signed is nobody's. A practice that tells its patients at once owes no assessment.
"""

from __future__ import annotations

from ...records import Conclusion, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case
from ..conditions.breach import FACTORS

LOW = {"conclusion": Conclusion.LOW_PROBABILITY}


def check(subject: Subject) -> Observation | None:
    incident = subject.matter.incident
    missing = [words for field, words in FACTORS.items() if not getattr(incident, field)]
    if not incident.concluded_by:
        missing.append("who concluded it")
    if not incident.concluded_on:
        missing.append("on which day it was concluded")
    if not missing:
        return None
    return Observation(text=f"It was closed as a low probability; not on record: {'; '.join(missing)}.")


def applies(subject: Subject) -> bool:
    """Something was assessed. Where nothing was, the rule about the presumption speaks."""
    incident = subject.matter.incident
    assessed = any(getattr(incident, factor) for factor in FACTORS)
    return assessed and incident.conclusion is Conclusion.LOW_PROBABILITY


RULE = Rule(
    id="breach-four-factors",
    title="The assessment of the incident lacks a part",
    citation="45 CFR 164.402",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Fill in what is missing from what is known, and let the privacy officer sign the conclusion. If a factor "
    "cannot be answered, it does not speak for a low probability.",
    lesson="when-it-goes-wrong",
    seed=("S6",),
    subject=SubjectKind.INCIDENT,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.INCIDENT, matter=altered(**LOW, factor_viewed=None)),
        case(SubjectKind.INCIDENT, matter=altered(**LOW, concluded_by=None, factor_data=None)),
        case(SubjectKind.INCIDENT, matter=altered(**LOW, concluded_on=None)),
    ),
    complies=(
        case(SubjectKind.INCIDENT, matter=altered(**LOW)),
        case(SubjectKind.INCIDENT, matter=altered(factor_viewed=None)),  # patients were told
    ),
)

"""What followed for whoever did it is written down, be it only that they were trained again.

Sanctions are for the practice to choose, and fit what happened; that they are applied and documented, the law asks
(45 CFR 164.530(e)). “None” may be right, with its reason: then nobody has to guess later whether it was forgotten.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case
from ..conditions.breach import says_none


def check(subject: Subject) -> Observation | None:
    said = subject.matter.incident.sanction
    if not says_none(said) or len(said.split()) > 1:
        return None
    return Observation(text="No sanction followed, and the reason is not on record.", review=True)


RULE = Rule(
    id="hipaa-sanction-recorded",
    title="No sanction followed, and nobody wrote down why",
    citation="45 CFR 164.530(e)(2)",
    tag="V1",
    severity=Severity.MED,
    remedy="Let the privacy officer write down what followed, or why nothing did.",
    lesson="when-it-goes-wrong",
    seed=("S5",),
    subject=SubjectKind.INCIDENT,
    needs=("matter.incident.sanction",),
    applies=lambda subject: subject.matter.incident.conclusion is not None,
    check=check,
    violates=(case(SubjectKind.INCIDENT, matter=altered(sanction="None.")),),
    complies=(case(SubjectKind.INCIDENT, matter=altered(sanction="none: the network changed its settings")),),
)

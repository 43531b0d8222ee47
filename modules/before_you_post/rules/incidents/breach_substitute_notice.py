"""Patients whom no letter reaches must hear of it in another way.

For fewer than ten, another written notice, a call or the like. For ten or more, ninety days on the home page or in
the larger papers or broadcasts of where they live, with a number that costs nothing to call (45 CFR 164.404(d)(2)).
"""

from __future__ import annotations

from ...law.clocks import clock
from ...records import NoticeWay, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case
from ..conditions.breach import counts_as_breach

ENOUGH_FOR_FEW = {NoticeWay.SUBSTITUTE, NoticeWay.PUBLIC, NoticeWay.PHONE}


def check(subject: Subject) -> Observation | None:
    incident, needed = subject.matter.incident, clock("substitute")
    many = incident.unreachable >= needed.at_least
    if set(incident.told_by) & ({NoticeWay.PUBLIC} if many else ENOUGH_FOR_FEW):
        return None
    asked = f"{needed.days} days on the home page, or print or broadcast" if many else "a call or another way"
    text = f"People who could not be reached: {incident.unreachable}. On record is {', '.join(incident.told_by)}; "
    return Observation(text=f"{text}the law asks for {asked}.")


def applies(subject: Subject) -> bool:
    """Patients were told of a breach, and some could not be reached."""
    incident = subject.matter.incident
    return counts_as_breach(incident) and bool(incident.individuals_told_on and incident.unreachable)


RULE = Rule(
    id="breach-substitute-notice",
    title="Patients who could not be reached were told in no other way",
    citation="45 CFR 164.404(d)(2)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Tell them in the other way now, and record it.",
    lesson="when-it-goes-wrong",
    seed=("S17",),
    subject=SubjectKind.INCIDENT,
    needs=("matter.incident.told_by",),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.INCIDENT, matter=altered(unreachable=1)),
        case(SubjectKind.INCIDENT, matter=altered(unreachable=10, told_by=(NoticeWay.MAIL, NoticeWay.PHONE))),
    ),
    complies=(
        case(SubjectKind.INCIDENT, matter=altered(unreachable=9, told_by=(NoticeWay.MAIL, NoticeWay.PHONE))),
        case(SubjectKind.INCIDENT, matter=altered(unreachable=10, told_by=(NoticeWay.MAIL, NoticeWay.PUBLIC))),
    ),
)

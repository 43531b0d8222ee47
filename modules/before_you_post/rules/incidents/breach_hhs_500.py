"""Where five hundred people or more are concerned, HHS is told at the same time as the patients.

Not with the year's list, and not later than the sixty days (45 CFR 164.408(b)). HHS then names the practice on a public
page.
"""

from __future__ import annotations

from datetime import date

from ...law.clocks import clock
from ...records import Conclusion, NoticeItem, NoticeWay, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import OPEN, altered
from ..cases.clean_office import case
from ..conditions.breach import clock_runs, last_day, people, too_late

FIVE_HUNDRED = {"individuals": 500, "residents": (("NV", 100), ("OH", 400))}
TOLD = {
    "individuals_told_on": date(2026, 11, 16),
    "told_by": (NoticeWay.MAIL,),
    "notice_says": tuple(NoticeItem),
}
CLOSED = Conclusion.LOW_PROBABILITY


def check(subject: Subject) -> Observation | None:
    incident = subject.matter.incident
    if people(incident) < clock("hhs").at_least:
        return None
    concerned, told = f"People concerned: {people(incident)}.", incident.individuals_told_on
    if late := too_late(incident.hhs_told_on, last_day(incident), subject.day, "HHS was"):
        return Observation(text=f"{concerned} {late}")
    if told is None or (incident.hhs_told_on is not None and incident.hhs_told_on <= told):
        return None
    day = f"on {incident.hhs_told_on}" if incident.hhs_told_on else "on no day that is on record"
    return Observation(text=f"{concerned} The patients were told on {told}, and HHS {day}.", review=True)


def applies(subject: Subject) -> bool:
    """Many people, or nobody counted them: one rule asks for their number."""
    incident = subject.matter.incident
    return clock_runs(incident) and (people(incident) is None or people(incident) >= clock("hhs").at_least)


RULE = Rule(
    id="breach-hhs-500",
    title="HHS was not told together with the patients",
    citation="45 CFR 164.408(b)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Report it on the breach portal of HHS now, and record the day. Write down how many people are concerned.",
    lesson="when-it-goes-wrong",
    seed=("S17",),
    subject=SubjectKind.INCIDENT,
    needs=("matter.incident.individuals or matter.incident.residents",),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.INCIDENT, matter=altered(**FIVE_HUNDRED, hhs_told_on=date(2026, 8, 1))),
        case(SubjectKind.INCIDENT, matter=altered(**FIVE_HUNDRED, hhs_told_on=None)),
        case(SubjectKind.INCIDENT, matter=altered(**FIVE_HUNDRED, hhs_told_on=date(2026, 6, 13))),
        case(SubjectKind.INCIDENT, matter=altered(**(OPEN | TOLD | FIVE_HUNDRED))),
    ),
    complies=(
        case(SubjectKind.INCIDENT, matter=altered(**FIVE_HUNDRED, hhs_told_on=date(2026, 6, 12))),
        case(SubjectKind.INCIDENT, matter=altered(individuals=499, residents=(("OH", 499),))),
        case(SubjectKind.INCIDENT, matter=altered(**FIVE_HUNDRED, hhs_told_on=None, conclusion=CLOSED)),
    ),
)

"""Where more than five hundred people of one state are concerned, the press of that state is told too.

“500” is not one threshold: the press is told of *more than* 500 residents of one state, HHS of 500 people *or more* in
all. Both within the sixty days, and besides the letters, not in their place (45 CFR 164.406).
"""

from __future__ import annotations

from datetime import date

from ...law.clocks import clock
from ...records import Conclusion, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case
from ..conditions.breach import clock_runs, last_day, people, too_late

MANY = {"individuals": 600, "residents": (("NV", 501), ("OH", 502)), "hhs_told_on": date(2026, 6, 12)}
FEWER = {"individuals": 600, "residents": (("NV", 100), ("OH", 500)), "hhs_told_on": date(2026, 6, 12)}


def check(subject: Subject) -> Observation | None:
    incident = subject.matter.incident
    over = [f"{number} in {state}" for state, number in incident.residents if number > clock("media").more_than]
    late = too_late(incident.media_told_on, last_day(incident), subject.day, "the press was")
    return Observation(text=f"People concerned: {', '.join(over)}. {late}") if over and late else None


def applies(subject: Subject) -> bool:
    """So many people that there may be enough of one state. Where nobody counted them, another rule says so."""
    incident = subject.matter.incident
    return clock_runs(incident) and (people(incident) or 0) > clock("media").more_than


RULE = Rule(
    id="breach-media-500",
    title="The press was not told in time",
    citation="45 CFR 164.406",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Tell prominent media of that state now, with what the letters say, and record the day.",
    lesson="when-it-goes-wrong",
    seed=("S17",),
    subject=SubjectKind.INCIDENT,
    needs=("matter.incident.residents",),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.INCIDENT, matter=altered(**MANY)),
        case(SubjectKind.INCIDENT, matter=altered(**MANY, media_told_on=date(2026, 8, 1))),
    ),
    complies=(
        case(SubjectKind.INCIDENT, matter=altered(**FEWER)),
        case(SubjectKind.INCIDENT, matter=altered(**(FEWER | {"individuals": 500, "residents": None}))),
        case(SubjectKind.INCIDENT, matter=altered(**MANY, conclusion=Conclusion.LOW_PROBABILITY)),
        case(SubjectKind.INCIDENT, matter=altered(**MANY, media_told_on=date(2026, 7, 31))),
    ),
)

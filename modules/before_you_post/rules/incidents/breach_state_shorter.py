"""A state may give less time than the sixty days, and may want to be told itself.

State law that protects patients more stands beside HIPAA (45 CFR 160.203(b)). Which state laws on breaches reach a
photo, and this practice, our notes did not verify: many speak of computer records with a name, some of licensed
facilities only. So this rule fails nobody. It names the clocks that our notes have for the practice's state and the
patients', and asks a person to look, with counsel. That a state is not named proves nothing.
"""

from __future__ import annotations

from datetime import date

from ...law.clocks import Due, dues, state_clocks
from ...records import Conclusion, Incident, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case
from ..conditions.breach import clock_runs, people

FLORIDIAN = {"residents": (("FL", 1),)}
CLOSED = Conclusion.LOW_PROBABILITY
TEXANS = {"individuals": 250, "residents": (("TX", 250),), "state_told_on": date(2026, 7, 2)}
WAITS = {"delay_until": date(2026, 12, 31), "delay_asked_on": date(2026, 6, 3), "delay_written": True}


def check(subject: Subject) -> Observation | None:
    incident, own = subject.matter.incident, subject.office.practice.states
    residents = None if incident.residents is None else dict(incident.residents)
    clocks = dues(
        incident.discovered_on, people=people(incident), residents=residents, states=(*own, *(residents or ()))
    )
    late = [_said(due) for due in clocks if _may_count(due) and _missed(due, incident, subject.day)]
    text = f"State clocks that may count and have run out: {'; '.join(late)}."
    return Observation(text=text, review=True) if late else None


def _may_count(due: Due) -> bool:
    return due.clock.state is not None and due.applies is not False


def _missed(due: Due, incident: Incident, today: date) -> bool:
    told = incident.state_told_on if due.clock.to_state else incident.individuals_told_on
    return (told or today) > due.last_day


def _said(due: Due) -> str:
    return f"{due.clock.who}, by {due.last_day} ({due.clock.citation})"


def applies(subject: Subject) -> bool:
    """Our notes have a clock of the practice's state, or of the patients'."""
    incident = subject.matter.incident
    states = (*subject.office.practice.states, *(state for state, _ in incident.residents or ()))
    return clock_runs(incident) and any(state_clocks(state) for state in states)


RULE = Rule(
    id="breach-state-shorter",
    title="A state may have wanted to be told earlier",
    citation="45 CFR 160.203(b)",
    tag="U",
    severity=Severity.HIGH,
    remedy="Ask counsel today whether that law reaches this incident. Record whom you told and when.",
    lesson="state-rules",
    seed=("S18",),
    subject=SubjectKind.INCIDENT,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.INCIDENT, matter=altered(**TEXANS)),
        case(SubjectKind.INCIDENT, matter=altered(**FLORIDIAN, **WAITS, individuals_told_on=None, hhs_told_on=None)),
        case(SubjectKind.INCIDENT, matter=altered(**FLORIDIAN, individuals_told_on=date(2026, 7, 2))),
        case(SubjectKind.INCIDENT, matter=altered(individuals_told_on=date(2026, 6, 23)), practice={"states": ("CA",)}),
    ),
    complies=(
        case(SubjectKind.INCIDENT, matter=altered(**FLORIDIAN, individuals_told_on=date(2026, 7, 1))),
        case(SubjectKind.INCIDENT, matter=altered(**FLORIDIAN, individuals_told_on=None, conclusion=CLOSED)),
    ),
)

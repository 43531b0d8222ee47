"""Fewer than five hundred people: HHS is told within sixty days after the end of the year of discovery.

That is 1 March, or 29 February where that year is a leap year (45 CFR 164.408(c)). The year counts in which it was
discovered, not the one in which it happened. One post of one patient is such a breach; there is no smallest number.
"""

from __future__ import annotations

from datetime import date

from ...law.clocks import clock, yearly_due
from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case
from ..conditions.breach import clock_runs, people, too_late

LAST_YEAR = {
    "happened_on": date(2025, 4, 2),
    "discovered_on": date(2025, 6, 1),
    "reported_on": date(2025, 6, 1),
    "taken_down_on": date(2025, 6, 1),
    "concluded_on": date(2025, 6, 8),
    "individuals_told_on": date(2025, 6, 12),
    "accounting_on": date(2025, 6, 12),
}


def check(subject: Subject) -> Observation | None:
    incident, last = subject.matter.incident, yearly_due(subject.matter.incident.discovered_on)
    late = too_late(incident.hhs_told_on, last, subject.day, "HHS was")
    text = f"It was discovered on {incident.discovered_on}; people concerned: {people(incident)}. {late}"
    return Observation(text=text) if late else None


def applies(subject: Subject) -> bool:
    """Few people. Where nobody counted them, another rule says so."""
    incident = subject.matter.incident
    few = people(incident) is not None and people(incident) < clock("hhs").at_least
    return few and clock_runs(incident)


RULE = Rule(
    id="breach-hhs-under500",
    title="HHS was not told after the end of the year",
    citation="45 CFR 164.408(c)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Report it on the breach portal of HHS now, and record the day.",
    lesson="when-it-goes-wrong",
    seed=("S17",),
    subject=SubjectKind.INCIDENT,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.INCIDENT, matter=altered(**LAST_YEAR, hhs_told_on=None)),
        case(SubjectKind.INCIDENT, matter=altered(**LAST_YEAR, hhs_told_on=date(2026, 3, 2))),
    ),
    complies=(
        case(SubjectKind.INCIDENT, matter=altered(**LAST_YEAR, hhs_told_on=date(2026, 3, 1))),
        case(SubjectKind.INCIDENT, matter=altered(hhs_told_on=None)),  # there is time until next year
    ),
)

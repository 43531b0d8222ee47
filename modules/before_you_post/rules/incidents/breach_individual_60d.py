"""Patients are told without unreasonable delay, and sixty days after discovery at the very latest.

Sixty calendar days are the outer limit and no target (45 CFR 164.404(b)). They count from the day of discovery, also
while nobody has concluded yet whether it was a breach: the law presumes it. If the police say that a notice would
harm their work, the practice waits as long as they ask. The practice must be able to show that it told them, so a
notice that is not on record counts as none.
"""

from __future__ import annotations

from datetime import date

from ...records import Conclusion, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import OPEN, altered
from ..cases.clean_office import case
from ..conditions.breach import clock_runs, delay, last_day, too_late

DELAYED = {"delay_until": date(2026, 12, 31), "delay_asked_on": date(2026, 6, 3), "delay_written": True}
NOBODY_TOLD = {"individuals_told_on": None, "told_by": None, "notice_says": None, "hhs_told_on": None}
CONCLUDED = {"conclusion": Conclusion.BREACH, "concluded_by": "R. Ames", "concluded_on": date(2026, 11, 16)}


def check(subject: Subject) -> Observation | None:
    incident, last = subject.matter.incident, last_day(subject.matter.incident)
    if late := too_late(incident.individuals_told_on, last, subject.day, "the patients were"):
        return Observation(text=f"It was discovered on {incident.discovered_on}. {late}")
    waits = incident.individuals_told_on is None and incident.conclusion is Conclusion.BREACH
    if not waits or delay(incident):
        return None
    text = f"It was found to be a breach, and that the patients were told is not on record. The last day is {last}; "
    return Observation(text=f"{text}the law wants it without unreasonable delay.", review=True)


RULE = Rule(
    id="breach-individual-60d",
    title="The patients were not told in time",
    citation="45 CFR 164.404(b)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Tell the patients in writing now, say why it is late, and record the day. If the police asked to wait, "
    "record their wish.",
    lesson="when-it-goes-wrong",
    seed=("S17",),
    subject=SubjectKind.INCIDENT,
    needs=(),
    applies=lambda subject: clock_runs(subject.matter.incident),
    check=check,
    violates=(
        case(SubjectKind.INCIDENT, matter=altered(individuals_told_on=date(2026, 8, 1))),
        case(SubjectKind.INCIDENT, matter=altered(**NOBODY_TOLD)),
        case(SubjectKind.INCIDENT, matter=altered(**(OPEN | CONCLUDED))),
    ),
    complies=(
        case(SubjectKind.INCIDENT, matter=altered(individuals_told_on=date(2026, 7, 31))),  # the sixtieth day
        case(SubjectKind.INCIDENT, matter=altered(**(NOBODY_TOLD | DELAYED))),
    ),
)

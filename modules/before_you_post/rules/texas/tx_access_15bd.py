"""In Texas, an electronic record that was asked for in writing is given within fifteen business days.

That is shorter than HIPAA's thirty days, and photos in the record are part of it (S9). It holds where the practice's
system can give the record electronically. We count Monday to Friday; holidays would add days, and we have the section
from a reproduction, so a person decides.
"""

from __future__ import annotations

from datetime import date

from ...law.clocks import business_after
from ...records import PatientRequest, RequestKind, Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import access
from ..conditions.asked import asked_for, late
from ..conditions.several import told
from ..conditions.states import because

DAYS = 15  # Tex. Health & Safety Code 181.102
TEXAS = {"states": ("TX",)}


def applies(subject: Subject) -> bool:
    """Texan law counts, and the requests are listed; hipaa-access-30d asks for the list."""
    return because("TX", subject) is not None and subject.office.papers.requests is not None


def check(subject: Subject) -> Observation | None:
    requests = asked_for(subject.office.papers, RequestKind.ACCESS, subject.day)
    asked = [one for one in requests if one.electronic and one.written is not False]
    found = list(filter(None, (late(one, _last(one), subject.day) for one in asked)))
    if found:
        text = f"Fifteen business days went by, counted from Monday to Friday without holidays: {'; '.join(found)}."
        return Observation(text=f"{text} {because('TX', subject)}", review=True)
    unsaid = [one.request for one in requests if one.electronic is None]
    if unsaid:
        return Observation(
            text=f"Whether an electronic record was asked for is not recorded: {told(unsaid)}.", unknown=True
        )
    return None


def _last(request: PatientRequest) -> date | None:
    return business_after(request.received_on, DAYS) if request.received_on else None


RULE = Rule(
    id="tx-access-15bd",
    title="In Texas, an electronic record was not given in time",
    citation="Tex. Health & Safety Code 181.102",
    tag="V2",
    severity=Severity.MED,
    remedy="Give the record now. From now on count fifteen business days from the day a written request comes in.",
    lesson="state-rules",
    seed=("S9", "S18"),
    subject=SubjectKind.PRACTICE,
    reach=Reach.STATE,
    needs=(),
    applies=applies,
    check=check,
    violates=(case(SubjectKind.PRACTICE, practice=TEXAS, papers=access(answered_on=date(2026, 5, 26))),),
    complies=(
        case(SubjectKind.PRACTICE, practice=TEXAS, papers=access(answered_on=date(2026, 5, 25))),
        case(SubjectKind.PRACTICE, papers=access(answered_on=date(2026, 5, 26))),  # in Ohio
    ),
)

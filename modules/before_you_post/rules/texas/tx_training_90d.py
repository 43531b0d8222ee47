"""In Texas everybody is trained by the ninetieth day after being hired.

The state's own medical privacy law binds nearly everybody who handles patient information, HIPAA or not, and names
the day: each employee is trained on state and federal law, as fits the work, by day 90. Older texts that speak of
sixty days and of repetition every two years are repealed.
"""

from __future__ import annotations

from datetime import date

from ...law.clocks import after
from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import member
from ..conditions.members import trainings, works_here
from ..conditions.states import because

DAYS = 90  # Tex. Health & Safety Code 181.101(a), (b)
TEXAS = {"states": ("TX",)}


def applies(subject: Subject) -> bool:
    """Texan law counts for somebody who works here, and it is known whether they were trained."""
    one = subject.matter.member  # hipaa-training speaks where no training is recorded
    return because("TX", subject) is not None and works_here(one, subject.day) and one.trained_on is not None


def check(subject: Subject) -> Observation | None:
    one = subject.matter.member
    last = after(one.hired_on, DAYS)
    done = [each for each in trainings(one, subject.day) if each >= one.hired_on]
    first = done[0] if done else None
    if (first is not None and first <= last) or (first is None and subject.day <= last):
        return None
    trained = f"was first trained on {first}" if first else "has not been trained since"
    return Observation(
        text=f"{one.person} was hired on {one.hired_on} and {trained}; day 90 was {last}. {because('TX', subject)}"
    )


RULE = Rule(
    id="tx-training-90d",
    title="In Texas, somebody was not trained by the ninetieth day",
    citation="Tex. Health & Safety Code 181.101(a)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Train the person now, note the day, and have the statement signed. From now on train before day 90.",
    lesson="state-rules",
    seed=("S5", "S18"),
    subject=SubjectKind.STAFF,
    reach=Reach.STATE,
    needs=("matter.member.hired_on",),
    applies=applies,
    check=check,
    violates=(case(SubjectKind.STAFF, practice=TEXAS, matter=member(hired_on=date(2025, 6, 9))),),
    complies=(
        case(SubjectKind.STAFF, practice=TEXAS, matter=member(hired_on=date(2025, 6, 10))),  # the ninetieth day
        case(SubjectKind.STAFF, matter=member(hired_on=date(2025, 6, 9))),  # in Ohio
    ),
)

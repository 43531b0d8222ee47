"""In Texas, everybody signs a statement that the training took place, and it is kept for six years.

The statement belongs to the training it tells of: one from before the last training does not speak for that. Where no
day of a signature is recorded, nobody knows whether there is a statement, so a person must look for it.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import member
from ..conditions.members import trainings, works_here
from ..conditions.states import because

TEXAS = {"states": ("TX",)}


def applies(subject: Subject) -> bool:
    """Texan law counts for somebody who works here and was trained."""
    one, day = subject.matter.member, subject.day
    return because("TX", subject) is not None and works_here(one, day) and bool(trainings(one, day))


def check(subject: Subject) -> Observation | None:
    one, last = subject.matter.member, trainings(subject.matter.member, subject.day)[-1]
    why = because("TX", subject)
    if one.attested_on is None:
        text = f"{one.person} was last trained on {last}, and no day is recorded on which they signed so. {why}"
        return Observation(text=text, review=True)
    if one.attested_on >= last:
        return None
    text = f"{one.person} was last trained on {last}; their last signed statement is of {one.attested_on}. {why}"
    return Observation(text=text)


RULE = Rule(
    id="tx-training-signed",
    title="In Texas, nobody signed that the training took place",
    citation="Tex. Health & Safety Code 181.101(d)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Have the person sign that the training took place, note the day, and keep the statement for six years.",
    lesson="state-rules",
    seed=("S5", "S18"),
    subject=SubjectKind.STAFF,
    reach=Reach.STATE,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.STAFF, practice=TEXAS, matter=member(attested_on=None)),
        case(SubjectKind.STAFF, practice=TEXAS, matter=member(attested_on=date(2026, 9, 6))),
    ),
    complies=(case(SubjectKind.STAFF, practice=TEXAS), case(SubjectKind.STAFF, matter=member(attested_on=None))),
)

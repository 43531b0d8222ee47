"""A patient who asks to have the record corrected gets an answer within sixty days.

A photo can be filed under the wrong patient or carry the wrong date; the patient may ask to have that put right (S11).
The practice corrects it or says in writing why not. The sixty days can be extended once by thirty, by a letter within
them.
"""

from __future__ import annotations

from datetime import date

from ...records import RequestKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import amendment
from ..conditions.asked import asked_for, last_day, late, undated
from ..conditions.several import told

DAYS, MORE = 60, 30  # 45 CFR 164.526(b)(2)


def check(subject: Subject) -> Observation | None:
    requests = asked_for(subject.office.papers, RequestKind.AMENDMENT, subject.day)
    found = [late(one, last_day(one, DAYS, MORE), subject.day) for one in requests]
    if any(found):
        return Observation(
            text=f"Patients asked for a correction and waited too long: {'; '.join(filter(None, found))}."
        )
    if unsaid := undated(requests):
        return Observation(text=f"It is not recorded when these requests came in: {told(unsaid)}.", unknown=True)
    return None


RULE = Rule(
    id="hipaa-amend-60d",
    title="A patient waited too long for a correction of the record",
    citation="45 CFR 164.526(b)(2)",
    tag="V1",
    severity=Severity.MED,
    remedy="Correct the record, or say in writing why not and what the patient can do. If you need longer, say so "
    "within the first sixty days.",
    lesson="phi-and-the-record",
    seed=("S11",),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: subject.office.papers.requests is not None,  # hipaa-access-30d asks for the list
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, papers=amendment(answered_on=date(2026, 7, 4))),
        case(SubjectKind.PRACTICE, papers=amendment(received_on=date(2026, 9, 22), answered_on=None)),
    ),
    complies=(
        case(SubjectKind.PRACTICE, papers=amendment(answered_on=date(2026, 7, 3))),
        case(SubjectKind.PRACTICE, papers=amendment(extended_on=date(2026, 7, 3), answered_on=date(2026, 8, 2))),
    ),
)

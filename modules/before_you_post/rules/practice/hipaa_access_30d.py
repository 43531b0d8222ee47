"""A patient who asks for the record gets it within thirty days, photos included.

What is in the record set can be seen and copied on request (S9), for the cost of copying only. The thirty days can be
extended once, by a letter within them that says why and until when. Photos of progress belong to the record (S11);
whether an answer without photos was whole, a person decides.
"""

from __future__ import annotations

from datetime import date

from ...records import RequestKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import access
from ..conditions.asked import asked_for, last_day, late, undated
from ..conditions.several import told

DAYS, MORE = 30, 30  # 45 CFR 164.524(b)(2)


def check(subject: Subject) -> Observation | None:
    requests = asked_for(subject.office.papers, RequestKind.ACCESS, subject.day)
    found = [late(one, last_day(one, DAYS, MORE), subject.day) for one in requests]
    if any(found):
        return Observation(
            text=f"Patients asked for their record and waited too long: {'; '.join(filter(None, found))}."
        )
    bare = [one.request for one in requests if one.answered_on and one.photos_included is False]
    if bare:
        text = f"Answered without the photos: {told(bare)}. Whether there were any in the record, a person must say."
        return Observation(text=text, review=True)
    if unsaid := undated(requests):
        return Observation(text=f"It is not recorded when these requests came in: {told(unsaid)}.", unknown=True)
    return None


RULE = Rule(
    id="hipaa-access-30d",
    title="A patient waited too long for the record, or got it without photos",
    citation="45 CFR 164.524(b)(2)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Answer today, with the photos, in the format that was asked for if you can. If you need longer, say so in "
    "writing within the first thirty days.",
    lesson="phi-and-the-record",
    seed=("S9", "S11"),
    subject=SubjectKind.PRACTICE,
    needs=("office.papers.requests",),
    applies=lambda subject: True,
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, papers=access(answered_on=date(2026, 6, 4))),
        case(SubjectKind.PRACTICE, papers=access(received_on=date(2026, 10, 22), answered_on=None)),
        case(SubjectKind.PRACTICE, papers=access(photos_included=False)),
    ),
    complies=(
        case(SubjectKind.PRACTICE, papers=access(answered_on=date(2026, 6, 3))),
        case(SubjectKind.PRACTICE, papers=access(extended_on=date(2026, 6, 3), answered_on=date(2026, 7, 3))),
        case(SubjectKind.PRACTICE, papers=access(received_on=date(2026, 10, 23), answered_on=None)),
        case(SubjectKind.PRACTICE, papers={"requests": ()}),
    ),
)

"""Somebody regularly looks at who opened which photos.

The Security Rule requires that systems with patient information record what is done in them, and that somebody goes
through those records regularly (S39). Snooping and photos taken along on leaving are found that way or not at all. How
often is the practice's own policy.
"""

from __future__ import annotations

from datetime import date

from ...records import CheckKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import checked
from ..conditions.routine import overdue


def check(subject: Subject) -> Observation | None:
    return overdue(subject.office, CheckKind.LOGS, subject.day, "gone through the logs of who opened photos")


RULE = Rule(
    id="hipaa-audit-controls",
    title="Nobody looks at who opened photos",
    citation="45 CFR 164.312(b), 164.308(a)(1)(ii)(D)",
    tag="V1",
    severity=Severity.MED,
    remedy="Have whoever looks after the computers go through the logs of the library, the website and cloud albums, "
    "and note the day and what was found.",
    lesson="devices-and-storage",
    seed=("S39", "S40"),
    subject=SubjectKind.PRACTICE,
    needs=("office.papers.checks",),
    applies=lambda subject: True,
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, papers=checked(CheckKind.LOGS, done_on=date(2026, 8, 21))),
        case(SubjectKind.PRACTICE, papers=checked(CheckKind.LOGS, done_on=date(2026, 11, 23))),
    ),
    complies=(case(SubjectKind.PRACTICE, papers=checked(CheckKind.LOGS, done_on=date(2026, 8, 22))),),
)

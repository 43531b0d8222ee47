"""What is up is gone through again and again: does each post still have its form?

HIPAA asks for reasonable safeguards against wrong uses; in two cases about posted photos their lack was held against
the practice. Two people before a post goes out, a gate that nothing passes without a form, and a sweep of what is up:
which of these are reasonable is for the practice to say (S2, S6). An audit with this program is such a sweep; note it.
"""

from __future__ import annotations

from datetime import date

from ...records import CheckKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import checked
from ..conditions.routine import overdue


def check(subject: Subject) -> Observation | None:
    return overdue(subject.office, CheckKind.POSTS, subject.day, "gone through the live posts and their forms")


RULE = Rule(
    id="hipaa-safeguards",
    title="Nobody goes through what is still up",
    citation="45 CFR 164.530(c)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Go through every live post against its form, every month if you can; note the day and what was taken down.",
    lesson="before-you-post",
    seed=("S2", "S6"),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: subject.office.papers.checks is not None,  # hipaa-audit-controls asks for the list
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers=checked(CheckKind.POSTS, done_on=date(2026, 8, 21))),),
    complies=(case(SubjectKind.PRACTICE, papers=checked(CheckKind.POSTS, done_on=date(2026, 8, 22))),),
)

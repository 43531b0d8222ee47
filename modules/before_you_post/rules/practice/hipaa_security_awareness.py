"""Everybody who works here, the owners too, is reminded of security from time to time.

The Security Rule asks for an awareness program for the whole workforce, with reminders; a training once and never
again is none (S5). How often is the practice's own policy, and reminders are “addressable”, so a person decides.
"""

from __future__ import annotations

from datetime import date

from ...records import CheckKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import checked
from ..conditions.routine import overdue


def check(subject: Subject) -> Observation | None:
    return overdue(subject.office, CheckKind.REMINDER, subject.day, "reminded everybody of security")


RULE = Rule(
    id="hipaa-security-awareness",
    title="Nobody reminds the people here of security",
    citation="45 CFR 164.308(a)(5)",
    tag="V1",
    severity=Severity.MED,
    remedy="Remind everybody, owners included: a short note on phones or strange e-mails will do. Note the day.",
    lesson="devices-and-storage",
    seed=("S5",),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: subject.office.papers.checks is not None,  # hipaa-audit-controls asks for the list
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers=checked(CheckKind.REMINDER, done_on=date(2026, 8, 21))),),
    complies=(case(SubjectKind.PRACTICE, papers=checked(CheckKind.REMINDER, done_on=date(2026, 8, 22))),),
)

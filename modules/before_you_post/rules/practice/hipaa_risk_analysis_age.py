"""The risk analysis is looked at again from time to time.

The article speaks of the annual risk assessment (S41). Today's rule sets no yearly clock: it asks for review from time
to time and when something changes; a year is good policy, and proposed. So the practice's own number counts, and the
day it set for the next one, and a person decides.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import ANALYSIS
from ..conditions.analyses import last_analysis
from ..conditions.spans import months_after


def check(subject: Subject) -> Observation | None:
    last = last_analysis(subject.office.papers.risk_analyses, subject.day)
    months = subject.office.practice.policy.risk_analysis_months
    due = min(filter(None, (months_after(last.done_on, months), last.next_on)))
    if subject.day <= due:
        return None
    return Observation(
        text=f"The last risk analysis was finished on {last.done_on}, and by the practice's own policy the next was "
        f"due on {due}. The law sets no yearly clock.",
        review=True,
    )


RULE = Rule(
    id="hipaa-risk-analysis-age",
    title="The risk analysis is older than the practice's own policy allows",
    citation="45 CFR 164.308(a)(8), 164.316(b)(2)(iii)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Look at it again: new channels, devices, people and services since then. Note the day, and the next one.",
    lesson="risk-assessment",
    seed=("S41",),
    subject=SubjectKind.PRACTICE,
    reach=Reach.POLICY,
    needs=(),
    applies=lambda subject: last_analysis(subject.office.papers.risk_analyses, subject.day) is not None,
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, papers={"risk_analyses": (replace(ANALYSIS, done_on=date(2025, 11, 21)),)}),
        case(SubjectKind.PRACTICE, papers={"risk_analyses": (replace(ANALYSIS, next_on=date(2026, 11, 21)),)}),
    ),
    complies=(
        case(SubjectKind.PRACTICE, papers={"risk_analyses": (replace(ANALYSIS, done_on=date(2025, 11, 22)),)}),
        case(SubjectKind.PRACTICE, papers={"risk_analyses": (replace(ANALYSIS, next_on=date(2026, 11, 22)),)}),
    ),
)

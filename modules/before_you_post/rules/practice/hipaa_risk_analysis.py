"""The practice has looked at what could happen to its electronic patient information.

An accurate and thorough risk analysis is the first duty of the Security Rule, and its lack the one most often found
by the government. Photos belong into it (S41). Another rule asks what it looked at, and another how old it is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import ANALYSIS
from ..conditions.analyses import last_analysis


def check(subject: Subject) -> Observation | None:
    if last_analysis(subject.office.papers.risk_analyses, subject.day):
        return None
    return Observation(text=f"No risk analysis was finished by {subject.day}.")


RULE = Rule(
    id="hipaa-risk-analysis",
    title="There is no risk analysis",
    citation="45 CFR 164.308(a)(1)(ii)(A)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Go through every place where patients' photos lie or pass, write down what could happen there and what is "
    "done about it, and note the day.",
    lesson="risk-assessment",
    seed=("S41",),
    subject=SubjectKind.PRACTICE,
    needs=("office.papers.risk_analyses",),
    applies=lambda subject: True,
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, papers={"risk_analyses": ()}),
        case(SubjectKind.PRACTICE, papers={"risk_analyses": (replace(ANALYSIS, done_on=date(2026, 11, 23)),)}),
    ),
    complies=(case(SubjectKind.PRACTICE, papers={"risk_analyses": (replace(ANALYSIS, done_on=date(2026, 11, 22)),)}),),
)

"""Policies, notices, trainings and signed forms are kept for six years.

HIPAA counts from the day a paper was made, or from the day it last held, whichever is later. A form for a photo that
stays up for years is therefore kept for years after. A practice that has written down a shorter time destroys what it
may have to show (S44).
"""

from __future__ import annotations

from ...records import Policy, PolicyKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import without_policy
from ..conditions.in_force import in_force

YEARS = 6  # 45 CFR 164.530(j)(2), 164.316(b)(2)(i)


def check(subject: Subject) -> Observation | None:
    years, papers = subject.office.practice.policy.retention_years, subject.office.papers
    if years is not None and years < YEARS:
        return Observation(text=f"By practice.yaml, papers are kept for {years} years; the law asks for {YEARS}.")
    if papers.policies is None or in_force(papers, PolicyKind.RETENTION, subject.day):
        return None
    text = "No policy on how long papers are kept is in force. The law asks that they are kept, and not for a policy"
    return Observation(text=f"{text}; so a person decides.", review=True)


def applies(subject: Subject) -> bool:
    """Either the number of years or the list of policies is recorded; hipaa-policies asks for the list."""
    office = subject.office
    return office.papers.policies is not None or office.practice.policy.retention_years is not None


RULE = Rule(
    id="hipaa-docs-6y",
    title="Papers are not kept for six years",
    citation="45 CFR 164.530(j), 164.316(b)(2)(i)",
    tag="V1",
    severity=Severity.MED,
    remedy="Keep every policy, notice, proof of training and signed form for six years from the day it last held, and "
    "write that down.",
    lesson="policy-and-forms",
    seed=("S44",),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, practice={"policy": Policy(retention_years=5)}),
        case(SubjectKind.PRACTICE, papers=without_policy(PolicyKind.RETENTION)),
    ),
    complies=(case(SubjectKind.PRACTICE, practice={"policy": Policy(retention_years=6)}),),
)

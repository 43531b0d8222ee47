"""The practice has written down which of its records patients can have.

Patients can see and copy their designated record set (S9): a provider's medical and billing records, and whatever else
is used to decide about them. The rule asks the practice to document which sets these are.
"""

from __future__ import annotations

from datetime import date

from ...records import PolicyKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import policy, without_policy
from ..conditions.in_force import in_force


def check(subject: Subject) -> Observation | None:
    if in_force(subject.office.papers, PolicyKind.RECORD_SET, subject.day):
        return None
    return Observation(text="No paper is in force that says which records patients can have (the record set).")


RULE = Rule(
    id="hipaa-drs-documented",
    title="It is not written down which records patients can have",
    citation="45 CFR 164.524(e)(1)",
    tag="V1",
    severity=Severity.MED,
    remedy="List the record sets: chart, billing, and where photos of patients lie. Keep that paper for six years.",
    lesson="phi-and-the-record",
    seed=("S9", "S11"),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: subject.office.papers.policies is not None,  # hipaa-policies asks for the list
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers=without_policy(PolicyKind.RECORD_SET)),),
    complies=(case(SubjectKind.PRACTICE, papers=policy(PolicyKind.RECORD_SET, ended_on=date(2027, 1, 1))),),
)

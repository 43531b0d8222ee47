"""The practice has written policies, one on photos and social media among them.

HIPAA asks for written policies and procedures on privacy, sized to the practice, and kept up to date. The article asks
for a social media policy in particular (S43): in a well-known case the lack of one was part of what was held against a
dentist. That there must be one on photos is a reading of the rule for whoever publishes photos, so a person decides.
"""

from __future__ import annotations

from datetime import date

from ...records import PolicyKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import policy, without_policy
from ..conditions.in_force import in_force


def check(subject: Subject) -> Observation | None:
    papers, day = subject.office.papers, subject.day
    if not in_force(papers, PolicyKind.PRIVACY, day):
        return Observation(text="No policy on privacy is in force among the practice's written policies.")
    if in_force(papers, PolicyKind.PHOTOS, day):
        return None
    return Observation(
        text="No policy on photos and social media is in force. The law asks for policies that fit what a practice "
        "does and does not name this one; this practice publishes photos, so a person decides.",
        review=True,
    )


RULE = Rule(
    id="hipaa-policies",
    title="There is no written policy on privacy, or none on photos",
    citation="45 CFR 164.530(i)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Write a policy on photos and social media with your counsel, train everybody on it, and note its day.",
    lesson="policy-and-forms",
    seed=("S2", "S43"),
    subject=SubjectKind.PRACTICE,
    needs=("office.papers.policies",),
    applies=lambda subject: True,
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, papers=without_policy(PolicyKind.PHOTOS)),
        case(SubjectKind.PRACTICE, papers=policy(PolicyKind.PRIVACY, ended_on=date(2026, 11, 22))),
    ),
    complies=(case(SubjectKind.PRACTICE, papers=policy(PolicyKind.PRIVACY, ended_on=date(2026, 11, 23))),),
)

"""There are sanctions for whoever breaks the privacy policies, and they are written down.

Both the Privacy and the Security Rule ask for them. Where a doctor speaks of a patient to the press, or a photo goes
out against the policy, and nothing follows, that is held against the practice (S43).
"""

from __future__ import annotations

from datetime import date

from ...records import PolicyKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import policy, without_policy
from ..conditions.in_force import in_force


def check(subject: Subject) -> Observation | None:
    if in_force(subject.office.papers, PolicyKind.SANCTIONS, subject.day):
        return None
    return Observation(text="No policy on sanctions is in force among the practice's written policies.")


RULE = Rule(
    id="hipaa-sanctions",
    title="There is no written policy on sanctions",
    citation="45 CFR 164.530(e), 164.308(a)(1)(ii)(C)",
    tag="V1",
    severity=Severity.MED,
    remedy="Write down what follows when somebody breaks the privacy policies, tell everybody, and record what "
    "followed each time.",
    lesson="policy-and-forms",
    seed=("S43",),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: subject.office.papers.policies is not None,  # hipaa-policies asks for the list
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers=without_policy(PolicyKind.SANCTIONS)),),
    complies=(case(SubjectKind.PRACTICE, papers=policy(PolicyKind.SANCTIONS, ended_on=date(2027, 1, 1))),),
)

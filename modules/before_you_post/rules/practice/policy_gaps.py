"""Security, devices, training and breaches have a policy too.

The Privacy and the Security Rule ask for written policies on what they require, sized to the practice; how a practice
divides them into papers is its own affair (S43). Where nothing speaks of security, of devices and media, of training,
or of what happens when a photo gets out, something is likely to be missing. So a person looks.
"""

from __future__ import annotations

from datetime import date

from ...records import PolicyKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import policy, without_policy
from ..conditions.in_force import in_force
from ..conditions.several import told

KINDS = (PolicyKind.SECURITY, PolicyKind.DEVICES, PolicyKind.TRAINING, PolicyKind.BREACH)


def check(subject: Subject) -> Observation | None:
    missing = [kind for kind in KINDS if not in_force(subject.office.papers, kind, subject.day)]
    if not missing:
        return None
    return Observation(
        text=f"No policy is in force under these headings: {told(missing)}. Another paper may speak of them; whether "
        "one does, a person must say.",
        review=True,
    )


RULE = Rule(
    id="policy-gaps",
    title="No policy speaks of security, devices, training or breaches",
    citation="45 CFR 164.530(i), 164.316(b)(2)(iii)",
    tag="V1",
    severity=Severity.MED,
    remedy="Write what is missing, or note the paper that speaks of it under that heading as well.",
    lesson="policy-and-forms",
    seed=("S43",),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: subject.office.papers.policies is not None,  # hipaa-policies asks for the list
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, papers=without_policy(PolicyKind.BREACH)),
        case(SubjectKind.PRACTICE, papers=without_policy(*KINDS)),
    ),
    complies=(case(SubjectKind.PRACTICE, papers=policy(PolicyKind.BREACH, ended_on=date(2026, 11, 23))),),
)

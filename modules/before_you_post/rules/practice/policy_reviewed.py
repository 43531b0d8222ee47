"""Somebody looks at each policy again from time to time.

HIPAA asks that policies change when the law or the practice does, and sets no clock. A practice that adds a channel, a
phone or an AI tool and looks at no policy for years has policies about another practice (S43). How often is its own
decision, so a person looks.
"""

from __future__ import annotations

from datetime import date

from ...records import PolicyKind, Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import policy
from ..conditions.in_force import in_force, last_looked_at
from ..conditions.several import told
from ..conditions.spans import months_after


def check(subject: Subject) -> Observation | None:
    months = subject.office.practice.policy.policy_review_months
    old = []
    for kind in PolicyKind:
        for each in in_force(subject.office.papers, kind, subject.day):
            last = last_looked_at(each)
            if last is None or months_after(last, months) < subject.day:
                old.append(f"{each.kind} ({last or 'no day is recorded'})")
    if not old:
        return None
    return Observation(
        text=f"Policies nobody has looked at for over {months} months, with the day of the last look: {told(old)}. "
        "The number is the practice's own; the law names none.",
        review=True,
    )


RULE = Rule(
    id="policy-reviewed",
    title="A policy has not been looked at for long",
    citation="45 CFR 164.530(i)(2), 164.316(b)(2)(iii)",
    tag="V1",
    severity=Severity.MED,
    remedy="Read it against what the practice does today, change what no longer fits, and note the day of the review.",
    lesson="policy-and-forms",
    seed=("S43",),
    subject=SubjectKind.PRACTICE,
    reach=Reach.POLICY,
    needs=(),
    applies=lambda subject: subject.office.papers.policies is not None,  # hipaa-policies asks for the list
    check=check,
    violates=(
        case(
            SubjectKind.PRACTICE,
            papers=policy(PolicyKind.SECURITY, approved_on=date(2024, 3, 4), reviewed_on=date(2025, 11, 21)),
        ),
    ),
    complies=(
        case(
            SubjectKind.PRACTICE,
            papers=policy(PolicyKind.SECURITY, approved_on=date(2024, 3, 4), reviewed_on=date(2025, 11, 22)),
        ),
    ),
)

"""In Texas, a change in the law is taught to those whose work it touches, within a year at most.

The state's medical privacy law asks for new training within a reasonable time after a material change in state or
federal law, and sets the limit at one year. Which change of the law it was, the practice notes with the version of
the policy that follows it.
"""

from __future__ import annotations

from datetime import date

from ...records import PolicyKind, Severity, SubjectKind, WrittenPolicy
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import member
from ..conditions.members import trainings, works_here
from ..conditions.spans import years_after
from ..conditions.states import because

TEXAS = {"states": ("TX",)}
FOLLOWS = WrittenPolicy(
    kind=PolicyKind.PRIVACY,
    approved_on=date(2025, 8, 4),
    reviewed_on=date(2026, 6, 1),
    law_changed_on=date(2025, 11, 21),
)
CHANGED = {"policies": (FOLLOWS,)}


def applies(subject: Subject) -> bool:
    """Texan law counts for somebody who works here and was trained before, and a policy follows a change of law."""
    one = subject.matter.member
    trained = works_here(one, subject.day) and bool(trainings(one, subject.day))
    return because("TX", subject) is not None and trained and _changed(subject) is not None


def check(subject: Subject) -> Observation | None:
    one, changed = subject.matter.member, _changed(subject)
    last, limit = trainings(one, subject.day)[-1], years_after(changed, 1)
    if last >= changed or subject.day <= limit:
        return None
    return Observation(
        text=f"By the practice's policies the law changed on {changed}. {one.person} was last trained on {last}, and "
        f"the year ended on {limit}. {because('TX', subject)}"
    )


def _changed(subject: Subject) -> date | None:
    """The last day, by the practice's policies, on which the law changed while this person worked here."""
    hired = subject.matter.member.hired_on
    days = [each.law_changed_on for each in subject.office.papers.policies or () if each.law_changed_on]
    return max((day for day in days if day <= subject.day and (hired is None or day >= hired)), default=None)


RULE = Rule(
    id="tx-training-change",
    title="In Texas, nobody taught this person a change in the law for a year",
    citation="Tex. Health & Safety Code 181.101(c)",
    tag="V1",
    severity=Severity.MED,
    remedy="Teach the change now and note the day; if it does not touch this person's work, note that.",
    lesson="state-rules",
    seed=("S5", "S18"),
    subject=SubjectKind.STAFF,
    reach=Reach.STATE,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        case(
            SubjectKind.STAFF,
            practice=TEXAS,
            papers=CHANGED,
            matter=member(trained_on=(date(2025, 9, 8),), attested_on=date(2025, 9, 8)),
        ),
    ),
    complies=(case(SubjectKind.STAFF, practice=TEXAS, papers=CHANGED),),
)

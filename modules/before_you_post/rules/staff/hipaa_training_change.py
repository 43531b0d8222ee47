"""When the policy changes, those whose work it touches are trained again.

A material change in policy is taught to everybody concerned within a reasonable time (S43). A new version of the
policy on photos or on privacy is such a change as a rule; whether this one was, and whose work it touched, a person
must say.
"""

from __future__ import annotations

from datetime import date

from ...law.clocks import after
from ...records import PolicyKind, Severity, SubjectKind, WrittenPolicy
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import member
from ..conditions.in_force import in_force, policy_named
from ..conditions.members import trainings, works_here


def applies(subject: Subject) -> bool:
    """The person works here and has been trained; the policies are listed."""
    one, day = subject.matter.member, subject.day
    return works_here(one, day) and bool(trainings(one, day)) and subject.office.papers.policies is not None


def check(subject: Subject) -> Observation | None:
    one, day = subject.matter.member, subject.day
    last, allowed = trainings(one, day)[-1], subject.office.practice.policy.training_days
    changed = [
        each for each in _policies(subject) if last < each.approved_on and after(each.approved_on, allowed) < day
    ]
    if not changed:
        return None
    newest = max(changed, key=lambda each: each.approved_on)
    return Observation(
        text=f"{one.person} was last trained on {last}; {policy_named(newest)} has held since {newest.approved_on}. "
        "Whether the change concerns this person's work, a person decides.",
        review=True,
    )


def _policies(subject: Subject) -> list[WrittenPolicy]:
    kinds = (PolicyKind.PHOTOS, PolicyKind.PRIVACY)
    holding = [each for kind in kinds for each in in_force(subject.office.papers, kind, subject.day)]
    return [each for each in holding if each.approved_on is not None]


RULE = Rule(
    id="hipaa-training-change",
    title="Nobody trained this person after the policy changed",
    citation="45 CFR 164.530(b)(2)(i)(C)",
    tag="V1",
    severity=Severity.MED,
    remedy="Teach the new version to everybody whose work it touches, and note the day. If it changed nothing for this "
    "person, note that.",
    lesson="policy-and-forms",
    seed=("S5", "S43"),
    subject=SubjectKind.STAFF,
    needs=(),
    applies=applies,
    check=check,
    violates=(case(SubjectKind.STAFF, matter=member(trained_on=(date(2025, 9, 8), date(2026, 1, 14)))),),
    complies=(case(SubjectKind.STAFF, matter=member(trained_on=(date(2025, 9, 8), date(2026, 1, 15)))),),
)

"""Counsel and whoever looks after the computers have seen the policy on photos.

The article tells practices to work with their attorney and their IT department (S40), and to have the attorney write
the social media policy (S43). No rule of law says so: it is good practice, and a person decides.
"""

from __future__ import annotations

from ...records import PolicyKind, Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import policy
from ..conditions.in_force import in_force, policy_named
from ..conditions.several import told


def applies(subject: Subject) -> bool:
    """There is a policy on photos; hipaa-policies asks for one."""
    return bool(in_force(subject.office.papers, PolicyKind.PHOTOS, subject.day))


def check(subject: Subject) -> Observation | None:
    for each in in_force(subject.office.papers, PolicyKind.PHOTOS, subject.day):
        unseen = ["counsel"] if each.counsel_reviewed_on is None else []
        unseen += ["whoever looks after the computers"] if each.it_reviewed_on is None else []
        if unseen:
            text = f"No day is recorded on which {told(unseen)} looked at {policy_named(each)}."
            return Observation(text=f"{text} That is good practice, no statute.", review=True)
    return None


RULE = Rule(
    id="policy-signed-off",
    title="Counsel or IT has not seen the policy on photos",
    citation="45 CFR 164.530(i)(1)",
    tag="V1",
    severity=Severity.MED,
    remedy="Show them the policy, change what they find, and note both days.",
    lesson="policy-and-forms",
    seed=("S40", "S43"),
    subject=SubjectKind.PRACTICE,
    reach=Reach.POLICY,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, papers=policy(PolicyKind.PHOTOS, counsel_reviewed_on=None)),
        case(SubjectKind.PRACTICE, papers=policy(PolicyKind.PHOTOS, it_reviewed_on=None)),
    ),
    complies=(case(SubjectKind.PRACTICE, papers=policy(PolicyKind.SANCTIONS, counsel_reviewed_on=None)),),
)

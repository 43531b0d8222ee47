"""People are trained before they see the first patient's photo, not after.

HIPAA says “within a reasonable period of time” after somebody joins, and leaves the number of days to the practice.
Whoever handles photos for weeks before the first training may post one in that time, so training comes first (S5):
that is good practice, and a person decides. Only the last six years are asked about: older proofs of training need
not be kept.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import member
from ..conditions.members import trainings, works_here
from ..conditions.spans import years_after

YEARS_KEPT = 6  # 45 CFR 164.530(j)(2)


def applies(subject: Subject) -> bool:
    """The person came by photos in the years of which proofs are kept, and has been trained at all."""
    one, day = subject.matter.member, subject.day
    since = one.photo_access_from
    recent = since is not None and since <= day <= years_after(since, YEARS_KEPT)
    return recent and works_here(one, day) and bool(trainings(one, day))


def check(subject: Subject) -> Observation | None:
    one = subject.matter.member
    first = trainings(one, subject.day)[0]
    if first <= one.photo_access_from:
        return None
    return Observation(
        text=f"{one.person} could open patients' photos from {one.photo_access_from} and was first trained on {first}. "
        "The law asks for training within a reasonable time and names no number of days, so a person decides.",
        review=True,
    )


RULE = Rule(
    id="training-before-access",
    title="Access to photos came before training",
    citation="45 CFR 164.530(b)(2)(i)(B)",
    tag="V1",
    severity=Severity.MED,
    remedy="Give access only after training from now on, and look at what this person published before it.",
    lesson="before-you-post",
    seed=("S5",),
    subject=SubjectKind.STAFF,
    reach=Reach.POLICY,
    needs=(),
    applies=applies,
    check=check,
    violates=(case(SubjectKind.STAFF, matter=member(photo_access_from=date(2025, 9, 7))),),
    complies=(case(SubjectKind.STAFF, matter=member(photo_access_from=date(2025, 9, 8))),),  # the very day
)

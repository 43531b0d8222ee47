"""Everybody who works here is trained on privacy, whatever the work.

HIPAA asks for training of the whole workforce, as fits each job, within a reasonable time after somebody joins; it
must be documented. It names no number of days and no yearly repetition: a year is good practice, no federal rule.
Those who run social media are workforce too, and often the last to be thought of (S5). So whoever can open or publish
patients' photos without any training is a failure at once; anybody else after the days that the practice itself
allows.
"""

from __future__ import annotations

from datetime import date

from ...law.clocks import after
from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import member
from ..conditions.members import reach, trainings, works_here


def check(subject: Subject) -> Observation | None:
    one, day = subject.matter.member, subject.day
    if trainings(one, day):
        return None
    if can := reach(one, day):
        return Observation(text=f"{one.person} {can}, and was never trained.")
    if one.hired_on is None:
        text = f"{one.person} was never trained, and it is not recorded since when {one.person} has worked here."
        return Observation(text=text, review=True)
    allowed = subject.office.practice.policy.training_days
    if day <= after(one.hired_on, allowed):
        return None
    return Observation(
        text=f"{one.person} has worked here since {one.hired_on} and was never trained. The practice's own policy "
        f"allows {allowed} days; the law says “a reasonable time”."
    )


RULE = Rule(
    id="hipaa-training",
    title="Somebody who works here was never trained on privacy",
    citation="45 CFR 164.530(b)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Take back access to patients' photos until the person has been trained, and note the day of the training.",
    lesson="before-you-post",
    seed=("S5",),
    subject=SubjectKind.STAFF,
    needs=("matter.member.trained_on",),
    applies=lambda subject: works_here(subject.matter.member, subject.day),
    check=check,
    violates=(
        case(SubjectKind.STAFF, matter=member(trained_on=())),
        case(SubjectKind.STAFF, matter=member(trained_on=(), hired_on=None, photo_access_from=None, publishes_on=())),
        case(
            SubjectKind.STAFF,
            matter=member(trained_on=(), hired_on=date(2026, 10, 22), photo_access_from=None, publishes_on=()),
        ),
    ),
    complies=(
        case(
            SubjectKind.STAFF,
            matter=member(trained_on=(), hired_on=date(2026, 10, 23), photo_access_from=None, publishes_on=()),
        ),
    ),
)

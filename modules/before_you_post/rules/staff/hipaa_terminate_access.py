"""Whoever leaves loses access to patients' photos, on all accounts and albums.

A shared album, a scheduler for social media, a phone that is still signed in: former staff keep what nobody takes
back. The rule asks for a procedure that ends access when employment ends (S38); how many days that may take is the
practice's own policy. Access of which no end is recorded is taken to run on.
"""

from __future__ import annotations

from datetime import date

from ...law.clocks import after
from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import member
from ..conditions.several import counted


def applies(subject: Subject) -> bool:
    """The person has left, and could open photos."""
    one = subject.matter.member
    return one.left_on is not None and one.left_on < subject.day and one.photo_access_from is not None


def check(subject: Subject) -> Observation | None:
    one = subject.matter.member
    allowed = subject.office.practice.policy.access_end_days
    last = after(one.left_on, allowed)
    until = one.photo_access_until
    if until is None and subject.day <= last:
        return None
    if until is not None and until <= last:
        return None
    ended = f"access to patients' photos ended on {until}" if until else "no end of their access to photos is recorded"
    return Observation(
        text=f"{one.person} left on {one.left_on}, and {ended}. The practice's own "
        f"policy allows {counted(allowed, 'day')}."
    )


RULE = Rule(
    id="hipaa-terminate-access",
    title="Somebody left and kept access to photos",
    citation="45 CFR 164.308(a)(3)(ii)(C)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="End every account of this person today: library, cloud albums, website, social media, devices. Then look "
    "at what was opened or published since they left.",
    lesson="devices-and-storage",
    seed=("S38", "S39"),
    subject=SubjectKind.STAFF,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.STAFF, matter=member(left_on=date(2026, 10, 1))),
        case(SubjectKind.STAFF, matter=member(left_on=date(2026, 10, 1), photo_access_until=date(2026, 10, 3))),
    ),
    complies=(
        case(SubjectKind.STAFF, matter=member(left_on=date(2026, 10, 1), photo_access_until=date(2026, 10, 2))),
        case(SubjectKind.STAFF, matter=member(left_on=date(2026, 11, 21))),  # yesterday
    ),
)

"""Everybody opens photos under a login of their own.

Where a password for the gallery, the phone or the account on social media is shared, nobody can tell who opened or
published a photo, and it cannot be taken back from one person alone (S38). Own logins are a required part of the
Security Rule.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import MEMBER
from ..conditions.members import reach, works_here
from ..conditions.several import told

SHARING = replace(MEMBER, own_login=False)
WITHOUT_PHOTOS = replace(SHARING, photo_access_from=None, publishes_on=())


def check(subject: Subject) -> Observation | None:
    day = subject.day
    asked = [one for one in subject.office.papers.staff or () if works_here(one, day) and reach(one, day)]
    shared = [one.person for one in asked if one.own_login is False]
    if shared:
        return Observation(text=f"No login of their own, though they handle patients' photos: {told(shared)}.")
    unsaid = [one.person for one in asked if one.own_login is None]
    if unsaid:
        text = f"It is not recorded whether each has logins of their own, shared with nobody: {told(unsaid)}."
        return Observation(text=text, unknown=True)
    return None


RULE = Rule(
    id="hipaa-unique-user",
    title="People share a login where photos lie",
    citation="45 CFR 164.312(a)(2)(i)",
    tag="V1",
    severity=Severity.MED,
    remedy="Give each of them a login of their own wherever photos lie or are published. Change the shared password.",
    lesson="devices-and-storage",
    seed=("S38",),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: subject.office.papers.staff is not None,  # hipaa-minimum-necessary asks for the list
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers={"staff": (SHARING,)}),),
    complies=(case(SubjectKind.PRACTICE, papers={"staff": (WITHOUT_PHOTOS,)}),),
)

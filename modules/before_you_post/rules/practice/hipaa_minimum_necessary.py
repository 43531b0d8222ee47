"""Only those whose work needs it can open patients' photos.

The practice must know which people, by their work, need access, and limit it to them. That is about use inside the
office; it is no excuse for what is published, and no substitute for a form (S38). Where the work of somebody with
access is not even recorded, nobody can have asked whether it needs it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import MEMBER
from ..conditions.members import opens_photos, works_here
from ..conditions.several import told


def check(subject: Subject) -> Observation | None:
    day = subject.day
    staff = [one for one in subject.office.papers.staff if works_here(one, day) and opens_photos(one, day)]
    unsaid = [one.person for one in staff if not one.role]
    if not unsaid:
        return None
    text = f"These people can open patients' photos, and what work they do is not recorded: {told(unsaid)}."
    return Observation(text=f"{text} Whether their work needs it, a person must say.", review=True)


RULE = Rule(
    id="hipaa-minimum-necessary",
    title="People can open photos, and nobody recorded what for",
    citation="45 CFR 164.502(b), 164.514(d)(2)",
    tag="V1",
    severity=Severity.MED,
    remedy="Record the work of everybody with access, and take back the access of those whose work does not need it.",
    lesson="devices-and-storage",
    seed=("S5", "S38"),
    subject=SubjectKind.PRACTICE,
    needs=("office.papers.staff",),
    applies=lambda subject: True,
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers={"staff": (replace(MEMBER, role=None),)}),),
    complies=(
        case(
            SubjectKind.PRACTICE,
            papers={"staff": (replace(MEMBER, role=None, photo_access_until=date(2026, 11, 22)),)},
        ),
    ),
)

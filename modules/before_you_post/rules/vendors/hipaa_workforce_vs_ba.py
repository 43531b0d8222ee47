"""Whoever works under the practice's own control is workforce, and is trained like everybody else.

A photographer who works at the practice's direction needs no agreement: in law that is staff, paid or not (S8). Then
the training, the logins and the end of access of staff are asked for, and the person belongs on that list. Whether
the control is direct in truth is for a person to say.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import MEMBER, vendor

CONTROLLED = vendor(vendor="Lumen Photography", direct_control=True)


def applies(subject: Subject) -> bool:
    """It may come by patient information, and the practice lists its people."""
    return subject.matter.vendor.phi_access is not False and subject.office.papers.staff is not None


def check(subject: Subject) -> Observation | None:
    one = subject.matter.vendor
    if not one.direct_control or _plain(one.vendor) in _on_staff(subject):
        return None
    return Observation(
        text=f"{one.vendor} is noted as working under the practice's direct control. In law that is workforce, and it "
        "is not on the list of staff, so nobody can tell whether it was trained.",
        review=True,
    )


def _on_staff(subject: Subject) -> set[str]:
    return {_plain(name) for each in subject.office.papers.staff for name in (each.person, each.name or "")}


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


RULE = Rule(
    id="hipaa-workforce-vs-ba",
    title="Somebody under the practice's control is on no list of staff",
    citation="45 CFR 160.103",
    tag="V1",
    severity=Severity.MED,
    remedy="Add the person to the table of staff, with access and training. If the work is done independently, write "
    "“no” for direct control, and sign an agreement.",
    lesson="vendors",
    seed=("S4", "S8"),
    subject=SubjectKind.VENDOR,
    needs=("matter.vendor.direct_control",),
    applies=applies,
    check=check,
    violates=(case(SubjectKind.VENDOR, matter=CONTROLLED),),
    complies=(
        case(
            SubjectKind.VENDOR,
            matter=CONTROLLED,
            papers={"staff": (MEMBER, replace(MEMBER, person="S-09", name="Lumen  photography"))},
        ),
    ),
)

"""For each place where the practice publishes, it is known who can publish there.

Whoever holds the password of an account can post a patient's photo, trained or not (S5), under agreement or not (S4).
An account that nobody on the lists of staff and vendors can publish to is in somebody's hands all the same. No rule
of law asks for such a list; without it, nobody can tell that all who publish are trained.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import MEMBER, VENDOR
from ..conditions.members import works_here
from ..conditions.several import told

NOBODY = {"staff": (replace(MEMBER, publishes_on=()),), "vendors": (replace(VENDOR, publishes_on=()),)}


def applies(subject: Subject) -> bool:
    """Both lists are there; or that of vendors is missing, which this rule asks for."""
    papers = subject.office.papers  # hipaa-minimum-necessary asks for the list of staff
    return papers.staff is not None or papers.vendors is None


def check(subject: Subject) -> Observation | None:
    papers, day = subject.office.papers, subject.day
    known = {channel for one in papers.staff or () if works_here(one, day) for channel in one.publishes_on or ()}
    for vendor in papers.vendors:
        if vendor.phi_access_until is None or day < vendor.phi_access_until:
            known.update(vendor.publishes_on or ())
    nobody = [channel for channel in subject.office.channels_used if channel not in known]
    if not nobody:
        return None
    text = f"Something was published on {told(nobody)}, and by the lists of staff and vendors nobody can publish there."
    return Observation(text=f"{text} Who can, a person must find out.", review=True)


RULE = Rule(
    id="channel-admins-known",
    title="Nobody knows who can publish on a channel",
    citation="45 CFR 164.308(a)(4)",
    tag="V1",
    severity=Severity.MED,
    remedy="Look into the account which people and firms can publish there, write them into the tables of staff and "
    "vendors, and remove the others.",
    lesson="channels",
    seed=("S4", "S5"),
    subject=SubjectKind.PRACTICE,
    reach=Reach.POLICY,
    needs=("office.papers.vendors",),
    applies=applies,
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers=NOBODY),),
    complies=(
        case(SubjectKind.PRACTICE, papers=NOBODY | {"vendors": (VENDOR,)}),
        case(SubjectKind.PRACTICE, papers=NOBODY | {"staff": (MEMBER,)}),
    ),
)

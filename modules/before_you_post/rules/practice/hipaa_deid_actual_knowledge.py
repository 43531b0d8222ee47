"""Nobody here knows of anybody who could tell whose photo it is.

With all eighteen identifiers gone, a photo is still not anonymous where the practice knows that what is left points to
the person: a rare procedure, a birthmark (S14) or a tattoo (S12), a patient known all over town, one who tagged the
practice. So somebody asks that question for each photo, and notes the answer.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import AnonymousRoute, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import BY_EXPERT, LISTED
from ..conditions.several import told


def check(subject: Subject) -> Observation | None:
    listed = [one for one in subject.office.papers.anonymous if one.route == AnonymousRoute.LIST]
    known = [one.photo for one in listed if one.known_to]
    if known:
        text = "Treated as anonymous, though somebody here knows of a person who could tell who it is"
        return Observation(text=f"{text}: {told(known)}.")
    unasked = [one.photo for one in listed if one.known_to is None]
    if unasked:
        text = "It is not recorded whether anybody here knows of somebody who could tell who these show"
        return Observation(text=f"{text}: {told(unasked)}.", unknown=True)
    return None


RULE = Rule(
    id="hipaa-deid-actual-knowledge",
    title="A photo is treated as anonymous, and somebody could tell who it is",
    citation="45 CFR 164.514(b)(2)(ii)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down wherever no form covers it. It is a patient's photo like any other.",
    lesson="what-identifies",
    seed=("S12", "S14"),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: subject.office.papers.anonymous is not None,  # else no photo is treated so
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers={"anonymous": (replace(LISTED, known_to=True),)}),),
    complies=(case(SubjectKind.PRACTICE, papers={"anonymous": (replace(BY_EXPERT, known_to=True),)}),),
)

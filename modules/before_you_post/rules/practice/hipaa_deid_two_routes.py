"""There are two ways to call a photo anonymous, and blurring is neither.

Either an expert determines in writing that the risk of recognition is very small, or all eighteen identifiers are
removed and nobody here knows whose photo it is. A bar over the eyes, a crop, a filter or another face laid over it
(S15) may be part of such a decision, and is none. What the practice decided is noted with the day and a name; every
other photo of a patient is protected, and needs a form.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import AnonymousRoute, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import BY_EXPERT, LISTED
from ..conditions.several import told


def check(subject: Subject) -> Observation | None:
    photos = subject.office.papers.anonymous
    neither = [f"{one.photo} ({one.route})" for one in photos if one.route and one.route not in tuple(AnonymousRoute)]
    if neither:
        return Observation(text=f"Treated as anonymous on neither of the two ways the law knows: {told(neither)}.")
    nameless = [one.photo for one in photos if not (one.decided_by and one.decided_on)]
    if nameless:
        text = f"Treated as anonymous, and who decided it or when is not recorded: {told(nameless)}."
        return Observation(text=f"{text} Whether anybody did, a person must find out.", review=True)
    unsaid = [one.photo for one in photos if one.route is None]
    if unsaid:
        return Observation(
            text=f"On which way these were found to be anonymous is not recorded: {told(unsaid)}.", unknown=True
        )
    return None


RULE = Rule(
    id="hipaa-deid-two-routes",
    title="A photo is treated as anonymous without one of the two ways the law knows",
    citation="45 CFR 164.514(a), 164.514(b)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down wherever no form covers it, or have an expert determine it, or go through all eighteen "
    "identifiers and note who did and when.",
    lesson="what-identifies",
    seed=("S12", "S15"),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: subject.office.papers.anonymous is not None,  # then no photo is treated so
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, papers={"anonymous": (LISTED, replace(BY_EXPERT, route="eyes blurred"))}),
        case(SubjectKind.PRACTICE, papers={"anonymous": (LISTED, replace(BY_EXPERT, decided_by=None))}),
    ),
    complies=(case(SubjectKind.PRACTICE, papers={"anonymous": (BY_EXPERT,)}),),
)

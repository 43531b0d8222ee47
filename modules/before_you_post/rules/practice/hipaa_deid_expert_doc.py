"""Where an expert found a photo anonymous, the report is on file.

The expert writes down the methods and the results, for this set of photos and for those who will see them: anybody at
all, where a photo is posted (S15). A mark such as a tattoo (S12) has to be dealt with there. A word from an expert
without a report is no determination.
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
    without = [one.photo for one in photos if one.route == AnonymousRoute.EXPERT and not one.document]
    if not without:
        return None
    text = f"An expert is said to have found these anonymous, and no report is on file: {told(without)}."
    return Observation(text=text)


RULE = Rule(
    id="hipaa-deid-expert-doc",
    title="An expert found a photo anonymous, and there is no report",
    citation="45 CFR 164.514(b)(1)(ii)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Get the report: methods, results, which photos, shown to whom. Until it is there, the photo needs a form.",
    lesson="what-identifies",
    seed=("S12", "S15"),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: subject.office.papers.anonymous is not None,  # else no photo is treated so
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers={"anonymous": (replace(BY_EXPERT, document=None),)}),),
    complies=(case(SubjectKind.PRACTICE, papers={"anonymous": (replace(LISTED, document=None),)}),),
)

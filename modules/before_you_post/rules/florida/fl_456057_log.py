"""In Florida it is noted what of a patient's record went to whom, and what for.

The state's law on medical records asks for a record of disclosures to others, with their purpose. A photo that goes to
an agency, a maker of devices or a newspaper is such a disclosure (S22). We know the duty from a digest, not from the
section itself, so a person decides.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import DISCLOSURE
from ..conditions.several import told
from ..conditions.states import because

FLORIDA = {"states": ("FL",)}


def check(subject: Subject) -> Observation | None:
    lacking = [
        f"{one.patient}{f', {one.given_on}' if one.given_on else ''}"
        for one in subject.office.papers.disclosures
        if not (one.given_to and one.purpose)
    ]
    if not lacking:
        return None
    text = f"The list of disclosures does not say to whom, or what for: {told(lacking)}. {because('FL', subject)}"
    return Observation(text=text, review=True)


RULE = Rule(
    id="fl-456057-log",
    title="In Florida, the list of disclosures has gaps",
    citation="Fla. Stat. 456.057",
    tag="V2",
    severity=Severity.MED,
    remedy="Complete the list: who got what, when, and what for.",
    lesson="state-rules",
    seed=("S18", "S22"),
    subject=SubjectKind.PRACTICE,
    reach=Reach.STATE,
    needs=("office.papers.disclosures",),
    applies=lambda subject: because("FL", subject) is not None,
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, practice=FLORIDA, papers={"disclosures": (replace(DISCLOSURE, purpose=None),)}),
    ),
    complies=(
        case(SubjectKind.PRACTICE, practice=FLORIDA),
        case(SubjectKind.PRACTICE, papers={"disclosures": (replace(DISCLOSURE, purpose=None),)}),  # in Ohio
    ),
)

"""The practice's states are recorded, because their law stands beside HIPAA.

State law that protects patients more is not replaced by HIPAA, and much of it reaches further: a form of its own in
California, training by a day in Texas (S18). It counts where the practice is and where the patient lives, and the
strictest counts. Without the practice's states nobody can ask any of it. Where our notes have nothing on a state, the
audit says so: federal rules only.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case


def check(subject: Subject) -> Observation | None:
    if subject.office.practice.states:
        return None
    text = "practice.yaml names no state, so no state's own law was asked about for the practice itself."
    return Observation(text=f"{text} Which states it works in, a person must say.", review=True)


RULE = Rule(
    id="scope-state-stricter",
    title="The practice's states are not recorded",
    citation="45 CFR 160.203(b)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Write the states in which the practice works into practice.yaml, and audit again.",
    lesson="state-rules",
    seed=("S3", "S18"),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: True,
    check=check,
    violates=(case(SubjectKind.PRACTICE, practice={"states": ()}),),
    complies=(case(SubjectKind.PRACTICE, practice={"states": ("OH", "KY")}),),
)

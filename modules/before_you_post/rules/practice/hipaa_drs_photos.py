"""The paper on the record set names patients' photos.

Photos of a patient's progress belong to the record as a rule (S11): they are used to decide about care. A record set
that leaves them out is a set from which patients get no photos. “Normally” is our reading of the definition, so a
person decides.
"""

from __future__ import annotations

from ...records import PolicyKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import policy
from ..conditions.in_force import in_force, policy_named


def check(subject: Subject) -> Observation | None:
    for each in in_force(subject.office.papers, PolicyKind.RECORD_SET, subject.day):
        named = f"{policy_named(each)[:1].upper()}{policy_named(each)[1:]}"
        if each.names_photos is None:
            text = f"It is not recorded whether {policy_named(each)} names patients' photos."
            return Observation(text=text, unknown=True)
        if not each.names_photos:
            text = f"{named} does not name patients' photos. Progress photos belong to the record as a rule"
            return Observation(text=f"{text}; whether these do, a person must say.", review=True)
    return None


RULE = Rule(
    id="hipaa-drs-photos",
    title="The record set leaves patients' photos out",
    citation="45 CFR 164.501",
    tag="V1",
    severity=Severity.MED,
    remedy="Name the photo library in the paper on the record set, and see that each clinical photo is linked to its "
    "chart.",
    lesson="phi-and-the-record",
    seed=("S11",),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: bool(in_force(subject.office.papers, PolicyKind.RECORD_SET, subject.day)),
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers=policy(PolicyKind.RECORD_SET, names_photos=False)),),
    complies=(case(SubjectKind.PRACTICE, papers=policy(PolicyKind.PRIVACY, names_photos=False)),),
)

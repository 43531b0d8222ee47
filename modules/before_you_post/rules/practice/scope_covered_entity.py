"""Whether HIPAA reaches the practice is settled in writing, before anything else.

A provider is under HIPAA only if it sends health information electronically in one of the standard transactions, such
as a claim to an insurer. A cosmetic practice that takes cash only may stand outside. “We take no insurance, so we are
free to post” is wrong all the same: state privacy law, the law on likeness, the medical board and the law on
advertising stand. A practice that notes that HIPAA does not reach it says why, and since when that is settled.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case

SETTLED = {
    "hipaa_covered": False,
    "hipaa_reason": "cash only; no claim was ever sent electronically",
    "hipaa_decided_on": date(2026, 1, 12),
}


def check(subject: Subject) -> Observation | None:
    practice = subject.office.practice
    if practice.hipaa_covered or (practice.hipaa_covered is False and _settled(subject)):
        return None
    if practice.hipaa_covered is None:
        text = "practice.yaml does not say whether HIPAA reaches the practice. Until it does, all its rules are asked."
    else:
        text = "practice.yaml says that HIPAA does not reach the practice, without a reason and the day it was settled."
    return Observation(text=f"{text} State law and the law on advertising stand in any case.", review=True)


def _settled(subject: Subject) -> bool:
    return bool(subject.office.practice.hipaa_reason and subject.office.practice.hipaa_decided_on)


RULE = Rule(
    id="scope-covered-entity",
    title="Whether HIPAA reaches the practice is not settled",
    citation="45 CFR 160.102(a)(3), 160.103",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Ask counsel whether the practice sends standard electronic transactions. Write the answer, the reason and "
    "the day into practice.yaml: hipaa_covered, hipaa_reason, hipaa_decided_on.",
    lesson="phi-and-the-record",
    seed=("S3", "S7"),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: True,
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, practice={"hipaa_covered": None}),
        case(SubjectKind.PRACTICE, practice=SETTLED | {"hipaa_reason": None}),
    ),
    complies=(case(SubjectKind.PRACTICE, practice=SETTLED),),
)

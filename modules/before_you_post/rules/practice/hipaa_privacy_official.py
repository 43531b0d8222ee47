"""Somebody answers for privacy, and patients know whom to complain to.

HIPAA asks for a privacy official who develops the policies, and for a contact who takes complaints and explains the
notice; in a small office that may be one person. Whoever wants to post a photo then knows whom to ask first (S43).
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case


def check(subject: Subject) -> Observation | None:
    practice = subject.office.practice
    nobody = ["answers for privacy"] if not practice.privacy_official else []
    nobody += ["takes patients' complaints"] if not practice.complaint_contact else []
    return Observation(text=f"By practice.yaml, nobody {' and nobody '.join(nobody)}.") if nobody else None


RULE = Rule(
    id="hipaa-privacy-official",
    title="Nobody is named who answers for privacy or takes complaints",
    citation="45 CFR 164.530(a)",
    tag="V1",
    severity=Severity.MED,
    remedy="Name a privacy official and a contact for complaints, put both into the notice, and write them into "
    "practice.yaml.",
    lesson="policy-and-forms",
    seed=("S43",),
    subject=SubjectKind.PRACTICE,
    needs=("office.practice.privacy_official", "office.practice.complaint_contact"),
    applies=lambda subject: True,
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, practice={"privacy_official": ""}),
        case(SubjectKind.PRACTICE, practice={"complaint_contact": ""}),
    ),
    complies=(case(SubjectKind.PRACTICE, practice={"complaint_contact": "front desk"}),),
)

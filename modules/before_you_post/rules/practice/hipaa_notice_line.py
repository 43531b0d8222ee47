"""The notice of privacy practices says three things about uses such as published photos.

That marketing and sale need an authorization, that anything the notice does not describe needs written permission,
and that such a permission can be taken back. Practices that posted about patients were cited for gaps in their notice
as well (S44). What the notice says elsewhere, and whether what the practice does fits it, a person reads.
"""

from __future__ import annotations

from ...records import NoticeStatement, PolicyKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import policy, without_policy
from ..conditions.in_force import in_force

_SAYS = {
    NoticeStatement.MARKETING: "that marketing and sale need an authorization",
    NoticeStatement.OTHER_USES: "that other uses need written permission",
    NoticeStatement.REVOCATION: "that such a permission can be taken back",
}


def check(subject: Subject) -> Observation | None:
    notices = in_force(subject.office.papers, PolicyKind.NOTICE, subject.day)
    if not notices:
        return Observation(text="No notice of privacy practices is in force among the practice's papers.")
    for each in notices:
        version = f", version {each.version}," if each.version else ""
        if each.notice_says is None:
            text = f"What the notice of privacy practices{version} says about marketing is not recorded."
            return Observation(text=text, unknown=True)
        silent = [words for said, words in _SAYS.items() if said not in each.notice_says]
        if silent:
            return Observation(text=f"The notice of privacy practices{version} does not say {', nor '.join(silent)}.")
    return None


RULE = Rule(
    id="hipaa-notice-line",
    title="The notice of privacy practices is silent about published photos",
    citation="45 CFR 164.520(b)(1)(ii)(E)",
    tag="V1",
    severity=Severity.MED,
    remedy="Have counsel add what is missing, hand out and post the new notice, and note its day.",
    lesson="policy-and-forms",
    seed=("S44",),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: subject.office.papers.policies is not None,  # hipaa-policies asks for the list
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, papers=policy(PolicyKind.NOTICE, notice_says=tuple(NoticeStatement)[:2])),
        case(SubjectKind.PRACTICE, papers=without_policy(PolicyKind.NOTICE)),
    ),
    complies=(case(SubjectKind.PRACTICE, papers=policy(PolicyKind.PRIVACY, notice_says=())),),
)

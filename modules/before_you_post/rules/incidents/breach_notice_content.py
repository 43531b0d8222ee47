"""The notice to a patient is a letter, and it says five things.

What happened and when, and when it was found out; what kinds of information; what patients should do to protect
themselves; what the practice does about it; whom to ask (45 CFR 164.404(c)(1)). It goes by first-class mail, or by
e-mail to a patient who agreed to that (164.404(d)(1)); a call may come besides, and does not replace it. It is in plain
words; that a person must read.
"""

from __future__ import annotations

from ...records import Conclusion, NoticeItem, NoticeWay, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case
from ..conditions.breach import counts_as_breach

WRITTEN = {NoticeWay.MAIL, NoticeWay.EMAIL, NoticeWay.SUBSTITUTE, NoticeWay.PUBLIC}


def check(subject: Subject) -> Observation | None:
    incident = subject.matter.incident
    said = [f"it does not speak of: {', '.join(missing)}"] if (missing := _missing(incident.notice_says)) else []
    if not WRITTEN & set(incident.told_by):
        ways = ", ".join(incident.told_by) or "no way that is on record"
        said.append(f"it was given by {ways}, and not in writing")
    return Observation(text=f"The notice to the patients: {'; '.join(said)}.") if said else None


def _missing(says: tuple[NoticeItem, ...]) -> list[NoticeItem]:
    return [item for item in NoticeItem if item not in says]


def applies(subject: Subject) -> bool:
    """Patients were told of a breach."""
    incident = subject.matter.incident
    return counts_as_breach(incident) and incident.individuals_told_on is not None


RULE = Rule(
    id="breach-notice-content",
    title="The notice to the patients lacks a part",
    citation="45 CFR 164.404(c)(1)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Send a letter that says what is missing. Keep a copy with the incident.",
    lesson="when-it-goes-wrong",
    seed=("S17",),
    subject=SubjectKind.INCIDENT,
    needs=("matter.incident.notice_says", "matter.incident.told_by"),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.INCIDENT, matter=altered(notice_says=tuple(NoticeItem)[:3])),
        case(SubjectKind.INCIDENT, matter=altered(told_by=(NoticeWay.PHONE,))),
        case(SubjectKind.INCIDENT, matter=altered(told_by=(), notice_says=())),
    ),
    complies=(
        case(SubjectKind.INCIDENT, matter=altered(notice_says=(), conclusion=Conclusion.LOW_PROBABILITY)),
        case(SubjectKind.INCIDENT, matter=altered(told_by=(NoticeWay.EMAIL, NoticeWay.PHONE))),
        case(SubjectKind.INCIDENT, matter=altered(notice_says=tuple(reversed(NoticeItem)))),
    ),
)

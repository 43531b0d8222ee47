"""A patient can ask for a list of disclosures of the past six years; a post without a valid form belongs in it.

What a form authorizes is left out of that list; what no form authorized is not (45 CFR 164.528(a)). The entry says
when, to whom, what, and why (164.528(b)(2)). It is owed whether or not the incident was a breach, and although the post
was deleted.
"""

from __future__ import annotations

from datetime import date

from ...records import BreachException, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case
from ..conditions.breach import excepted, unreadable

LOST = {"public": False, "encrypted": True, "key_apart": True}
INSIDE = {"public": False, "exception": BreachException.INSIDE}


def check(subject: Subject) -> Observation | None:
    if subject.matter.incident.accounting_on is not None:
        return None
    return Observation(text="No day is on record on which it was entered in the patients' lists of disclosures.")


def applies(subject: Subject) -> bool:
    """Something left the practice that somebody could read."""
    incident = subject.matter.incident
    return not excepted(incident) and not unreadable(incident)


RULE = Rule(
    id="hipaa-accounting",
    title="The disclosure is in no list of disclosures",
    citation="45 CFR 164.528(a)(1)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Enter it for every patient concerned: the day, who got it (the public), what it was, and why. The "
    "worksheet of `before-you-post incident` has the words ready.",
    lesson="when-it-goes-wrong",
    seed=("S28",),
    subject=SubjectKind.INCIDENT,
    needs=(),
    applies=applies,
    check=check,
    violates=(case(SubjectKind.INCIDENT, matter=altered(accounting_on=None)),),
    complies=(
        case(SubjectKind.INCIDENT, matter=altered(accounting_on=date(2026, 11, 20))),
        case(SubjectKind.INCIDENT, matter=altered(accounting_on=None, **LOST)),
        case(SubjectKind.INCIDENT, matter=altered(accounting_on=None, **INSIDE)),
    ),
)

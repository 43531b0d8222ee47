"""The clock starts on the first day anybody here knew, or could have known, and not when the manager was told.

Anybody but the one who did it counts, and so does an agent (45 CFR 164.404(a)(2)). A vendor that acts as the practice's
agent starts the clock with its own knowledge; whether it is one, a person must judge. What else is on record tells:
nobody reports, concludes or takes down what nobody has discovered.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...records import Incident, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case

KNEW = {
    "reported_on": "the privacy officer was told",
    "vendor_told_on": "the vendor told the practice",
    "delay_asked_on": "the police asked to wait",
    "concluded_on": "it was concluded what it was",
    "individuals_told_on": "the patients were told",
    "media_told_on": "the press was told",
    "hhs_told_on": "HHS was told",
    "accounting_on": "it was entered in the list of disclosures",
}
MAY_HAVE_KNOWN = {"taken_down_on": "it was taken down", "vendor_discovered_on": "somebody at the vendor knew"}


def check(subject: Subject) -> Observation | None:
    incident = subject.matter.incident
    for fields, review in ((KNEW, False), (MAY_HAVE_KNOWN, True)):
        if earlier := min(_earlier(incident, fields), default=None):
            text = f"Discovery is recorded as {incident.discovered_on}, and {earlier[1]} on {earlier[0]} already."
            return Observation(text=text, review=review)
    return None


def _earlier(incident: Incident, fields: dict[str, str]) -> Iterator[tuple[date, str]]:
    for field, words in fields.items():
        day = getattr(incident, field)
        if day is not None and day < incident.discovered_on:
            yield day, words


RULE = Rule(
    id="breach-discovery-clock",
    title="Somebody knew before the day from which the clocks are counted",
    citation="45 CFR 164.404(a)(2)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Ask everybody who may have seen it, the vendor too, when they first knew, and write down the earliest day. "
    "Count the last day to tell the patients from there.",
    lesson="when-it-goes-wrong",
    seed=("S17",),
    subject=SubjectKind.INCIDENT,
    needs=("matter.incident.discovered_on",),
    applies=lambda subject: True,
    check=check,
    violates=(
        case(SubjectKind.INCIDENT, matter=altered(reported_on=date(2026, 5, 30))),
        case(SubjectKind.INCIDENT, matter=altered(taken_down_on=date(2026, 5, 31))),
    ),
    complies=(case(SubjectKind.INCIDENT, matter=altered(reported_on=date(2026, 6, 3))),),
)

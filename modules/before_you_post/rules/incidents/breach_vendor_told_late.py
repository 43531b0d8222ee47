"""A vendor that finds a breach tells the practice within sixty days at the latest, so that patients can be told.

An agency that posted too much, a web host that was broken into: the vendor tells the practice, and the practice tells
the patients (45 CFR 164.410). Sixty days are the law's limit; the agreement should say far fewer.
"""

from __future__ import annotations

from datetime import date

from ...law.clocks import vendor_due
from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_incident import altered
from ..cases.clean_office import case

AT_VENDOR = {"vendor": "Brightquill Studio", "vendor_discovered_on": date(2026, 6, 1)}


def check(subject: Subject) -> Observation | None:
    incident, last = subject.matter.incident, vendor_due(subject.matter.incident.vendor_discovered_on)
    if incident.vendor_told_on <= last:
        return None
    text = f"{incident.vendor} knew on {incident.vendor_discovered_on} and told the practice on "
    return Observation(text=f"{text}{incident.vendor_told_on}; the last day was {last}.")


RULE = Rule(
    id="breach-vendor-told-late",
    title="The vendor told the practice too late",
    citation="45 CFR 164.410(b)",
    tag="V1",
    severity=Severity.MED,
    remedy="Ask the vendor in writing why, and set a number of days in the agreement.",
    lesson="vendors",
    seed=("S4",),
    subject=SubjectKind.INCIDENT,
    needs=("matter.incident.vendor_discovered_on", "matter.incident.vendor_told_on"),
    applies=lambda subject: subject.matter.incident.vendor is not None,
    check=check,
    violates=(case(SubjectKind.INCIDENT, matter=altered(**AT_VENDOR, vendor_told_on=date(2026, 8, 1))),),
    complies=(case(SubjectKind.INCIDENT, matter=altered(**AT_VENDOR, vendor_told_on=date(2026, 7, 31))),),
)

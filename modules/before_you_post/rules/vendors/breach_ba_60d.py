"""The agreement says how soon a vendor tells the practice of a breach.

The law gives a vendor sixty days at most, counted from its own discovery. Where the vendor acts as the practice's
agent, what it knows is known to the practice, and the practice's own sixty days run at the same time. So the
agreement should say days, not weeks: how many is the practice's policy (S4).
"""

from __future__ import annotations

from ...law.clocks import clock
from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import vendor
from ..conditions.outsiders import under_agreement


def check(subject: Subject) -> Observation | None:
    one, policy = subject.matter.vendor, subject.office.practice.policy
    days, most = one.reports_within_days, clock("vendor").days
    if days <= policy.vendor_report_days:
        return None
    said = f"The agreement with {one.vendor} gives it {days} days to tell the practice of a breach"
    if days > most:
        return Observation(text=f"{said}; the law gives {most} at most.")
    text = f"{said}; the practice's own policy is {policy.vendor_report_days}, the law's limit {most}."
    return Observation(text=text, review=True)


RULE = Rule(
    id="breach-ba-60d",
    title="A vendor may take too long to tell of a breach",
    citation="45 CFR 164.410(b)",
    tag="V1",
    severity=Severity.MED,
    remedy="Have the agreement say how many days the vendor has to tell you, and choose few.",
    lesson="vendors",
    seed=("S4",),
    subject=SubjectKind.VENDOR,
    needs=("matter.vendor.reports_within_days",),
    applies=under_agreement,
    check=check,
    violates=(
        case(SubjectKind.VENDOR, matter=vendor(reports_within_days=61)),
        case(SubjectKind.VENDOR, matter=vendor(reports_within_days=11)),
    ),
    complies=(case(SubjectKind.VENDOR, matter=vendor(reports_within_days=10)),),
)

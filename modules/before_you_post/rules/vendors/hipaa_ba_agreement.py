"""Whoever outside handles patient information for the practice has signed an agreement first.

Agencies and web designers may not know HIPAA (S4), and what they shoot, store or send for the practice is protected
as if the practice held it (S8; HIPAA's own words are “creates, receives, maintains, or transmits”). A cloud gallery, a
web host, a freelance photographer and a tool that edits pictures all count. The agreement comes before the first
access. It is no patient's permission: a public post needs the patient's authorization as well.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import vendor
from ..conditions.outsiders import on_its_own

NOT_ENOUGH = "An agreement alone permits no post: each photo needs the patient's authorization too."


def check(subject: Subject) -> Observation | None:
    one = subject.matter.vendor
    if not one.phi_access:
        return None
    signed, since = one.agreement_signed_on, one.phi_access_from
    access = f"{one.vendor} has access to patient information{f' since {since}' if since else ''}"
    if signed is None or signed > subject.day:
        return Observation(text=f"{access}, and no agreement is signed. {NOT_ENOUGH}")
    if since is not None and signed > since:
        return Observation(text=f"{access}; the agreement was signed later, on {signed}. {NOT_ENOUGH}")
    return None


RULE = Rule(
    id="hipaa-ba-agreement",
    title="A vendor handles patient information without an agreement",
    citation="45 CFR 164.502(e), 164.504(e)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Stop its access until a business associate agreement is signed. Where it had access before, have counsel "
    "look at what it did with patient information in that time.",
    lesson="vendors",
    seed=("S4", "S8"),
    subject=SubjectKind.VENDOR,
    needs=("matter.vendor.phi_access",),
    applies=on_its_own,
    check=check,
    violates=(
        case(SubjectKind.VENDOR, matter=vendor(agreement_signed_on=None)),
        case(SubjectKind.VENDOR, matter=vendor(agreement_signed_on=date(2025, 2, 2))),
    ),
    complies=(
        case(SubjectKind.VENDOR, matter=vendor(agreement_signed_on=date(2025, 2, 1))),  # on the day access began
        case(SubjectKind.VENDOR, matter=vendor(agreement_signed_on=None, phi_access=False, publishes_on=())),
    ),
)

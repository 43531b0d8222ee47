"""The agreement with a vendor says everything it must.

The rule lists what such an agreement contains: which uses are permitted, safeguards, reporting, subcontractors, the
patients' rights to access, amendment and an accounting, books open to the government, return or destruction, and
termination. A confidentiality clause in a web design contract is none of these.
"""

from __future__ import annotations

from ...records import AgreementTerm, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import vendor
from ..conditions.outsiders import under_agreement
from ..conditions.several import MOST, told


def check(subject: Subject) -> Observation | None:
    one = subject.matter.vendor
    silent = [str(term) for term in AgreementTerm if term not in one.agreement_terms]
    if not silent:
        return None
    what = "any of what it must" if len(silent) > MOST else told(silent)
    return Observation(text=f"The agreement with {one.vendor} of {one.agreement_signed_on} does not speak of {what}.")


RULE = Rule(
    id="hipaa-ba-terms",
    title="The agreement with a vendor lacks required terms",
    citation="45 CFR 164.504(e)(2)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Have counsel add what is missing, and have the vendor sign it. Until then give it nothing new.",
    lesson="vendors",
    seed=("S4", "S8"),
    subject=SubjectKind.VENDOR,
    needs=("matter.vendor.agreement_terms",),
    applies=under_agreement,
    check=check,
    violates=(
        case(SubjectKind.VENDOR, matter=vendor(agreement_terms=tuple(AgreementTerm)[:-1])),
        case(SubjectKind.VENDOR, matter=vendor(agreement_terms=())),
    ),
    complies=(case(SubjectKind.VENDOR, matter=vendor(agreement_terms=(), phi_access=False, publishes_on=())),),
)

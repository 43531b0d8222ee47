"""A vendor that publishes for the practice has access to what it publishes.

An agency that can post on the practice's account handles patients' photos (S4), even if the list says that it sees no
patient information. Then either the list is wrong, and an agreement is due, or it posts nothing of patients. Patients'
authorizations are needed in both cases; no agreement stands in for them.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import vendor
from ..conditions.outsiders import on_its_own
from ..conditions.several import told


def applies(subject: Subject) -> bool:
    """It works on its own and can publish; hipaa-ba-agreement asks whether it has access."""
    one = subject.matter.vendor
    return on_its_own(subject) and bool(one.publishes_on) and one.phi_access is not None


def check(subject: Subject) -> Observation | None:
    one = subject.matter.vendor
    if one.phi_access:
        return None
    return Observation(
        text=f"{one.vendor} can publish on {told(one.publishes_on)}, and is noted as having no access to patient "
        "information. Whether it posts nothing of patients, a person must say.",
        review=True,
    )


RULE = Rule(
    id="hipaa-ba-publisher",
    title="A vendor publishes for the practice, and is said to see no patient information",
    citation="45 CFR 160.103",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Correct the list and sign an agreement, or make sure that it posts nothing of patients.",
    lesson="vendors",
    seed=("S4", "S8"),
    subject=SubjectKind.VENDOR,
    needs=(),
    applies=applies,
    check=check,
    violates=(case(SubjectKind.VENDOR, matter=vendor(phi_access=False)),),
    complies=(case(SubjectKind.VENDOR, matter=vendor(phi_access=False, publishes_on=())),),
)

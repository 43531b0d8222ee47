"""A child who can understand is asked too, and a no counts.

A parent or guardian signs for a child's likeness; that is law in several states and asked for elsewhere. That the
child's own no should stop it, from about the age of seven, is good practice and the practice's own policy. It was
their face before it was an advertisement, and they will be asked again when they come of age.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.of_child import child
from ..conditions.printed import is_authorization
from ..conditions.signers import FOR_A_CHILD, age


def applies(subject: Subject) -> bool:
    """Somebody signed for a child old enough to be asked."""
    mine, patient = subject.matter.form, subject.matter.patient
    if not is_authorization(mine) or mine.signer_role not in FOR_A_CHILD or mine.signed_on is None:
        return False
    if patient is None or patient.birth_date is None:
        return False
    policy = subject.office.practice.policy
    return policy.assent_age <= age(patient.birth_date, mine.signed_on) < policy.adult_age


def check(subject: Subject) -> Observation | None:
    mine = subject.matter.form
    if mine.child_agreed:
        return None
    years = age(subject.matter.patient.birth_date, mine.signed_on)
    return Observation(
        text=f"The form {mine.id} was signed by a {mine.signer_role} for patient {mine.patient}, then {years}, who did "
        "not agree. That a child's no counts is good practice, no statute, so a person decides.",
        part="child_agreed",
        review=True,
    )


RULE = Rule(
    id="pub-minor-general",
    title="A child did not agree to be shown",
    citation="45 CFR 164.502(g)(3)",
    tag="U",
    severity=Severity.BLOCK,
    remedy="Do not publish the child's photos, and take down what is up. Ask again later, without pressing.",
    lesson="authorization",
    seed=("S26",),
    subject=SubjectKind.FORM,
    reach=Reach.POLICY,
    needs=("matter.form.child_agreed",),
    applies=applies,
    check=check,
    violates=(case(SubjectKind.FORM, matter=child(date(2019, 2, 2), child_agreed=False)),),
    complies=(
        case(SubjectKind.FORM, matter=child(date(2019, 2, 2), child_agreed=True)),
        case(SubjectKind.FORM, matter=child(date(2019, 2, 3), child_agreed=False)),  # seven on the day after
    ),
)

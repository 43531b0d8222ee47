"""For a child, a parent or guardian signs; a minor's own signature counts only in special cases.

The exceptions: the minor lawfully consented to the care alone, may lawfully get it alone, or the parent agreed to
confidentiality. Then the minor decides. Which of these holds depends on the state, so a reason on the form is put
before a person. The age of majority is set in practice.yaml: 18 in most states, 19 in Alabama and Nebraska, 21 in
Mississippi. A parent's signature is not the end of it either: a child who says no should be heard.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SignerRole, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_authorization
from ..conditions.signers import age, was_of_age


def applies(subject: Subject) -> bool:
    """The patient signed, and there is a day to measure the age on (hipaa-auth-signature asks for the day)."""
    form = subject.form
    return by_authorization(subject) and form.signer_role is SignerRole.PATIENT and form.signed_on is not None


def check(subject: Subject) -> Observation | None:
    form, patient = subject.form, subject.panel.patient
    if was_of_age(form, patient, subject.evidence.policy):
        return None
    years = age(patient.birth_date, form.signed_on) if patient.birth_date else "not of age"
    alone = f"Patient {patient.code} was {years} when they signed the form {form.id} alone"
    if not form.authority:
        return Observation(text=f"{alone}. No parent or guardian signed.", part="signer_role")
    return Observation(
        text=f"{alone}. The reason on file is “{form.authority}”; whether it is enough depends on the state.",
        part="authority",
        review=True,
    )


RULE = Rule(
    id="hipaa-minor-parent",
    title="A minor signed alone",
    citation="45 CFR 164.502(g)(3)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down until a parent or guardian has signed, or until your counsel has confirmed that this "
    "minor may decide alone.",
    lesson="authorization",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    needs=("panel.patient.birth_date or form.adult_when_signed",),
    applies=applies,
    check=check,
    violates=(
        but(patient={"birth_date": date(2008, 2, 3)}),  # 18 on the day after the signature
        but(patient={"birth_date": date(2008, 2, 3)}, form={"authority": "consented to the care alone"}),
        but(patient={"birth_date": None}, form={"adult_when_signed": False}),
    ),
    complies=(
        but(patient={"birth_date": date(2008, 2, 2)}),  # 18 on the very day
        but(patient={"birth_date": None}, form={"adult_when_signed": True}),
    ),
)

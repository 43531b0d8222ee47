"""When someone else signs for the patient, the form must say why that person may.

A mother, a guardian or a person with a power of attorney may sign where state law lets them decide about the
patient's care. The form must state that authority. A parent's authority as a parent ends when the child comes of age:
a parent's signature for an adult is put before a person.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SignerRole
from ..base import Observation, Rule, Subject
from ..clean import but
from ..governing import signer_may_sign

MOTHER = {"signer_role": SignerRole.PARENT, "signed_by": "Isolde Featherstone", "authority": "mother"}


def check(subject: Subject) -> Observation | None:
    form, patient = subject.form, subject.panel.patient
    if form.signer_role is SignerRole.PATIENT or signer_may_sign(form, patient, subject.evidence.policy):
        return None
    if not form.authority:
        return Observation(
            text=f"The form {form.id} was signed by a {form.signer_role} of patient {patient.code}. It does not say "
            "why that person may sign.",
            part="authority",
        )
    return Observation(
        text=f"The form {form.id} was signed by a parent, but patient {patient.code} was of age when it was signed.",
        part="signer_role",
        review=True,
    )


RULE = Rule(
    id="hipaa-auth-rep-authority",
    title="Someone else signed, and their authority is not clear",
    citation="45 CFR 164.508(c)(1)(vi)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down until the form states why that person may sign, or until the patient has signed.",
    lesson="authorization",
    seed=("S44",),
    of_panel=True,
    needs=("form.signer_role",),
    applies=lambda subject: subject.form is not None,
    check=check,
    violates=(
        but(form=MOTHER | {"authority": None}, patient={"birth_date": date(2012, 5, 17)}),
        but(form=MOTHER),  # for review: the patient is an adult
    ),
    complies=(
        but(form=MOTHER, patient={"birth_date": date(2012, 5, 17)}),
        but(form={"signer_role": SignerRole.REPRESENTATIVE, "authority": "health-care power of attorney"}),
    ),
)

"""When someone else signs for the patient, the form must say why that person may.

A mother, a guardian or a person with a power of attorney may sign where state law lets them decide about the
patient's care. The form must state that authority. A parent's authority as a parent ends when the child comes of age,
and an executor's begins when the patient dies: a parent's signature for an adult, and an executor's for somebody who
is not known to have died by then, are put before a person.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SignerRole, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_authorization
from ..conditions.signers import signer_may_sign

MOTHER = {"signer_role": SignerRole.PARENT, "signed_by": "Isolde Featherstone", "authority": "mother"}
EXECUTOR = {"signer_role": SignerRole.EXECUTOR, "signed_by": "Isolde Featherstone", "authority": "letters testamentary"}


def check(subject: Subject) -> Observation | None:
    form, patient = subject.form, subject.panel.patient
    if form.signer_role is SignerRole.PATIENT or signer_may_sign(form, patient, subject.evidence.policy):
        return None
    executor = form.signer_role is SignerRole.EXECUTOR
    signed = f"The form {form.id} was signed by {'an' if executor else 'a'} {form.signer_role}"
    if not form.authority:
        text = f"{signed} of patient {patient.code}. It does not say why that person may sign."
        return Observation(text=text, part="authority")
    doubt = "is not known to have died by then" if executor else "was of age when it was signed"
    return Observation(text=f"{signed}, but patient {patient.code} {doubt}.", part="signer_role", review=True)


RULE = Rule(
    id="hipaa-auth-rep-authority",
    title="Someone else signed, and their authority is not clear",
    citation="45 CFR 164.508(c)(1)(vi)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down until the form states why that person may sign, or until the patient has signed.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=("form.signer_role",),
    applies=by_authorization,
    check=check,
    violates=(
        but(form=MOTHER | {"authority": None}, patient={"birth_date": date(2012, 5, 17)}),
        but(form=MOTHER),  # for review: the patient is an adult
        but(form=EXECUTOR),  # for review: the patient is alive, as far as anybody recorded
    ),
    complies=(
        but(form=MOTHER, patient={"birth_date": date(2012, 5, 17)}),
        but(form={"signer_role": SignerRole.REPRESENTATIVE, "authority": "health-care power of attorney"}),
        but(form=EXECUTOR, patient={"deceased_on": date(2026, 1, 30)}),  # died before it was signed
    ),
)

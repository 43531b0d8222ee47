"""The dead are protected for fifty years, and their executor speaks for them.

Who acts for the estate may sign an authorization then. Nobody can sign after their own death, and a power of attorney
ends with it. Whether a form the patient signed in life still speaks afterwards is a reading of the law, so a person
decides, and asks the family. After fifty years HIPAA no longer protects the photo; this rule then falls silent, and
state law about a person's likeness may still speak.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SignerRole, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_authorization
from ..conditions.signers import is_protected_after_death, outlives_patient, signed_in_life

DIED = {"deceased_on": date(2026, 1, 30)}  # the form was signed on 2 February
EXECUTOR = {"signer_role": SignerRole.EXECUTOR, "signed_by": "Isolde Featherstone", "authority": "letters testamentary"}


def applies(subject: Subject) -> bool:
    return by_authorization(subject) and is_protected_after_death(subject.panel.patient, subject.day)


def check(subject: Subject) -> Observation | None:
    form, patient = subject.form, subject.panel.patient
    answer = outlives_patient(form, patient, subject.day)
    if answer:
        return None
    died = f"Patient {patient.code} died on {patient.deceased_on}"
    if answer is False:
        text = f"{died}; the form {form.id} is said to be signed by the patient on {form.signed_on}."
        return Observation(text=text, part="signed_on")
    if signed_in_life(form, patient):
        text = f"{died}; the form {form.id} was signed before. Whether it still speaks, a person must decide."
        return Observation(text=text, part="signed_on", review=True)
    text = f"{died}; a {form.signer_role} signed the form {form.id} afterwards, not the executor."
    return Observation(text=text, part="signer_role", review=True)


RULE = Rule(
    id="hipaa-decedent-50y",
    title="The patient has died, and it is not clear who speaks for them",
    citation="45 CFR 164.502(g)(4), (f)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Take the photo out of use and speak with the executor, who may sign a form. Ask your counsel what state "
    "law says of a person's likeness after death.",
    lesson="authorization",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        but(patient=DIED),
        but(patient={"deceased_on": date(2026, 8, 1)}),  # this and the next are for review
        but(patient=DIED, form=EXECUTOR | {"signer_role": SignerRole.REPRESENTATIVE}),
    ),
    complies=(but(patient=DIED, form=EXECUTOR), but(patient={"deceased_on": date(2026, 11, 23)})),
)

"""When the child has come of age, ask again.

A parent's form is said to hold until it ends or is taken back, even after the child's birthday; we know that from a
government page we could not read for ourselves. But the photo now shows an adult who never decided about it. So once
the patient is of age, a person looks at it.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SignerRole, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_authorization
from ..conditions.signers import FOR_A_CHILD, age, outlives_childhood

MOTHER = {"signer_role": SignerRole.PARENT, "signed_by": "Isolde Featherstone", "authority": "mother"}


def applies(subject: Subject) -> bool:
    """Somebody signed for a child; a patient who was of age then is hipaa-auth-rep-authority's."""
    form = subject.form
    if not by_authorization(subject) or form.signer_role not in FOR_A_CHILD or form.signed_on is None:
        return False
    return subject.panel.patient.birth_date is not None or not form.adult_when_signed


def check(subject: Subject) -> Observation | None:
    form, patient = subject.form, subject.panel.patient
    if outlives_childhood(form, patient, subject.day, subject.evidence.policy):
        return None
    return Observation(
        text=f"A {form.signer_role} signed the form {form.id} for a child. On {subject.day} patient {patient.code} was "
        f"{age(patient.birth_date, subject.day)}. Ask whether it is still what they want.",
        part="signer_role",
        review=True,
    )


RULE = Rule(
    id="hipaa-minor-majority",
    title="The child has come of age",
    citation="45 CFR 164.502(g)(3)",
    tag="U",
    severity=Severity.MED,
    remedy="Ask the patient, now an adult, whether the photo may stay, and let them sign a form of their own. Take it "
    "down if they say no.",
    lesson="authorization",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    needs=("panel.patient.birth_date",),
    applies=applies,
    check=check,
    violates=(but(form=MOTHER, patient={"birth_date": date(2008, 11, 22)}),),  # 18 today
    complies=(
        but(form=MOTHER, patient={"birth_date": date(2008, 11, 23)}),  # 18 tomorrow
        but(
            form=MOTHER | {"signer_role": SignerRole.GUARDIAN, "adult_when_signed": True}, patient={"birth_date": None}
        ),
    ),
)

"""In California, who signs for a minor depends on the care.

For care that a minor may lawfully consent to without parents, the minor signs, and a parent may not; for all other
care a parent or guardian signs, and the minor alone may not (S18). Which care that is, other laws of the state say:
the practice notes the answer with the form.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SignerRole, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.of_child import child
from ..conditions.printed import is_authorization
from ..conditions.signers import FOR_A_CHILD, was_of_age
from ..conditions.states import because

BORN = date(2010, 5, 17)
CALIFORNIA = {"states": ("CA",)}
ALONE = {"signer_role": SignerRole.PATIENT, "authority": None}


def applies(subject: Subject) -> bool:
    """California's law counts, and the patient was not of age when a minor or a parent signed."""
    mine, patient = subject.matter.form, subject.matter.patient
    if because("CA", subject) is None or patient is None or not is_authorization(mine):
        return False
    signers = (SignerRole.PATIENT, *FOR_A_CHILD)
    return mine.signer_role in signers and was_of_age(mine, patient, subject.office.practice.policy) is False


def check(subject: Subject) -> Observation | None:
    mine = subject.matter.form
    alone = mine.signer_role is SignerRole.PATIENT
    if alone == mine.minor_may_decide:
        return None
    who = "the minor" if alone else f"a {mine.signer_role}"
    care = "without parents" if mine.minor_may_decide else "only with a parent"
    return Observation(
        text=f"The form {mine.id} was signed by {who}, for care that this minor can agree to {care}. "
        f"{because('CA', subject)}",
        part="signer_role",
    )


RULE = Rule(
    id="ca-cmia-minor-sign",
    title="In California, the wrong person signed for a minor",
    citation="Cal. Civ. Code 56.11(b)(3)",
    tag="V2",
    severity=Severity.BLOCK,
    remedy="Publish nothing under this form, and take down what is up, until the right person has signed. Ask counsel "
    "which care a minor may consent to alone.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.FORM,
    reach=Reach.STATE,
    needs=("matter.form.minor_may_decide",),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.FORM, practice=CALIFORNIA, matter=child(BORN, minor_may_decide=True)),
        case(SubjectKind.FORM, practice=CALIFORNIA, matter=child(BORN, minor_may_decide=False, **ALONE)),
    ),
    complies=(
        case(SubjectKind.FORM, practice=CALIFORNIA, matter=child(BORN, minor_may_decide=False)),
        case(SubjectKind.FORM, practice=CALIFORNIA, matter=child(BORN, minor_may_decide=True, **ALONE)),
        case(SubjectKind.FORM, matter=child(BORN, minor_may_decide=True)),  # in Ohio
    ),
)

"""In New York a parent or guardian consents in writing to the use of a child's likeness.

A minor who may decide about their own care may control what is told of it under HIPAA; their portrait in an
advertisement still needs the parent's word. That word binds the child in New York, also later; ask again at 18 all
the same. We know the text from a decision that quotes it.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SignerRole, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_authorization
from ..conditions.signers import was_of_age
from ..conditions.states import because, counts

NEW_YORK = {"states": ("NY",), "hipaa_covered": False}  # where HIPAA reaches, its rule about minors asks as well
BORN_2009 = {"birth_date": date(2009, 5, 17)}
ALONE = {"authority": "may consent to this care"}
PARENT = {"signer_role": SignerRole.PARENT, "authority": "her mother"}


def applies(subject: Subject) -> bool:
    """The patient signed alone; where the age is not known, other rules say so."""
    signed_alone = by_authorization(subject) and subject.form.signer_role is SignerRole.PATIENT
    return signed_alone and counts("NY", subject)


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if was_of_age(form, subject.panel.patient, subject.evidence.policy) is not False:
        return None
    text = f"The form {form.id} was signed by a minor alone. For the likeness a parent or guardian consents in writing."
    return Observation(text=f"{text} {because('NY', subject)}", part="signer_role")


RULE = Rule(
    id="ny-crl-minor",
    title="A child's likeness is used without a parent's consent, against the law of New York",
    citation="N.Y. Civ. Rights Law 50",
    tag="V2",
    severity=Severity.BLOCK,
    remedy="Take the photo down until a parent or guardian has signed too. Ask the child as well, and again at 18.",
    lesson="state-rules",
    seed=("S18",),
    subject=SubjectKind.PANEL,
    reach=Reach.STATE,
    needs=(),
    applies=applies,
    check=check,
    violates=(but(evidence=NEW_YORK, patient=BORN_2009, form=ALONE),),
    complies=(but(evidence=NEW_YORK), but(evidence=NEW_YORK, patient=BORN_2009, form=PARENT)),
)

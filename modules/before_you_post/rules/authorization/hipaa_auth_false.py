"""A form that the practice knows to be false in something that matters permits nothing.

"Shown without your name" on a form whose photos were always to be named; a procedure the patient never had; a
signature dated back. The law asks what the practice knows: where nothing false is on record, nothing is known.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_authorization


def check(subject: Subject) -> Observation | None:
    if not subject.form.known_false:
        return None
    text = f"The practice knows that something that matters in the form {subject.form.id} is false."
    return Observation(text=text, part="known_false")


RULE = Rule(
    id="hipaa-auth-false",
    title="Something in the authorization is known to be false",
    citation="45 CFR 164.508(b)(2)(v)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down and tell the privacy officer. Ask the patient for a new form that says what is true.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=(),
    applies=by_authorization,
    check=check,
    violates=(but(form={"known_false": True}),),
    complies=(but(form={"known_false": False}),),
)

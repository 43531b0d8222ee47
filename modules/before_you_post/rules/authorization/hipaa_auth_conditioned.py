"""Care must not depend on signing.

"Sign, or we cannot operate" makes the form void, even where its print says the opposite. The law's exceptions
(research, examinations for somebody else) do not fit a photo for the website. A discount for whoever signs is not
named there: that one is for your counsel, because other law speaks of it.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import UNDESCRIBED, but
from ..conditions.printed import by_authorization


def applies(subject: Subject) -> bool:
    """Somebody went through this copy, or recorded this much: until then hipaa-auth-complete speaks."""
    form = subject.form
    return by_authorization(subject) and (form.blanks is not None or form.required_for_care is not None)


def check(subject: Subject) -> Observation | None:
    if not subject.form.required_for_care:
        return None
    text = f"Care was made to depend on signing the form {subject.form.id}."
    return Observation(text=text, part="required_for_care")


RULE = Rule(
    id="hipaa-auth-conditioned",
    title="Care was made to depend on the authorization",
    citation="45 CFR 164.508(b)(4), (b)(2)(iv)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down and tell the privacy officer. Ask the patient again when nothing depends on it.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=("form.required_for_care",),
    applies=applies,
    check=check,
    violates=(but(form={"required_for_care": True}),),
    complies=(but(form=UNDESCRIBED),),  # what the print says of it is another question
)

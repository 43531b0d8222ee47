"""A consent to treatment, an intake form or a signed privacy notice is no authorization.

A patient who let us take a photo for the chart, or ticked "media consent" on arrival, or signed that they got the
Notice, has permitted no publication. The article (S26) speaks of informed consent: that is the conversation, which
the law wants as well, and it takes the place of the form as little as the form takes the place of it.
"""

from __future__ import annotations

from ...records import FormKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import UNDESCRIBED, but
from ..conditions.printed import described, is_authorization


def applies(subject: Subject) -> bool:
    """A paper that was described, or whose kind is recorded; of spoken words hipaa-oral-agree-na speaks."""
    form = subject.form
    if form is None or form.form_kind is FormKind.SPOKEN:
        return False
    return form.form_kind is not None or described(form)


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if is_authorization(form):
        return None
    return Observation(text=f"What is on file as {form.id} is something else: {form.form_kind}.", part="form_kind")


RULE = Rule(
    id="hipaa-consent-not-authorization",
    title="The paper on file is no authorization",
    citation="45 CFR 164.506(b)(2)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down. Ask the patient for an authorization, on a paper of its own.",
    lesson="authorization",
    seed=("S17", "S26", "S44"),
    subject=SubjectKind.PANEL,
    needs=("form.form_kind",),
    applies=applies,
    check=check,
    violates=(
        but(form={"form_kind": FormKind.TREATMENT_CONSENT}),
        but(form={"form_kind": FormKind.INTAKE}),
        but(form={"form_kind": FormKind.NOTICE}),
    ),
    complies=(but(form=UNDESCRIBED | {"form_kind": None}),),  # hipaa-auth-complete says that nobody has looked
)

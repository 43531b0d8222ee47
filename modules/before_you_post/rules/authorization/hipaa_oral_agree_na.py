"""A spoken "yes" permits no publication.

Spoken agreement counts for a facility's directory and for talking with family and helpers, and for nothing else. "She
said she would love to be on our page" is a good reason to bring the form, not to post.
"""

from __future__ import annotations

from ...records import FormKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import UNDESCRIBED, but


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if form.form_kind is not FormKind.SPOKEN:
        return None
    return Observation(text=f"What is on file as {form.id} was only spoken; nobody signed it.", part="form_kind")


RULE = Rule(
    id="hipaa-oral-agree-na",
    title="The patient only said yes",
    citation="45 CFR 164.510",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down. If the patient still agrees, let them sign the form first.",
    lesson="authorization",
    seed=("S17", "S44"),
    subject=SubjectKind.PANEL,
    needs=(),
    applies=lambda subject: subject.form is not None and subject.form.form_kind is not None,
    check=check,
    violates=(
        but(form={"form_kind": FormKind.SPOKEN}),
        but(form=UNDESCRIBED | {"form_kind": FormKind.SPOKEN, "signed": None, "signed_on": None, "expires_on": None}),
    ),
    complies=(but(form=UNDESCRIBED),),
)

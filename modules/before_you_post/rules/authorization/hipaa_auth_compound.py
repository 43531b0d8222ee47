"""A form is a paper of its own, not a clause in another.

A permission to publish may not be part of the consent to treatment, the intake form or the privacy notice: who wants
the treatment would have to sign away the photo. It may share a paper with another authorization only.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import UNDESCRIBED, but
from ..conditions.printed import by_described_form, form_named


def check(subject: Subject) -> Observation | None:
    if subject.form.stands_alone:
        return None
    return Observation(text=f"{form_named(subject.form)} is part of another document.", part="stands_alone")


RULE = Rule(
    id="hipaa-auth-compound",
    title="The authorization is part of another document",
    citation="45 CFR 164.508(b)(3)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down. Put the permission on a paper of its own, and ask the patient to sign that one.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=("form.stands_alone",),
    applies=by_described_form,
    check=check,
    violates=(but(form={"stands_alone": False}),),
    complies=(but(form=UNDESCRIBED),),  # hipaa-auth-complete says that nobody has looked
)

"""A form counts once it is signed and the signature has a date.

A form in the file without a signature is a draft. Without a date nobody can show that it was there before the photo
was posted, so the law asks for both.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_authorization
from ..conditions.signers import is_signed


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if is_signed(form):
        return None
    if not form.signed:
        return Observation(text=f"The form {form.id} is not signed.", part="signed")
    return Observation(text=f"The form {form.id} is signed, but the signature has no date.", part="signed_on")


RULE = Rule(
    id="hipaa-auth-signature",
    title="The authorization is not signed and dated",
    citation="45 CFR 164.508(c)(1)(vi)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down. Look for the signed and dated form; if there is none, ask the patient.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=("form.signed",),
    applies=by_authorization,
    check=check,
    violates=(but(form={"signed": False}), but(form={"signed_on": None})),
    complies=(but(form={"signed_by": None}),),  # who signed is asked elsewhere
)

"""Every part the law asks for is there, and none was left blank.

A form is not valid once a required part of it was not filled in, however good the print is. So somebody has to read
what the printed version says, once, and then every signed copy. Where nobody has, this rule speaks for all the rules
about single parts, in one finding (``rules/conditions/printed.py`` tells how), and the photo is not clear.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import WORDING, by_authorization


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if not form.blanks:
        return None
    return Observation(
        text=f"On the form {form.id} these parts were left blank: {', '.join(form.blanks)}.", part="blanks"
    )


RULE = Rule(
    id="hipaa-auth-complete",
    title="A required part of the authorization was left blank",
    citation="45 CFR 164.508(b)(2)(ii)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down, and ask the patient to sign a form that is filled in. Do not fill in the blanks on a "
    "form that is signed.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=(WORDING, "form.blanks"),
    applies=by_authorization,
    check=check,
    violates=(but(form={"blanks": ("purpose", "who may see the photos")}),),
    complies=(but(form={"signed_by": None}),),  # the name in print beside the signature is no required part
    partial=True,
)

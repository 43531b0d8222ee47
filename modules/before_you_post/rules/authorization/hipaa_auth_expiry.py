"""Every form has an end: a date, or an event that has to do with the patient or the purpose.

"None" is allowed for research only. A form that says "never", or nothing, is not valid: some pages on the web read
silence as "for ever", and that is wrong. Where no end is recorded nobody can tell which of the two the paper is, so
nothing is checked; where the paper names none, write "none" in the table. "Until I revoke it" is put before a person.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.endings import has_end
from ..conditions.printed import by_authorization


def check(subject: Subject) -> Observation | None:
    form = subject.form
    answer = has_end(form)
    if answer:
        return None
    ends = f"The form {form.id} says about its end: “{form.expires_when}”."
    if answer is False:
        return Observation(text=f"{ends} Only a form for research may go without an end.", part="expires_when")
    return Observation(
        text=f"{ends} Every form can be taken back; whether that is an end of its own, a person must decide.",
        part="expires_when",
        review=True,
    )


NO_DATE = {"expires_on": None}

RULE = Rule(
    id="hipaa-auth-expiry",
    title="The authorization has no end",
    citation="45 CFR 164.508(c)(1)(v)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down, and ask the patient for a form that ends on a day or with an event you can check.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=("form.expires_on or form.expires_when",),
    applies=by_authorization,
    check=check,
    violates=(
        but(form=NO_DATE | {"expires_when": "Never"}),
        but(form=NO_DATE | {"expires_when": "no expiration date."}),
        but(form=NO_DATE | {"expires_when": "until I revoke it"}),  # for review
    ),
    complies=(
        but(form=NO_DATE | {"expires_when": "the end of her treatment"}),
        but(form={"expires_when": "never"}),  # it has a date as well
    ),
)

"""If somebody pays the practice for showing the photos, the form says so.

A maker of a filler or of a laser that pays for a post, or shares the cost of an advertisement, pays for the use of
the patient's photo. The patient must read that before signing.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_described_form, form_named


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if form.says_paid:
        return None
    text = f"{form_named(form)} does not say that somebody pays the practice. On record is: {form.paid_by}."
    return Observation(text=text, part="says_paid")


RULE = Rule(
    id="hipaa-auth-remuneration",
    title="Somebody pays for showing the photos, and the authorization does not say so",
    citation="45 CFR 164.508(a)(3)(ii)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Stop using the photo wherever somebody pays for it, until the patient has signed a form that says so.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=("form.says_paid",),
    applies=lambda subject: by_described_form(subject) and subject.form.paid_by is not None,
    check=check,
    violates=(but(form={"paid_by": "Larkfield Lasers, half of the advertisement"}),),
    complies=(but(form={"paid_by": "Larkfield Lasers, half of the advertisement", "says_paid": True}),),
)

"""If the practice is paid for the photos themselves, the form says so.

Licensing before-and-after photos to a maker of devices, or selling them to a picture agency, is a sale of patient
information: it needs an authorization that says the practice is paid (S44). That is more than being paid to
advertise, for which another rule asks.
"""

from __future__ import annotations

from ...records import FormKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import form
from ..conditions.printed import form_named, is_authorization


def check(subject: Subject) -> Observation | None:
    mine = subject.matter.form
    if mine.says_sold:
        return None
    text = f"{form_named(mine)} does not say that the practice is paid for the photos. On record is: {mine.sold_to}."
    return Observation(text=text, part="says_sold")


RULE = Rule(
    id="hipaa-auth-sale",
    title="Photos are sold or licensed, and the form does not say so",
    citation="45 CFR 164.508(a)(4)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Stop the sale and have the buyer take the photos down until the patient has signed a form that says the "
    "practice is paid.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.FORM,
    needs=("matter.form.says_sold",),
    applies=lambda subject: is_authorization(subject.matter.form) and subject.matter.form.sold_to is not None,
    check=check,
    violates=(case(SubjectKind.FORM, matter=form(sold_to="Larkfield Lasers, 200 dollars a photo", says_sold=False)),),
    complies=(
        case(SubjectKind.FORM, matter=form(sold_to="Larkfield Lasers, 200 dollars a photo", says_sold=True)),
        case(SubjectKind.FORM, matter=form(sold_to="Larkfield Lasers", form_kind=FormKind.INTAKE)),
    ),
)

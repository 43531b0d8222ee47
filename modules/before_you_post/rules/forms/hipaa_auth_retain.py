"""A signed form is kept for six years from the day it last held.

The rule counts from when the form was made or last in effect, whichever is later (S44). A form that ran until last
year is needed for five more, and one on which a photo still up relies is needed at all events: it is the only proof
that the patient agreed.
"""

from __future__ import annotations

from datetime import date

from ...records import Authorization, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import form
from ..conditions.printed import is_authorization
from ..conditions.spans import years_after

YEARS = 6  # 45 CFR 164.530(j)(2), by 164.508(b)(6)
LONG_AGO: dict[str, date | None] = {
    "form_version": None,
    "signed_on": date(2018, 2, 2),
    "expires_on": date(2020, 2, 2),
    "copy_given_on": date(2018, 2, 2),
}
SHREDDED = form(**LONG_AGO, destroyed_on=date(2026, 2, 2)) | {"relied_on_until": None}


def check(subject: Subject) -> Observation | None:
    mine, used = subject.matter.form, subject.matter.relied_on_until
    if mine.destroyed_on is None or mine.destroyed_on > subject.day:
        return None
    ended = _ended(mine)
    gone = f"The form {mine.id} was destroyed on {mine.destroyed_on}"
    if ended is None:
        return Observation(text=f"{gone}, and it had not ended.", part="destroyed_on")
    last = max(filter(None, (mine.signed_on, ended, used)))
    if mine.destroyed_on >= years_after(last, YEARS):
        return None
    why = "a photo that relies on it was up on" if last == used else "its last day is"
    text = f"{gone}; {why} {last}, so it is to be kept until {years_after(last, YEARS)}."
    return Observation(text=text, part="destroyed_on")


def _ended(mine: Authorization) -> date | None:
    days = [day for day in (mine.expires_on, mine.event_happened_on, mine.revoked_on) if day]
    return min(days) if days else None


RULE = Rule(
    id="hipaa-auth-retain",
    title="A signed form was destroyed too early",
    citation="45 CFR 164.508(b)(6), 164.530(j)(2)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Look for a copy: the patient was given one. If there is none, take down what relies on the form. Keep the "
    "others for six years from the day they last held.",
    lesson="policy-and-forms",
    seed=("S44",),
    subject=SubjectKind.FORM,
    needs=(),
    applies=lambda subject: is_authorization(subject.matter.form) and subject.matter.form.signed is not False,
    check=check,
    violates=(
        case(SubjectKind.FORM, matter=SHREDDED | form(**LONG_AGO, destroyed_on=date(2026, 2, 1))),
        case(SubjectKind.FORM, matter=form(destroyed_on=date(2026, 11, 1))),
        case(
            SubjectKind.FORM, matter=form(expires_on=None, expires_when="her wedding", destroyed_on=date(2026, 11, 1))
        ),
    ),
    complies=(case(SubjectKind.FORM, matter=SHREDDED),),
)

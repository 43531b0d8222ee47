"""In California a form is good for a year, unless the signer asked for a longer date.

The law as amended in 2023 lets a form end with a date or an event, and caps it at one year; we have that from the
digest of the bill, not from the section itself, so a person decides. A form that ends with an event is put before a
person once a year has gone by.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import CALIFORNIA, but
from ..conditions.cmia import because, in_california
from ..conditions.endings import has_end, within_a_year
from ..conditions.printed import by_authorization

TWO_YEARS = {"expires_on": date(2028, 2, 2)}
WEDDING = {"expires_on": None, "expires_when": "her wedding"}


def applies(subject: Subject) -> bool:
    """The form has an end, and a day to count from; other rules ask for those."""
    if not by_authorization(subject) or subject.form.signed_on is None or not has_end(subject.form):
        return False
    return in_california(subject.panel, subject.evidence)


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if within_a_year(form, subject.day):
        return None
    part = "expires_on" if form.expires_on else "expires_when"
    ends = f"ends on {form.expires_on}" if form.expires_on else f"has not ended by {subject.day}"
    text = (
        f"The form {form.id} was signed on {form.signed_on} and {ends}: more than a year. Did the signer ask for that?"
    )
    return Observation(text=f"{text} {because(subject.panel, subject.evidence)}", part=part, review=True)


RULE = Rule(
    id="ca-cmia-expiry",
    title="The form runs for more than the year California allows",
    citation="Cal. Civ. Code 56.11",
    tag="U",
    severity=Severity.HIGH,
    remedy="Look on the form for a longer date that the signer asked for. If there is none, ask for a new form.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    reach=Reach.STATE,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        but(evidence=CALIFORNIA, form=TWO_YEARS),
        but(patient={"state": "CA"}, form=TWO_YEARS),
        but(evidence=CALIFORNIA | {"today": date(2027, 2, 3)}, form=WEDDING),
    ),
    complies=(
        but(form=TWO_YEARS),  # Ohio has no such cap
        but(evidence=CALIFORNIA, form={"expires_on": date(2027, 2, 2)}),
        but(evidence=CALIFORNIA | {"today": date(2027, 2, 2)}, form=WEDDING),
    ),
)

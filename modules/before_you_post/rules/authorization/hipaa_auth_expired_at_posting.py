"""A photo may not be posted under a form that has already ended.

Every form ends, on a date or with an event. From then on it permits nothing new, however good it was before. A form
that ends on a date still holds on that date; a form that ends with an event holds until the practice knows that the
event has happened.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.endings import ended_on, ending, ending_part
from ..conditions.printed import by_authorization


def applies(subject: Subject) -> bool:
    return by_authorization(subject) and None not in (subject.evidence.post.published_on, ended_on(subject.form))


def check(subject: Subject) -> Observation | None:
    form, posted = subject.form, subject.evidence.post.published_on
    if posted < ended_on(form):
        return None
    text = f"The form {form.id} {ending(form)}; the photo was posted on {posted}."
    return Observation(text=text, part=ending_part(form))


RULE = Rule(
    id="hipaa-auth-expired-at-posting",
    title="The authorization had ended before the photo was posted",
    citation="45 CFR 164.508(b)(2)(i)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Keep a copy as evidence, take the photo down, and tell the privacy officer. Ask the patient for a new form "
    "before you publish it again.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        but(form={"expires_on": date(2026, 3, 1)}),  # the day before the photo was posted
        but(form={"expires_on": None, "expires_when": "her wedding", "event_happened_on": date(2026, 3, 2)}),
    ),
    complies=(
        but(form={"expires_on": date(2026, 3, 2)}, evidence={"today": date(2026, 3, 2)}),  # its last day
        but(form={"expires_on": None, "expires_when": "her wedding"}),  # nobody knows of a wedding
    ),
)

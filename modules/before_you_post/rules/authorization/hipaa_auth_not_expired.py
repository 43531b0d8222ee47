"""A form must still hold as long as the photo is up, not only on the day it was posted.

An ended form is no longer valid: that is the law's own wording. Is leaving an old post up a new use of the photo?
No official text that says so was found. To treat it as one is the cautious reading, and it is the one taught here:
when a form ends, the photo comes down or the patient signs again. Whether a form has an end at all is asked by
hipaa-auth-expiry; this rule asks whether that end has come.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.endings import ended_on, ending, ending_part
from ..conditions.printed import by_authorization


def applies(subject: Subject) -> bool:
    """The form has a known end, and had not come to it by the posting day: that is hipaa-auth-expired-at-posting."""
    if not by_authorization(subject):
        return False
    ended, posted = ended_on(subject.form), subject.evidence.post.published_on
    return ended is not None and (posted is None or posted < ended)


def check(subject: Subject) -> Observation | None:
    form, ended = subject.form, ended_on(subject.form)
    if subject.day < ended:
        return None
    return Observation(
        text=f"The form {form.id} {ending(form)}; the photo was still up on {subject.day}. The form permits nothing "
        "any more. That leaving a photo up counts as a new use is the cautious reading of the law.",
        part=ending_part(form),
    )


RULE = Rule(
    id="hipaa-auth-not-expired",
    title="The authorization has ended and the photo is still up",
    citation="45 CFR 164.508(b)(2)(i)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down, or ask the patient for a new form before you leave it up.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        but(form={"expires_on": date(2026, 11, 21)}),  # yesterday
        but(form={"expires_when": "her wedding", "event_happened_on": date(2026, 11, 22)}),
    ),
    complies=(but(form={"expires_on": date(2026, 11, 22)}),),  # today is its last day
)

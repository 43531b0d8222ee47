"""A patient may take the form back at any time; from then on it permits nothing.

What the practice did before, trusting the form, is excused. Old prints need not vanish, but nothing new may happen.
Is leaving an old post up something new? No official text that says so was found. To treat it as a new use is the
cautious reading, and it is the one taught here: take down what you control, tell the vendors, and log the rest.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.endings import not_revoked
from ..conditions.printed import by_authorization


def check(subject: Subject) -> Observation | None:
    form, posted = subject.form, subject.evidence.post.published_on
    if not_revoked(form, subject.day):
        return None
    text = f"The form {form.id} was revoked on {form.revoked_on}; "
    if posted and form.revoked_on <= posted:
        return Observation(text=f"{text}the photo was posted on {posted}.", part="revoked_on")
    return Observation(
        text=f"{text}the photo was still up on {subject.day}. What was done before, trusting the form, is excused. "
        "That leaving a photo up counts as a new use is the cautious reading of the law.",
        part="revoked_on",
    )


RULE = Rule(
    id="hipaa-auth-revoked",
    title="The patient has revoked the authorization",
    citation="45 CFR 164.508(b)(5)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down wherever you control it, ask vendors and partners to do the same, and log what you "
    "cannot reach.",
    lesson="authorization",
    seed=("S28", "S44"),
    subject=SubjectKind.PANEL,
    needs=(),
    applies=by_authorization,
    check=check,
    violates=(
        but(form={"revoked_on": date(2026, 2, 20)}),  # before the photo was posted
        but(form={"revoked_on": date(2026, 3, 2)}),  # on that very day
        but(form={"revoked_on": date(2026, 11, 22)}),  # today
    ),
    complies=(but(form={"revoked_on": date(2026, 11, 23)}),),  # tomorrow: the audit speaks for today
)

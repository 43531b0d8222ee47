"""In California the form stands clearly apart, and its signature serves no other purpose.

One signature at the foot of a page that also settles the bill or the risks of the treatment is not enough, even where
the permission has a box of its own. A form joined to another document breaks HIPAA too (hipaa-auth-compound); here it
breaks both.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import CALIFORNIA, but
from ..conditions.cmia import because, in_california, kept_apart
from ..conditions.printed import by_described_form, form_named


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if kept_apart(form) is not False:
        return None
    why = because(subject.panel, subject.evidence)
    if form.separate_signature is False:
        text = f"{form_named(form)} has a signature that serves another purpose too. {why}"
        return Observation(text=text, part="separate_signature")
    return Observation(text=f"{form_named(form)} does not stand apart from other text. {why}", part="stands_alone")


RULE = Rule(
    id="ca-cmia-separate",
    title="The form is not kept apart as California asks",
    citation="Cal. Civ. Code 56.11(b)(2)",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Use a California form on a page of its own, with a signature for it alone, and ask the patient to sign it.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    reach=Reach.STATE,
    needs=("form.separate_signature",),
    applies=lambda subject: by_described_form(subject) and in_california(subject.panel, subject.evidence),
    check=check,
    violates=(
        but(evidence=CALIFORNIA, form={"separate_signature": False}),
        but(patient={"state": "CA"}, form={"separate_signature": False}),
    ),
    complies=(but(form={"separate_signature": False}), but(evidence=CALIFORNIA)),  # Ohio does not ask for it
    partial=True,
)

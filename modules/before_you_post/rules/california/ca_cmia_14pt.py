"""In California the print of the form has 14 points or more, or it is written by hand.

The smallest print counts. A form that is fine in another state is not valid here if its small print is small; the
article (S18) says that details vary by state, and this is one of them. A form signed on a screen is measured as the
patient saw it.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import CALIFORNIA, but
from ..conditions.cmia import POINTS, because, in_california, large_enough
from ..conditions.printed import by_described_form, form_named


def check(subject: Subject) -> Observation | None:
    if large_enough(subject.form):
        return None
    form, why = subject.form, because(subject.panel, subject.evidence)
    text = f"{form_named(form)} has print of {form.font_points:g} points; California asks for {POINTS} or more. {why}"
    return Observation(text=text, part="font_points")


RULE = Rule(
    id="ca-cmia-14pt",
    title="The print of the form is too small for California",
    citation="Cal. Civ. Code 56.11(b)(1)",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Use a California form in print of 14 points or more, and ask the patient to sign it.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    reach=Reach.STATE,
    needs=("form.font_points",),
    applies=lambda subject: by_described_form(subject) and in_california(subject.panel, subject.evidence),
    check=check,
    violates=(
        but(evidence=CALIFORNIA, form={"font_points": 12.0}),
        but(patient={"state": "CA"}, form={"font_points": 13.5}),
    ),
    complies=(but(form={"font_points": 12.0}), but(evidence=CALIFORNIA)),  # Ohio asks for no size
)

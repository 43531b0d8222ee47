"""In California nobody's photograph advertises without their prior consent.

Whoever can be recognised with the naked eye may ask for damages, profits and the costs of going to court. An
authorization to disclose health information that never speaks of the likeness is another thing. We have the section
from a copy of the statute.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import CALIFORNIA, but
from ..conditions.printed import by_described_form, form_named
from ..conditions.states import because, counts

SILENT = {"likeness_consent": False}


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if form.likeness_consent:
        return None
    text = f"{form_named(form)} does not consent to the use of the patient's likeness in advertising."
    return Observation(text=f"{text} {because('CA', subject)}", part="likeness_consent")


RULE = Rule(
    id="ca-3344-likeness",
    title="No consent to use the likeness, as California asks",
    citation="Cal. Civ. Code 3344(a)",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Take the photo out of all advertising until the patient has signed a form that consents to the use of "
    "their likeness.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    reach=Reach.STATE,
    needs=("form.likeness_consent",),
    applies=lambda subject: by_described_form(subject) and counts("CA", subject),
    check=check,
    violates=(but(evidence=CALIFORNIA, form=SILENT), but(patient={"state": "CA"}, form=SILENT)),
    complies=(but(form=SILENT), but(evidence=CALIFORNIA)),  # Ohio does not ask for it
)

"""In Florida a likeness advertises only with express consent.

The statute is known to us and was not read, so a person decides whether what the form says is enough. For a child the
parent or guardian is said to consent.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_described_form, form_named
from ..conditions.states import because, counts

FLORIDA = {"states": ("FL",)}
SILENT = {"likeness_consent": False}


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if form.likeness_consent:
        return None
    text = f"{form_named(form)} does not consent to the use of the patient's likeness in advertising."
    return Observation(text=f"{text} {because('FL', subject)}", part="likeness_consent", review=True)


RULE = Rule(
    id="fl-54008",
    title="The form may not consent to use the likeness, as Florida asks",
    citation="Fla. Stat. 540.08",
    tag="U",
    severity=Severity.HIGH,
    remedy="Take the photo out of all advertising until the patient has signed a form that consents to the use of "
    "their likeness.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    reach=Reach.STATE,
    needs=("form.likeness_consent",),
    applies=lambda subject: by_described_form(subject) and counts("FL", subject),
    check=check,
    violates=(but(evidence=FLORIDA, form=SILENT), but(patient={"state": "FL"}, form=SILENT)),
    complies=(but(form=SILENT), but(evidence=FLORIDA)),  # Ohio does not ask for it
)

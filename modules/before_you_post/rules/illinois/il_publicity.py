"""In Illinois who somebody is advertises only with their written consent.

The Right of Publicity Act is known to us and was not read, so a person decides whether what the form says is enough.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_described_form, form_named
from ..conditions.states import because, counts

ILLINOIS = {"states": ("IL",)}
SILENT = {"likeness_consent": False}


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if form.likeness_consent:
        return None
    text = f"{form_named(form)} does not consent to the use of the patient's likeness in advertising."
    return Observation(text=f"{text} {because('IL', subject)}", part="likeness_consent", review=True)


RULE = Rule(
    id="il-publicity",
    title="The form may not consent to use who somebody is, as Illinois asks",
    citation="765 ILCS 1075/30",
    tag="U",
    severity=Severity.HIGH,
    remedy="Take the photo out of all advertising until the patient has signed a form that consents to the use of "
    "their likeness.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    reach=Reach.STATE,
    needs=("form.likeness_consent",),
    applies=lambda subject: by_described_form(subject) and counts("IL", subject),
    check=check,
    violates=(but(evidence=ILLINOIS, form=SILENT), but(patient={"state": "IL"}, form=SILENT)),
    complies=(but(form=SILENT), but(evidence=ILLINOIS)),  # Ohio does not ask for it
)

"""In California medical information is used for marketing only where the patient expressly says so.

A form that permits to disclose and never says "marketing" may be express enough or not. The subdivision is known to us
and was not read, so a person decides.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import CALIFORNIA, but
from ..conditions.printed import by_described_form, form_named
from ..conditions.states import because, counts

SILENT = {"names_marketing": False}


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if form.names_marketing:
        return None
    text = f"{form_named(form)} does not say “marketing”. {because('CA', subject)}"
    return Observation(text=text, part="names_marketing", review=True)


RULE = Rule(
    id="ca-cmia-marketing",
    title="The form may not authorize marketing, as California asks",
    citation="Cal. Civ. Code 56.10(d)",
    tag="U",
    severity=Severity.BLOCK,
    remedy="Ask your attorney whether the form is express enough. Until then show the photo for no marketing.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    reach=Reach.STATE,
    needs=("form.names_marketing",),
    applies=lambda subject: by_described_form(subject) and counts("CA", subject),
    check=check,
    violates=(but(evidence=CALIFORNIA, form=SILENT), but(patient={"state": "CA"}, form=SILENT)),
    complies=(but(form=SILENT), but(evidence=CALIFORNIA)),  # Ohio does not ask for it
)

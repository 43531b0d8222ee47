"""In New York nobody's portrait advertises without their written consent.

The Civil Rights Law forbids to use a living person's name, portrait or picture for advertising or trade without
consent in writing, given before; it is a misdemeanor, and the person may sue. An authorization to disclose health
information that never speaks of the likeness is another thing. We know the text from a decision that quotes it.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_described_form, form_named
from ..conditions.publicity import nothing_in_writing
from ..conditions.states import because, counts

NEW_YORK = {"states": ("NY",)}
SILENT = {"likeness_consent": False}


def applies(subject: Subject) -> bool:
    """A form is described, or HIPAA does not reach the practice and nothing in writing covers the picture."""
    if not counts("NY", subject):
        return False
    return by_described_form(subject) or nothing_in_writing(subject, "NY") is not None


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if unwritten := nothing_in_writing(subject, "NY"):
        return Observation(text=f"{unwritten.text} {because('NY', subject)}")
    if form is None or form.likeness_consent is not False:
        return None
    text = f"{form_named(form)} does not consent to the use of the patient's likeness in advertising."
    return Observation(text=f"{text} {because('NY', subject)}", part="likeness_consent")


RULE = Rule(
    id="ny-crl-50-51",
    title="No written consent to use the likeness, as New York asks",
    citation="N.Y. Civ. Rights Law 50, 51",
    tag="V2",
    severity=Severity.BLOCK,
    remedy="Take the photo out of all advertising until the patient has signed a form that consents to the use of "
    "their likeness.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    reach=Reach.STATE,
    needs=("form.likeness_consent",),
    applies=applies,
    check=check,
    violates=(
        but(evidence=NEW_YORK, form=SILENT),
        but(patient={"state": "NY"}, form=SILENT),
        but(evidence=NEW_YORK | {"hipaa_covered": False}, panel={"authorizations": ()}),
    ),
    complies=(but(form=SILENT), but(evidence=NEW_YORK)),  # Ohio does not ask for it
    partial=True,
)

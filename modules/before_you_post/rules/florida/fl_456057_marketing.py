"""In Florida nothing of a patient's record is used for marketing without a release that names marketing.

A general permission to share is not enough: the release has to be specific, and written. We have the sentence from a
digest of the statute.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_described_form, form_named
from ..conditions.states import because, counts

FLORIDA = {"states": ("FL",)}


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if form.names_marketing:
        return None
    why = because("FL", subject)
    return Observation(text=f"{form_named(form)} does not say “marketing”. {why}", part="names_marketing")


RULE = Rule(
    id="fl-456057-marketing",
    title="The release does not name marketing, as Florida asks",
    citation="Fla. Stat. 456.057(7)",
    tag="V2",
    severity=Severity.BLOCK,
    remedy="Take the photo down until the patient has signed a release that names marketing.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    reach=Reach.STATE,
    needs=("form.names_marketing",),
    applies=lambda subject: by_described_form(subject) and counts("FL", subject),
    check=check,
    violates=(
        but(evidence=FLORIDA, form={"names_marketing": False}),
        but(patient={"state": "FL"}, form={"names_marketing": False}),
    ),
    complies=(but(form={"names_marketing": False}), but(evidence=FLORIDA)),  # Ohio does not ask for it
)

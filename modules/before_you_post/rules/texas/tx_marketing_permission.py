"""In Texas marketing needs clear and unambiguous permission, in writing.

The state's own privacy law reaches nearly everybody who keeps patients' information, cash practices and agencies
among them, so it stands where HIPAA does not. A form that permits "sharing" and never says "marketing" is not clear
about that. The one exception for spoken permission is a message that the patient asked for; a public post is none. We
have the section from copies of the statute.
"""

from __future__ import annotations

from ...records import FormKind, Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_described_form, form_named
from ..conditions.publicity import nothing_in_writing
from ..conditions.states import because, counts

TEXAS = {"states": ("TX",)}
CASH_ONLY = TEXAS | {"hipaa_covered": False}


def applies(subject: Subject) -> bool:
    if not counts("TX", subject):
        return False
    return by_described_form(subject) or nothing_in_writing(subject, "TX") is not None


def check(subject: Subject) -> Observation | None:
    why = because("TX", subject)
    if unwritten := nothing_in_writing(subject, "TX"):
        return Observation(text=f"{unwritten.text} {why}")
    form = subject.form
    if form is None or form.names_marketing is not False:
        return None
    return Observation(text=f"{form_named(form)} does not say “marketing”. {why}", part="names_marketing")


RULE = Rule(
    id="tx-marketing-permission",
    title="No written permission for marketing, as Texas asks",
    citation="Tex. Health & Safety Code 181.152(a), (d)",
    tag="V2",
    severity=Severity.BLOCK,
    remedy="Take the photo down until the patient has signed a form that names marketing.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    reach=Reach.STATE,
    needs=("form.names_marketing",),
    applies=applies,
    check=check,
    violates=(
        but(evidence=TEXAS, form={"names_marketing": False}),
        but(patient={"state": "TX"}, form={"names_marketing": False}),
        but(evidence=CASH_ONLY, panel={"authorizations": ()}),
        but(evidence=CASH_ONLY, form={"form_kind": FormKind.SPOKEN}),
    ),
    complies=(but(form={"names_marketing": False}), but(evidence=TEXAS)),  # Ohio does not ask for it
    partial=True,
)

"""In Florida nothing of a patient's record is shown to others without the patient's written authorization.

The statute binds those who own records, whether or not HIPAA reaches them: a practice that takes no insurance keeps
to it all the same. Where HIPAA does reach the practice, its own rule says so already. We have the section from a copy
of its beginning and a digest.
"""

from __future__ import annotations

from ...records import FormKind, Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import but
from ..conditions.publicity import nothing_in_writing, outside_in
from ..conditions.states import because

CASH_ONLY = {"states": ("FL",), "hipaa_covered": False}


def applies(subject: Subject) -> bool:
    """HIPAA does not reach the practice, Florida's law does, and we know whose photo it is."""
    panel = subject.panel
    return panel is not None and panel.patient is not None and outside_in("FL", panel, subject.evidence)


def check(subject: Subject) -> Observation | None:
    unwritten = nothing_in_writing(subject, "FL")
    return Observation(text=f"{unwritten.text} {because('FL', subject)}") if unwritten else None


RULE = Rule(
    id="fl-456057-written",
    title="No written authorization, as Florida asks",
    citation="Fla. Stat. 456.057(7)(a)",
    tag="V2",
    severity=Severity.BLOCK,
    remedy="Take the photo down until the patient has signed an authorization.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    reach=Reach.STATE,
    needs=("panel.authorizations", "day"),
    applies=applies,
    check=check,
    violates=(
        but(evidence=CASH_ONLY, panel={"authorizations": ()}),
        but(evidence=CASH_ONLY, form={"form_kind": FormKind.TREATMENT_CONSENT}),
    ),
    complies=(but(evidence=CASH_ONLY),),
)

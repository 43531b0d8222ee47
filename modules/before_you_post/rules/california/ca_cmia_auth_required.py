"""In California no medical information leaves a practice without the patient's authorization.

The Confidentiality of Medical Information Act binds providers of care, whether or not HIPAA reaches them: a practice
that takes no insurance keeps to it all the same. Where HIPAA does reach the practice, its own rule says so already.
We have the section from a copy of the statute.
"""

from __future__ import annotations

from ...records import FormKind, Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import but
from ..conditions.publicity import nothing_in_writing, outside_in
from ..conditions.states import because

CASH_ONLY = {"states": ("CA",), "hipaa_covered": False}


def applies(subject: Subject) -> bool:
    """HIPAA does not reach the practice, California's law does, and we know whose photo it is."""
    panel = subject.panel
    return panel is not None and panel.patient is not None and outside_in("CA", panel, subject.evidence)


def check(subject: Subject) -> Observation | None:
    unwritten = nothing_in_writing(subject, "CA")
    return Observation(text=f"{unwritten.text} {because('CA', subject)}") if unwritten else None


RULE = Rule(
    id="ca-cmia-auth-required",
    title="No written authorization, as California asks",
    citation="Cal. Civ. Code 56.10(a)",
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

"""In Washington, where HIPAA does not reach, the consent to share stands apart from the consent to collect.

The My Health My Data Act binds med-spas and others outside of HIPAA. It asks for one consent to collect what is about
somebody's health and for another, separate one to share it; one signature for both does not do. What HIPAA protects is
exempt. We have the section from secondary sources.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import but
from ..conditions.cmia import kept_apart
from ..conditions.printed import by_described_form, form_named
from ..conditions.publicity import nothing_in_writing, outside_in
from ..conditions.states import because

MED_SPA = {"states": ("WA",), "hipaa_covered": False}
JOINED = {"separate_signature": False}


def applies(subject: Subject) -> bool:
    """HIPAA does not reach the practice, Washington's law does, and a form is described or there is none."""
    if subject.panel is None or not outside_in("WA", subject.panel, subject.evidence):
        return False
    return by_described_form(subject) or nothing_in_writing(subject, "WA") is not None


def check(subject: Subject) -> Observation | None:
    if unwritten := nothing_in_writing(subject, "WA"):
        return Observation(text=f"{unwritten.text} {because('WA', subject)}")
    if subject.form is None or kept_apart(subject.form) is not False:
        return None
    part = "stands_alone" if subject.form.stands_alone is False else "separate_signature"
    text = f"{form_named(subject.form)} does not stand apart, so its consent to share is not a separate one."
    return Observation(text=f"{text} {because('WA', subject)}", part=part)


RULE = Rule(
    id="wa-mhmda-consent",
    title="There is no separate consent to share, as Washington asks",
    citation="RCW 19.373.030",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Ask for a consent to share that is a paper and a signature of its own, beside the consent to collect.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    reach=Reach.STATE,
    needs=("form.separate_signature",),
    applies=applies,
    check=check,
    violates=(but(evidence=MED_SPA, form=JOINED), but(evidence=MED_SPA, panel={"authorizations": ()})),
    complies=(but(evidence=MED_SPA), but(evidence=MED_SPA | {"hipaa_covered": True}, form=JOINED)),
    partial=True,
)

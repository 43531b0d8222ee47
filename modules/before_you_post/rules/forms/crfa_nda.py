"""No form forbids patients to say what they think of the practice.

A federal act makes such clauses in form contracts void, and in one state a practice paid millions, among other things
for making thousands of patients sign them (S44). They stand in intake forms and financial policies as often as in
authorizations. We have not read the act itself, so a person decides.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import version
from ..conditions.several import told
from ..conditions.versions import handed_out


def check(subject: Subject) -> Observation | None:
    printed = handed_out(subject.office.papers, subject.day)
    gagging = [one.form_version for one in printed if one.forbids_reviews]
    if gagging:
        text = f"Printed forms in use that forbid reviews, or free ones: {told(gagging)}."
        return Observation(text=f"{text} How far the law reaches, counsel must say.", review=True)
    unsaid = [one.form_version for one in printed if one.forbids_reviews is None]
    if unsaid:
        text = f"Whether they forbid patients to review the practice is not recorded of: {told(unsaid)}."
        return Observation(text=text, unknown=True)
    return None


RULE = Rule(
    id="crfa-nda",
    title="A form forbids patients to review the practice",
    citation="15 USC 45b",
    tag="U",
    severity=Severity.HIGH,
    remedy="Stop using the form, have counsel take the clause out, and hold no patient to it.",
    lesson="truth-in-advertising",
    seed=("S36", "S44"),
    subject=SubjectKind.PRACTICE,
    reach=Reach.FEDERAL,
    needs=(),
    applies=lambda subject: subject.office.papers.form_versions is not None,  # form-version-approved asks for the list
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers=version(forbids_reviews=True)),),
    complies=(case(SubjectKind.PRACTICE, papers=version(waives_rights=False, reading_grade=7.0)),),
)

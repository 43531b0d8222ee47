"""No form makes patients give up rights that privacy law grants them.

Nobody may be required to waive the right to complain, or any other right under the Privacy Rule, as a condition of
care; and nobody is punished for complaining. A sentence such as “I will make no claim about my photos” in an intake
form or a release is how it usually looks (S44).
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import version
from ..conditions.several import told
from ..conditions.versions import handed_out


def check(subject: Subject) -> Observation | None:
    printed = handed_out(subject.office.papers, subject.day)
    waiving = [one.form_version for one in printed if one.waives_rights]
    if waiving:
        return Observation(text=f"Printed forms in use by which patients give up rights to privacy: {told(waiving)}.")
    unsaid = [one.form_version for one in printed if one.waives_rights is None]
    if unsaid:
        text = f"Whether patients give up rights to privacy in them is not recorded of: {told(unsaid)}."
        return Observation(text=text, unknown=True)
    return None


RULE = Rule(
    id="hipaa-no-waiver-retaliation",
    title="A form makes patients give up rights to privacy",
    citation="45 CFR 164.530(h)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Stop using the form, have the sentence taken out, and hold no patient to it.",
    lesson="policy-and-forms",
    seed=("S44",),
    subject=SubjectKind.PRACTICE,
    needs=(),
    applies=lambda subject: subject.office.papers.form_versions is not None,  # form-version-approved asks for the list
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers=version(waives_rights=True)),),
    complies=(case(SubjectKind.PRACTICE, papers=version(waives_rights=True, withdrawn_on=date(2026, 11, 22))),),
)

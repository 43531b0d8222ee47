"""Every printed authorization that is handed out was approved by somebody.

The article asks practices to have their attorney write the forms (S44). No rule of law asks for an approval; but a
form nobody read through is how “any and all media” and a missing end come about. So a person decides.
"""

from __future__ import annotations

from ...records import FormKind, Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import version
from ..conditions.several import told
from ..conditions.versions import handed_out, permits_photos


def check(subject: Subject) -> Observation | None:
    printed = filter(permits_photos, handed_out(subject.office.papers, subject.day))
    unseen = [one.form_version for one in printed if one.approved_on is None or one.approved_on > subject.day]
    if not unseen:
        return None
    text = f"Printed forms in use that nobody has approved, as far as it is recorded: {told(unseen)}."
    return Observation(text=f"{text} Approval by counsel is good practice, no statute.", review=True)


RULE = Rule(
    id="form-version-approved",
    title="A printed form is in use that nobody approved",
    citation="45 CFR 164.508(c)",
    tag="V1",
    severity=Severity.MED,
    remedy="Have counsel read the form, and note who approved it and when; or withdraw it and note the day.",
    lesson="policy-and-forms",
    seed=("S40", "S44"),
    subject=SubjectKind.PRACTICE,
    reach=Reach.POLICY,
    needs=("office.papers.form_versions",),
    applies=lambda subject: True,
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers=version(approved_on=None, approved_by=None)),),
    complies=(case(SubjectKind.PRACTICE, papers=version(approved_on=None, form_kind=FormKind.INTAKE, says_copy=None)),),
)

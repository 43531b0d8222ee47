"""A form is signed on a version that was in use that day.

Old pads lie in drawers for years. A form signed on a version that had been withdrawn, or before the version was
approved, says what somebody meant to replace (S44). The signature may hold all the same: each required part is asked
about by its own rule. So a person decides whether to ask the patient again.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import version
from ..conditions.printed import is_authorization
from ..conditions.versions import version_of


def applies(subject: Subject) -> bool:
    """The copy is dated, and its version is on the list."""
    form = subject.matter.form
    listed = version_of(form, subject.office.papers) is not None
    return is_authorization(form) and form.signed_on is not None and listed


def check(subject: Subject) -> Observation | None:
    form = subject.matter.form
    printed = version_of(form, subject.office.papers)
    signed = f"The form {form.id} was signed on {form.signed_on}; its version {printed.form_version} was"
    if printed.withdrawn_on is not None and form.signed_on >= printed.withdrawn_on:
        return Observation(text=f"{signed} withdrawn on {printed.withdrawn_on}.", part="form_version", review=True)
    if printed.approved_on is not None and form.signed_on < printed.approved_on:
        return Observation(text=f"{signed} approved on {printed.approved_on}.", part="form_version", review=True)
    return None


RULE = Rule(
    id="form-version-not-current",
    title="The form was signed on a version that was not in use",
    citation="45 CFR 164.508(c)",
    tag="V1",
    severity=Severity.MED,
    remedy="Ask the patient to sign the version in use, and destroy what is left of the old one.",
    lesson="policy-and-forms",
    seed=("S44",),
    subject=SubjectKind.FORM,
    reach=Reach.POLICY,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.FORM, papers=version(withdrawn_on=date(2026, 2, 2))),
        case(SubjectKind.FORM, papers=version(approved_on=date(2026, 2, 3))),
    ),
    complies=(
        case(SubjectKind.FORM, papers=version(withdrawn_on=date(2026, 2, 3))),
        case(SubjectKind.FORM, papers=version(approved_on=date(2026, 2, 2))),
    ),
)

"""In California the form says that whoever signs it may have a copy.

HIPAA asks that a copy is given; California asks besides that the form says so (S18). It is printed once for all
copies, so the printed forms are asked about: all of them where the practice is in California, and elsewhere those that
patients who live there have signed.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import FormVersion, Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import FORM, PATIENT
from ..cases.clean_office import case
from ..cases.clean_papers import version
from ..conditions.several import told
from ..conditions.states import because
from ..conditions.versions import handed_out, permits_photos, version_of

CALIFORNIA = {"states": ("CA",)}


def check(subject: Subject) -> Observation | None:
    printed = _asked(subject)
    silent = [one.form_version for one in printed if one.says_copy is False]
    if silent:
        text = f"Printed forms that do not say that the signer may have a copy: {told(silent)}."
        return Observation(text=f"{text} {_why(subject)}")
    unsaid = [one.form_version for one in printed if one.says_copy is None]
    if unsaid:
        text = f"Whether they say that the signer may have a copy is not recorded of: {told(unsaid)}."
        return Observation(text=text, unknown=True)
    return None


def _asked(subject: Subject) -> list[FormVersion]:
    papers = subject.office.papers
    printed = [one for one in handed_out(papers, subject.day) if permits_photos(one)]
    if because("CA", subject):
        return printed
    there = {patient.code for patient in subject.office.patients if patient.state == "CA"}
    signed = [version_of(form, papers) for form in subject.office.authorizations if form.patient in there]
    return [one for one in printed if one in signed]


def _why(subject: Subject) -> str:
    return because("CA", subject) or "The law of California counts because patients who live there signed them."


RULE = Rule(
    id="ca-cmia-copy",
    title="In California, the form does not say that the signer may have a copy",
    citation="Cal. Civ. Code 56.11",
    tag="V2",
    severity=Severity.MED,
    remedy="Have the sentence added to the form, and note the new version.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.PRACTICE,
    reach=Reach.STATE,
    needs=(),
    applies=lambda subject: bool(_asked(subject)),
    check=check,
    violates=(
        case(SubjectKind.PRACTICE, practice=CALIFORNIA, papers=version(says_copy=False)),
        case(
            SubjectKind.PRACTICE,
            papers=version(says_copy=False),
            office={"patients": (replace(PATIENT, state="CA"),), "authorizations": (FORM,)},
        ),
    ),
    complies=(
        case(SubjectKind.PRACTICE, practice=CALIFORNIA),
        case(SubjectKind.PRACTICE, papers=version(says_copy=False)),  # in Ohio
    ),
)

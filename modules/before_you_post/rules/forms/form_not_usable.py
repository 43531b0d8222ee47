"""A form in the drawer that could cover no photo is found before somebody relies on it.

A form without a dated signature, an end, or one of the statements it must make is no valid authorization, whatever
photo it is meant for (S44). As long as nothing was published under it no law is broken; the day somebody posts, it is
too late to notice. Forms that have ended or were taken back are left alone, and so are those that a photo relies on:
there each defect has a rule of its own.
"""

from __future__ import annotations

from datetime import date

from ...records import PhotoScope, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import UNDESCRIBED
from ..cases.clean_office import case
from ..cases.clean_papers import form
from ..conditions.endings import ended_on
from ..conditions.printed import described, is_authorization
from ..conditions.several import told
from ..conditions.unusable import lacks

UNUSED = {"relied_on_until": None}


def applies(subject: Subject) -> bool:
    """An authorization on which no photo relies, and that might still be used."""
    mine, day = subject.matter.form, subject.day
    if subject.matter.relied_on_until is not None or not is_authorization(mine):
        return False
    over = ended_on(mine)
    if mine.revoked_on or mine.destroyed_on or (over is not None and over <= day):
        return False
    return described(mine) or bool(_lacks(subject))  # form-version-approved asks for what forms say in print


def _lacks(subject: Subject) -> list[str]:
    return lacks(subject.matter.form, subject.matter.patient, subject.office.practice.policy)


def check(subject: Subject) -> Observation | None:
    missing = _lacks(subject)
    if not missing:
        return None
    return Observation(
        text=f"No photo relies on form {subject.matter.id}, and none could: it lacks {told(missing)}. Nothing was "
        "published under it, so a person decides what to do with it.",
        review=True,
    )


RULE = Rule(
    id="form-not-usable",
    title="A form on file could cover no photo",
    citation="45 CFR 164.508(b)(2)",
    tag="V1",
    severity=Severity.MED,
    remedy="Ask the patient to sign a form that is whole, or note on this one that nothing may be published under it.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.FORM,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.FORM, matter=UNUSED | form(signed_on=None)),
        case(SubjectKind.FORM, matter=UNUSED | form(says_revocable=False, names_recipients=False)),
        case(SubjectKind.FORM, matter=UNUSED | form(photos=(PhotoScope(),), blanks=("expiry",))),
        case(SubjectKind.FORM, matter=UNUSED | form(**UNDESCRIBED | {"signed": False})),
    ),
    complies=(
        case(SubjectKind.FORM, matter=UNUSED),
        case(SubjectKind.FORM, matter=UNUSED | form(**UNDESCRIBED)),
        case(SubjectKind.FORM, matter=form(says_revocable=False)),  # a photo relies on it: another rule speaks there
        case(SubjectKind.FORM, matter=UNUSED | form(signed_on=None, expires_on=date(2026, 11, 21))),  # it is over
    ),
)

"""Whoever signs is given a copy of the signed form.

The practice asked for the permission, so the patient gets a copy, with the signature on it. The law sets no day for
that. A copy handed out before the form was signed is a copy of the blank form.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.governing import copy_was_given
from ..conditions.printed import by_authorization


def applies(subject: Subject) -> bool:
    """Somebody went through this copy, or recorded this much: until then hipaa-auth-complete speaks."""
    form = subject.form
    return by_authorization(subject) and (form.blanks is not None or form.copy_given_on is not None)


def check(subject: Subject) -> Observation | None:
    form = subject.form
    if copy_was_given(form):
        return None
    text = f"The copy was given on {form.copy_given_on}; the form {form.id} was signed on {form.signed_on}."
    return Observation(text=text, part="copy_given_on")


RULE = Rule(
    id="hipaa-auth-copy",
    title="The patient got no copy of the signed form",
    citation="45 CFR 164.508(c)(4)",
    tag="V1",
    severity=Severity.MED,
    remedy="Give or send the patient a copy of the signed form, and record the day.",
    lesson="authorization",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=("form.copy_given_on",),
    applies=applies,
    check=check,
    violates=(but(form={"copy_given_on": date(2026, 2, 1)}),),  # the day before the signature
    complies=(but(form={"copy_given_on": date(2026, 2, 2)}),),
)

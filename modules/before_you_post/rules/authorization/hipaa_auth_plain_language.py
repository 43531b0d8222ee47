"""A form is written in plain language.

The law gives no number. The practice sets one in practice.yaml (``reading_grade``, 8 unless it says otherwise), and a
form that asks for more years of school is put before a person: the measure counts syllables and long sentences, and
cannot tell what a patient understood.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.governing import is_readable
from ..conditions.printed import by_described_form, form_named


def check(subject: Subject) -> Observation | None:
    form, policy = subject.form, subject.evidence.policy
    if is_readable(form, policy):
        return None
    return Observation(
        text=f"{form_named(form)} asks for {form.reading_grade:g} years of school; the practice's policy is "
        f"{policy.reading_grade:g}.",
        part="reading_grade",
        review=True,
    )


RULE = Rule(
    id="hipaa-auth-plain-language",
    title="The authorization is hard to read",
    citation="45 CFR 164.508(c)(3)",
    tag="V1",
    severity=Severity.MED,
    remedy="Have the next version written in shorter sentences and everyday words. Ask a patient to read it to you.",
    lesson="policy-and-forms",
    seed=("S44",),
    subject=SubjectKind.PANEL,
    needs=("form.reading_grade",),
    applies=by_described_form,
    check=check,
    violates=(but(form={"reading_grade": 12.1}),),
    complies=(but(form={"reading_grade": 8.0}),),
)

"""Somebody talked it through with the patient before the signature.

Informed consent is a part of the patient's right to decide, says the article (S26): a conversation, and not a form. A
form signed at the desk without a word is valid in law and a poor thing. No statute asks for a record of the
conversation, so a person decides; the code of ethics of physicians asks for appropriate consent before anything of a
patient is shown online. Where the record does not say what was talked about, this rule says so.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import CONVERSATION
from ..conditions.conversations import about, in_time, is_asked

LATE = replace(CONVERSATION, held_on=date(2026, 2, 3))
NO_FORM_NAMED = replace(CONVERSATION, authorization=None)


def check(subject: Subject) -> Observation | None:
    form, talks = subject.matter.form, about(subject)
    if not talks:
        text = f"No conversation with patient {form.patient} before form {form.id} was signed is recorded."
        return Observation(text=text, review=True)
    before = [held for held in talks if in_time(held, form)]
    if not before:
        first = min(held.held_on for held in talks if held.held_on)
        text = f"The conversation with patient {form.patient} was held on {first}, after form {form.id} was signed"
        return Observation(text=f"{text} on {form.signed_on}.", review=True)
    if all(held.topics is None for held in before):
        text = f"It is not recorded what was talked about with patient {form.patient} before form {form.id} was signed."
        return Observation(text=text, unknown=True)
    return None


RULE = Rule(
    id="consent-discussion",
    title="No conversation before the signature is recorded",
    citation="AMA Code of Medical Ethics 2.3.2",
    tag="U",
    severity=Severity.MED,
    remedy="Talk it through with the patient now: how the photos are used, that copies may stay, what may follow. "
    "Record who talked, when and about what; if the patient would rather not, take the photos down.",
    lesson="the-conversation",
    seed=("S26",),
    subject=SubjectKind.FORM,
    reach=Reach.POLICY,
    needs=(),
    applies=is_asked,
    check=check,
    violates=(
        case(SubjectKind.FORM, papers={"conversations": ()}),
        case(SubjectKind.FORM, papers={"conversations": (LATE,)}),
    ),
    complies=(case(SubjectKind.FORM, papers={"conversations": (NO_FORM_NAMED,)}),),
)

"""The conversation that came before a signature: which one is about a form, and what was talked about.

Consent is a conversation and not a signature. No statute asks for a record of it, so its rules only ever ask a person.
Forms are asked about that a published photo relies on; others harm nobody.
"""

from __future__ import annotations

from ...records import Authorization, Conversation, ConversationTopic
from ..base import Observation, Subject
from .printed import is_authorization


def is_asked(subject: Subject) -> bool:
    """A photo relies on the form, and the practice keeps a record of its conversations."""
    matter, kept = subject.matter, subject.office.papers.conversations is not None
    return kept and matter.relied_on_until is not None and is_authorization(matter.form)


def about(subject: Subject) -> tuple[Conversation, ...]:
    """Conversations about the form, or with its patient where the record names no form."""
    form = subject.matter.form
    return tuple(held for held in subject.office.papers.conversations or () if _is_about(held, form))


def in_time(held: Conversation, form: Authorization) -> bool:
    """The conversation is not known to have come after the signature."""
    return held.held_on is None or form.signed_on is None or held.held_on <= form.signed_on


def left_out(subject: Subject, topic: ConversationTopic, what: str) -> Observation | None:
    """The topic was not among those talked about: ``what`` = "that copies may never come back"."""
    form = subject.matter.form
    talks = [held for held in about(subject) if in_time(held, form)]
    if any(topic in (held.topics or ()) for held in talks):
        return None
    text = f"By the record, the conversation with patient {form.patient} before form {form.id} did not speak of {what}."
    return Observation(text=text, review=True)


def is_topic_asked(subject: Subject) -> bool:
    """There was a conversation in time, and somebody recorded what it was about. Else another rule speaks."""
    if not is_asked(subject):
        return False
    form = subject.matter.form
    return any(in_time(held, form) and held.topics is not None for held in about(subject))


def _is_about(held: Conversation, form: Authorization) -> bool:
    return held.patient == form.patient and held.authorization in (None, form.id)

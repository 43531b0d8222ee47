"""What the practice's own list of its posts says about a post, and what a label in the post's own words settles."""

from __future__ import annotations

from ...records import Shown
from ..base import Subject
from .labels import says_computer, says_model, says_paid
from .noted import something
from .post_words import words

NOT_PATIENTS = (Shown.MODEL, Shown.AI)


def is_listed(subject: Subject) -> bool:
    """The post has a row in the practice's list."""
    return subject.matter.advertisement is not None


def is_endorsement(subject: Subject) -> bool:
    """By its row, the post shows a patient or lets somebody tell of their own experience."""
    note = subject.matter.advertisement
    return note is not None and (note.shown is Shown.PATIENT or note.testimonial is True)


def is_noted_testimonial(subject: Subject) -> bool:
    """By its row, somebody tells of their own experience in it."""
    note = subject.matter.advertisement
    return note is not None and note.testimonial is True


def says_who_is_shown(subject: Subject, shown: Shown | None) -> bool | None:
    """The post itself says that whoever is shown is no patient, or made by a computer.

    By the practice's note, or by the words that were read; ``None`` where neither tells.
    """
    note = subject.evidence.advertisement if subject.evidence else subject.matter.advertisement
    if note is not None and note.labelled is not None:
        return note.labelled
    text = words(subject)
    found = says_computer(text) if shown is Shown.AI else says_model(text) or says_computer(text)
    return True if found else None


def says_who_paid(subject: Subject) -> bool | None:
    """The post itself says what was given or paid for it; ``None`` where nobody noted it and no such words are there.

    Words that are there settle it, whatever the note says.
    """
    if says_paid(words(subject)):
        return True
    return subject.matter.advertisement.discloses


def was_given(subject: Subject) -> str | None:
    """What the speaker or the person shown got for it, as noted."""
    cell = subject.matter.advertisement.compensation
    return cell if something(cell) else None


def payer(subject: Subject) -> str | None:
    """Who pays the practice for the post, as noted."""
    cell = subject.matter.advertisement.paid_by
    return cell if something(cell) else None

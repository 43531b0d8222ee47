"""Staff, owners and family who praise the practice say who they are.

A nurse's delight with her own lips is true, and no reader weighs it rightly who does not know that she works there.
Where the practice has noted that the post does not say it, that settles it; where the words tell nothing, a label may
still stand in the picture, so a person looks. A member of the staff who is a patient is found in the list of patients.
"""

from __future__ import annotations

from ...records import Patient, Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import PATIENT
from ..cases.clean_office import case
from ..cases.clean_post import TESTIMONIAL, advertised, worded
from ..conditions.advertisements import is_noted_testimonial
from ..conditions.labels import says_tie
from ..conditions.noted import something
from ..conditions.post_words import words
from ..conditions.reviews_rule import in_force

ON_STAFF = Patient(code=PATIENT.code, state="OH", on_staff=True)
NURSE = advertised(**TESTIMONIAL, relationship="nurse here")


def tie(subject: Subject) -> str | None:
    """What ties the speaker to the practice, as noted or by the list of patients."""
    note = subject.matter.advertisement
    if something(note.relationship):
        return note.relationship
    speaker = (note.speaker or "").strip().casefold()
    works_here = any(one.on_staff and one.code.casefold() == speaker for one in subject.office.patients)
    return "works here, by the list of patients" if works_here else None


def check(subject: Subject) -> Observation | None:
    what, note = tie(subject), subject.matter.advertisement
    if what is None or note.discloses or says_tie(words(subject)):
        return None
    text = f"The speaker is close to the practice ({what}), and "
    if note.discloses is False:
        return Observation(text=f"{text}by the list of posts the post does not say so.")
    return Observation(text=f"{text}nothing that was read in the post says so.", review=True)


RULE = Rule(
    id="ftc465-insider",
    title="A story does not say that its speaker belongs to the practice",
    citation="16 CFR 465.5",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Say in the post itself who the speaker is to the practice, or take it down.",
    lesson="truth-in-advertising",
    seed=("S36",),
    subject=SubjectKind.POST,
    reach=Reach.FEDERAL,
    needs=("matter.advertisement.relationship",),
    applies=lambda subject: in_force(subject) and is_noted_testimonial(subject),
    check=check,
    violates=(
        case(SubjectKind.POST, matter=NURSE),
        case(SubjectKind.POST, matter=advertised(**TESTIMONIAL, relationship="nurse here", discloses=None)),
        case(SubjectKind.POST, matter=advertised(**TESTIMONIAL), office={"patients": (ON_STAFF,)}),
    ),
    complies=(case(SubjectKind.POST, matter=NURSE | worded("Our own nurse, eight months after surgery.")),),
    partial=True,
)

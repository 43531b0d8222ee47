"""Nobody tells a story who does not exist, or who did not have the treatment.

Since October 2024 a rule of the Federal Trade Commission forbids reviews and testimonials of people who are not there
(a computer's inventions among them), who did not have the treatment, or whose experience was another. The practice's
list of its posts says who speaks; a speaker nobody can name is the first sign. A name that is not in the list of
patients may be a slip, so a person looks.
"""

from __future__ import annotations

from ...records import Severity, Shown, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import TESTIMONIAL, advertised
from ..conditions.advertisements import is_noted_testimonial
from ..conditions.noted import nothing
from ..conditions.reviews_rule import in_force


def check(subject: Subject) -> Observation | None:
    note = subject.matter.advertisement
    if note.shown is Shown.AI:
        return Observation(text="A story is told by somebody whom, by the list of posts, a computer made.")
    if note.performed_here is False:
        return Observation(text="A story is told of a treatment that, by the list of posts, was not done here.")
    if nothing(note.speaker):
        return Observation(text="A story is told, and by the list of posts nobody can be named who told it.")
    codes = {patient.code.casefold() for patient in subject.office.patients}
    if note.speaker is None or note.speaker.strip().casefold() in codes:
        return None
    text = f"A story is told by “{note.speaker}”, who is not in the list of patients."
    text = f"{text} Make sure that this person was treated here."
    return Observation(text=text, review=True)


RULE = Rule(
    id="ftc465-fake",
    title="A story is told by nobody, or by somebody who was not treated",
    citation="16 CFR 465.2",
    tag="V2",
    severity=Severity.BLOCK,
    remedy="Take the story down. Publish only what a patient of yours has said of their own treatment here.",
    lesson="truth-in-advertising",
    seed=("S32", "S36"),
    subject=SubjectKind.POST,
    reach=Reach.FEDERAL,
    needs=("matter.advertisement.speaker",),
    applies=lambda subject: in_force(subject) and is_noted_testimonial(subject),
    check=check,
    violates=(
        case(SubjectKind.POST, matter=advertised(**TESTIMONIAL | {"speaker": "none"})),
        case(SubjectKind.POST, matter=advertised(**TESTIMONIAL, shown=Shown.AI)),
        case(SubjectKind.POST, matter=advertised(**TESTIMONIAL, performed_here=False)),
        case(SubjectKind.POST, matter=advertised(**TESTIMONIAL | {"speaker": "Jo from the gym"})),  # for review
    ),
    complies=(case(SubjectKind.POST, matter=advertised(**TESTIMONIAL | {"speaker": "p-01"})),),
    partial=True,
)

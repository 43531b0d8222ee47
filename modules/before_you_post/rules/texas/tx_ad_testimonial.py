"""In Texas a testimonial says what its speaker is, and what was given for it.

The board's rule asks for two things beside a story: a note on the credentials of whoever tells it ("a patient, no
physician"), and what was paid or given in exchange. Where neither the practice's list nor the words tell, a person
looks. The rule binds practices in Texas; we have its text from a copy, not from the state's own page.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import TESTIMONIAL, advertised, worded
from ..conditions.advertisements import says_who_paid, was_given
from ..conditions.boards import because_there, practises_in
from ..conditions.testimonials import is_testimonial

TEXAS = {"states": ("TX",)}
STORY = worded("“I waited ten years for my new nose and I am glad.” Results differ.")


def check(subject: Subject) -> Observation | None:
    note, why = subject.matter.advertisement, because_there("TX")
    if note is None or note.testimonial is None:
        text = "The words sound like somebody's own story. Does the post say what the speaker is, and what was given?"
        return Observation(text=f"{text} {why}", review=True)
    if note.credentials is False:
        return Observation(text=f"By the list of posts the post does not say what the speaker is. {why}")
    if not was_given(subject) or says_who_paid(subject):
        return None
    text = f"The speaker was given something ({was_given(subject)}), and "
    if note.discloses is False:
        return Observation(text=f"{text}by the list of posts the post does not say so. {why}")
    return Observation(text=f"{text}nothing that was read in the post says so. {why}", review=True)


RULE = Rule(
    id="tx-ad-testimonial",
    title="A testimonial does not say what Texas asks",
    citation="22 TAC 164.3(b)(3)",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Say beside the story what the speaker is and what was given for it, or take it down.",
    lesson="state-rules",
    seed=("S18", "S36"),
    subject=SubjectKind.POST,
    reach=Reach.BOARD,
    needs=("matter.advertisement.credentials",),
    applies=lambda subject: practises_in("TX", subject) and is_testimonial(subject),
    check=check,
    violates=(
        case(SubjectKind.POST, practice=TEXAS, matter=advertised(**TESTIMONIAL | {"credentials": False})),
        case(SubjectKind.POST, practice=TEXAS, matter={"advertisement": None, "shown": ()} | STORY),
        case(SubjectKind.POST, practice=TEXAS, matter=advertised(**TESTIMONIAL, compensation="a free peel")),
        case(SubjectKind.POST, practice=TEXAS, matter=advertised(**TESTIMONIAL, compensation="peel", discloses=None)),
    ),
    complies=(
        case(SubjectKind.POST, matter=advertised(**TESTIMONIAL | {"credentials": False})),  # in Ohio
        case(SubjectKind.POST, practice=TEXAS, matter=advertised(**TESTIMONIAL)),
    ),
    partial=True,
)

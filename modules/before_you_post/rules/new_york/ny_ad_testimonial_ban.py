"""In New York a physician's testimonials are listed as misconduct, even with the patient's consent.

The education law counts advertising that "uses testimonials" among the misconduct of physicians. A signed form
permits the picture and does not change that. How far freedom of speech protects such a story has not been settled,
and we have the text from secondary sources; so hold the post until your attorney has looked at it.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import TESTIMONIAL, advertised, worded
from ..conditions.boards import because_there, practises_in
from ..conditions.testimonials import is_testimonial, noted_testimonial

NEW_YORK = {"states": ("NY",)}
STORY = worded("In her own words: “I waited ten years for my new nose.” Results differ.")


def check(subject: Subject) -> Observation | None:
    if not is_testimonial(subject):
        return None
    by = "By the list of posts" if noted_testimonial(subject) else "By its words"
    text = f"{by} somebody tells of their own experience here. Consent does not settle this: hold it for your attorney."
    return Observation(text=f"{text} {because_there('NY')}", review=True)


RULE = Rule(
    id="ny-ad-testimonial-ban",
    title="New York counts a physician's testimonials as misconduct",
    citation="N.Y. Educ. Law 6530(27)(a)",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Take the story down until your attorney has said whether it may be shown. Show the result without it.",
    lesson="state-rules",
    seed=("S18", "S36"),
    subject=SubjectKind.POST,
    reach=Reach.BOARD,
    needs=(),
    applies=lambda subject: practises_in("NY", subject),
    check=check,
    violates=(
        case(SubjectKind.POST, practice=NEW_YORK, matter=advertised(**TESTIMONIAL)),
        case(SubjectKind.POST, practice=NEW_YORK, matter=advertised(testimonial=None) | STORY),
    ),
    complies=(
        case(SubjectKind.POST, practice=NEW_YORK, matter=STORY),  # by the list it is no testimonial
        case(SubjectKind.POST, matter=advertised(**TESTIMONIAL)),  # in Ohio
    ),
)

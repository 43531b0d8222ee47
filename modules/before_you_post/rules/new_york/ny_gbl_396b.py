"""In New York an advertisement says so where a computer made the person in it.

Since June 2026 an advertisement with a "synthetic performer", a person who is nobody, must say so conspicuously. A
real patient's picture that was improved is another matter: the rules about edits speak of that. A post that went up
before that day and is still up is asked for the label today. Where nobody noted whether it is there and no such words
were read, a person looks at the picture.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, Shown, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import advertised, worded
from ..conditions.advertisements import is_noted_testimonial, says_who_is_shown
from ..conditions.boards import because_there
from ..conditions.synthetic import SINCE, asks_for_label

NEW_YORK = {"states": ("NY",)}
IN_JULY = worded("A nose, eight months after surgery.", published_on=date(2026, 7, 1))
UNTIL_JUNE = worded("AI-generated image.", removed_on=date(2026, 6, 8))


def check(subject: Subject) -> Observation | None:
    said = says_who_is_shown(subject, Shown.AI)
    if said:
        return None
    text = "By the list of posts a computer made the person in it, and "
    why = f"New York asks for it since {SINCE}. {because_there('NY')}"
    if said is False:
        return Observation(text=f"{text}the post does not say so. {why}")
    return Observation(text=f"{text}nothing that was read in the post says so. {why}", review=True)


RULE = Rule(
    id="ny-gbl-396b",
    title="An invented person is not said to be one",
    citation="N.Y. Gen. Bus. Law 396-b",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Write plainly beside the picture that a computer made the person, or take the post down.",
    lesson="state-rules",
    seed=("S18", "S36"),
    subject=SubjectKind.POST,
    reach=Reach.BOARD,
    needs=(),
    applies=lambda subject: asks_for_label(subject) and not is_noted_testimonial(subject),
    check=check,
    violates=(
        case(SubjectKind.POST, practice=NEW_YORK, matter=IN_JULY | advertised(shown=Shown.AI, labelled=False)),
        case(SubjectKind.POST, practice=NEW_YORK, matter=IN_JULY | advertised(shown=Shown.AI)),  # for review
    ),
    complies=(
        case(SubjectKind.POST, practice=NEW_YORK, matter=advertised(shown=Shown.AI, labelled=True)),
        case(SubjectKind.POST, practice=NEW_YORK, matter=advertised(shown=Shown.AI) | UNTIL_JUNE),
    ),
)

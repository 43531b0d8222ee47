"""In New York an exact copy of each advertisement is kept for a year after it last ran.

A post is running as long as it can be seen. So the copy of a post that is up is still needed a year after the day it
will be taken down, and a copy that is to be kept for less is put before a person. We have the rule from secondary
sources.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import advertised, worded
from ..conditions.advertisements import is_listed
from ..conditions.boards import because_there, practises_in
from ..conditions.noted import nothing

NEW_YORK = {"states": ("NY",)}
UNTIL_APRIL = worded("Results differ.", removed_on=date(2026, 4, 1))
SHORT, LONG = advertised(copy_kept_until=date(2027, 3, 31)), advertised(copy_kept_until=date(2027, 4, 1))


def check(subject: Subject) -> Observation | None:
    note, removed = subject.matter.advertisement, subject.matter.post.removed_on
    if nothing(note.copy_kept):
        return Observation(text=f"By the list of posts no exact copy of it is kept. {because_there('NY')}")
    ran = subject.office.today if removed is None else min(removed, subject.office.today)
    until = note.copy_kept_until
    if until is None or (until.year, until.month, until.day) >= (ran.year + 1, ran.month, ran.day):
        return None
    text = f"The copy is to be kept until {until}; the post ran until {ran} at least, and a year more is asked for."
    return Observation(text=f"{text} {because_there('NY')}", review=True)


RULE = Rule(
    id="ny-ad-copy-1y",
    title="No copy of the advertisement is kept for as long as New York asks",
    citation="N.Y. Educ. Law 6530(27)",
    tag="V2",
    severity=Severity.MED,
    remedy="Keep an exact copy, with the picture, until a year after the post was last seen, and note where.",
    lesson="state-rules",
    seed=("S18",),
    subject=SubjectKind.POST,
    reach=Reach.BOARD,
    needs=("matter.advertisement.copy_kept",),
    applies=lambda subject: practises_in("NY", subject) and is_listed(subject),
    check=check,
    violates=(
        case(SubjectKind.POST, practice=NEW_YORK, matter=advertised(copy_kept="none")),
        case(SubjectKind.POST, practice=NEW_YORK, matter=advertised(copy_kept_until=date(2027, 11, 21))),
        case(SubjectKind.POST, practice=NEW_YORK, matter=UNTIL_APRIL | SHORT),
    ),
    complies=(
        case(SubjectKind.POST, practice=NEW_YORK, matter=advertised(copy_kept_until=date(2027, 11, 22))),
        case(SubjectKind.POST, practice=NEW_YORK, matter=UNTIL_APRIL | LONG),
    ),
)

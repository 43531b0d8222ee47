"""A story is the speaker's honest view, and still is.

People change their minds, and results change. Whoever keeps a story up for years should ask now and then whether it
still holds, and stop using it when it does not. The section was not read here and names no period; a year is our
measure. So a person decides.
"""

from __future__ import annotations

from datetime import date, timedelta

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import TESTIMONIAL, advertised
from ..conditions.advertisements import is_noted_testimonial

YEAR = timedelta(days=366)


def check(subject: Subject) -> Observation | None:
    confirmed = subject.matter.advertisement.speaker_confirmed_on
    day = subject.day or subject.office.today
    if day - confirmed <= YEAR:
        return None
    text = f"The speaker last confirmed on {confirmed} that the story is true; by {day} that is more than a year."
    return Observation(text=text, review=True)


RULE = Rule(
    id="ftc-endorser-honest",
    title="Nobody has asked for a year whether the story still holds",
    citation="16 CFR 255.1",
    tag="U",
    severity=Severity.MED,
    remedy="Ask the speaker whether the story is still true and note the day; take it down if it is not.",
    lesson="truth-in-advertising",
    seed=("S36",),
    subject=SubjectKind.POST,
    reach=Reach.FEDERAL,
    needs=("matter.advertisement.speaker_confirmed_on",),
    applies=is_noted_testimonial,
    check=check,
    violates=(case(SubjectKind.POST, matter=advertised(**TESTIMONIAL | {"speaker_confirmed_on": date(2025, 11, 20)})),),
    complies=(case(SubjectKind.POST, matter=advertised(**TESTIMONIAL | {"speaker_confirmed_on": date(2025, 11, 21)})),),
)

"""Nobody is threatened over a bad review, and "all our reviews" are all of them.

A practice may ask for a false review to be removed. It may not frighten people with claims it cannot have, and must
not say that it shows every review where it keeps the bad ones back. Only the words of posts and answers are read here;
what a program on the website filters is not seen.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import worded
from ..conditions.post_words import pattern, quoted, said, words
from ..conditions.reviews_rule import in_force

_THREATS = pattern(
    r"(?:our|my) (?:lawyers?|attorneys?)",
    r"(?:take|seek|pursue) (?:legal )?action",
    r"(?:we|i)(?: will|'ll| shall) sue",
    r"defam(?:ation|atory|ing)",
    r"libel(?:ous)?",
    r"slander(?:ous)?",
    r"see you in court",
)
_ALL = pattern(
    r"(?:all|every one) of our reviews",
    r"all (?:our )?(?:patient )?reviews are (?:five|5|positive)\S*",
    r"(?:not|never) (?:a single|one|any) (?:bad|negative) review",
    r"only (?:five|5)[\s-]star reviews",
)


def check(subject: Subject) -> Observation | None:
    text = words(subject)
    if found := said(_THREATS, text):
        return Observation(text=f"These words may frighten somebody who wrote a review: {quoted(found)}.", review=True)
    if found := said(_ALL, text):
        return Observation(text=f"Does the practice show every review it has? {quoted(found)} says so.", review=True)
    return None


RULE = Rule(
    id="ftc465-suppress",
    title="Words that may hold honest reviews back",
    citation="16 CFR 465.7",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Take the words out. Ask your attorney before you answer a review that you hold to be false.",
    lesson="posted-by-others",
    seed=("S36",),
    subject=SubjectKind.POST,
    reach=Reach.FEDERAL,
    needs=(),
    applies=lambda subject: in_force(subject) and bool(words(subject)),
    check=check,
    violates=(
        case(SubjectKind.POST, matter=worded("Remove this review, or you will hear from our lawyers.")),
        case(SubjectKind.POST, matter=worded("All our reviews are five stars!")),
    ),
    complies=(case(SubjectKind.POST, matter=worded("Please call our office, we would like to help.")),),
)

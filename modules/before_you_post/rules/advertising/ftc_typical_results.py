"""A result that is shown is read as what people usually get.

The best case of ten years is true, and misleads all the same: readers take it for the rule (S31). So the practice
either has evidence that the result is typical, or says in the post what people can generally expect. "Results may
vary" in small print does not do: it must change what a reader takes away. Where the words say no more than that, a
person decides whether they do.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind, Typical
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import advertised, worded
from ..conditions.advertisements import is_endorsement
from ..conditions.labels import says_differ
from ..conditions.post_words import words

NEITHER = advertised(typical=Typical.NEITHER)


def check(subject: Subject) -> Observation | None:
    if subject.matter.advertisement.typical is not Typical.NEITHER:
        return None
    text = (
        "By the list of posts there is no evidence that the result is the usual one, and the post does not say what is."
    )
    if says_differ(words(subject)):
        more = "Its words say that results differ, which is seldom enough by itself."
        return Observation(text=f"{text} {more}", review=True)
    return Observation(text=text)


RULE = Rule(
    id="ftc-typical-results",
    title="The result shown may not be what people usually get",
    citation="16 CFR 255.2(b)",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Say clearly in the post what people can generally expect, or file evidence that the result is typical.",
    lesson="truth-in-advertising",
    seed=("S31", "S36"),
    subject=SubjectKind.POST,
    reach=Reach.FEDERAL,
    needs=("matter.advertisement.typical",),
    applies=is_endorsement,
    check=check,
    violates=(
        case(SubjectKind.POST, matter=NEITHER | worded("Rhinoplasty, eight months after surgery.")),
        case(SubjectKind.POST, matter=NEITHER),  # for review: its words say that results differ
    ),
    complies=(case(SubjectKind.POST, matter=advertised(typical=Typical.SUPPORTED)),),
)

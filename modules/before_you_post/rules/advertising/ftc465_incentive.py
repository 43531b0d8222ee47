"""A reward for a review must not depend on praise.

A discount for any honest review may be given, if it is disclosed. One that is given only for a good review, or for
five stars, buys the verdict: the rule on reviews forbids it, said outright or implied.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import TESTIMONIAL, advertised, worded
from ..conditions.advertisements import is_noted_testimonial
from ..conditions.noted import something
from ..conditions.post_words import pattern, quoted, said, words
from ..conditions.reviews_rule import in_force

_PRAISE = pattern(
    r"(?:good|great|positive|kind|nice|glowing|excellent|happy|bad|negative)",
    r"(?:five|5|four|4)[\s-]?stars?",
    r"praise",
)
_REWARD = pattern(
    r"(?:get|receive|win|earn|enjoy|save)(?: \S+){0,8}",
    r"\d+\s?% off",
    r"\$\s?\d+",
    r"discount",
    r"gift card",
    r"free (?:gift|treatment|product|consultation)",
)
_STARS = pattern(r"(?:five|5)[\s-]stars?(?: \w+)? reviews?", r"(?:good|great|positive|glowing) reviews?")


def rewarded(subject: Subject) -> tuple[str, ...]:
    """Words that ask for praise, in a post that speaks of a reward."""
    text = words(subject)
    return said(_STARS, text) if _REWARD.search(text) else ()


def check(subject: Subject) -> Observation | None:
    note = subject.matter.advertisement
    if note is not None and something(note.incentive_for) and _PRAISE.search(note.incentive_for):
        return Observation(text=f"By the list of posts a reward was given for “{note.incentive_for}”.")
    if found := rewarded(subject):
        return Observation(text=f"The post speaks of a reward, and of {quoted(found)}.", review=True)
    return None


RULE = Rule(
    id="ftc465-incentive",
    title="A reward depends on praise",
    citation="16 CFR 465.4",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Take the offer and what came of it down. Reward any honest review or none, and say so beside it.",
    lesson="truth-in-advertising",
    seed=("S36",),
    subject=SubjectKind.POST,
    reach=Reach.FEDERAL,
    needs=("matter.advertisement.incentive_for",),
    applies=lambda subject: in_force(subject) and (is_noted_testimonial(subject) or bool(rewarded(subject))),
    check=check,
    violates=(
        case(SubjectKind.POST, matter=advertised(**TESTIMONIAL, incentive_for="a good review")),
        case(SubjectKind.POST, matter=worded("Leave us a five-star review and get $20 off your next peel.")),
    ),
    complies=(
        case(SubjectKind.POST, matter=advertised(**TESTIMONIAL, incentive_for="any review")),
        case(SubjectKind.POST, matter=worded("Thank you for your five-star reviews. Results differ.")),
    ),
    partial=True,
)

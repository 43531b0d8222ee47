"""What somebody got for a post is said in the post.

Free or discounted care, money, a gift: a reader who knew of it would take the story otherwise. It has to be said
clearly in the post itself; a line in the profile is not enough. The same holds where the maker of a filler or a laser
pays the practice for the post. We have this section from memory and not from its text, so a person decides. What was
given for a testimonial is told in Texas by that state's own rule.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import advertised, worded
from ..conditions.advertisements import is_endorsement, is_noted_testimonial, payer, says_who_paid, was_given
from ..conditions.boards import practises_in

DISCOUNT = advertised(compensation="20 % off the next treatment")


def applies(subject: Subject) -> bool:
    """By its row, the post shows a patient or tells a story, and no rule of Texas asks the same of it."""
    return is_endorsement(subject) and not (is_noted_testimonial(subject) and practises_in("TX", subject))


def check(subject: Subject) -> Observation | None:
    paid = [f"{what} ({who})" for what, who in ((was_given(subject), "given"), (payer(subject), "pays for it")) if what]
    if not paid or says_who_paid(subject):
        return None
    text = f"By the list of posts there is a tie that readers should know of: {'; '.join(paid)}."
    return Observation(text=f"{text} Nothing that was read in the post says so.", review=True)


RULE = Rule(
    id="ftc-material-connection",
    title="The post does not say what was given or paid for it",
    citation="16 CFR 255.5",
    tag="U",
    severity=Severity.HIGH,
    remedy="Say it in the post itself, plainly and near its beginning: that she was treated at a discount.",
    lesson="truth-in-advertising",
    seed=("S36",),
    subject=SubjectKind.POST,
    reach=Reach.FEDERAL,
    needs=("matter.advertisement.compensation",),
    applies=applies,
    check=check,
    violates=(
        case(SubjectKind.POST, matter=DISCOUNT),
        case(SubjectKind.POST, matter=advertised(paid_by="Larkfield Lasers")),
    ),
    complies=(case(SubjectKind.POST, matter=DISCOUNT | worded("Treated at a discount for this story.")),),
    partial=True,
)

"""No operation is a prize.

The code of ethics of the plastic surgeons' society forbids to give away a procedure in a raffle or a contest. It
binds members and is no law; we know it from a member's account of it. What a post gives away is a reading of its
words, so a person decides.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import worded
from ..conditions.post_words import pattern, quoted, said, words

_PRIZE = pattern(
    r"raffles?",
    r"giveaways?",
    r"sweepstakes?",
    r"win (?:a |an |one )?(?:free )?(?:\w+ )?(?:treatments?|procedures?|surger(?:y|ies)|syringes?|fillers?|botox|peels?"
    r"|facials?)",
    r"lucky (?:winner|draw)",
)


def check(subject: Subject) -> Observation | None:
    found = said(_PRIZE, words(subject))
    return Observation(text=f"Is a procedure given away as a prize? {quoted(found)}.", review=True) if found else None


RULE = Rule(
    id="asps-no-raffle",
    title="A procedure may be given away as a prize",
    citation="ASPS Code of Ethics 2",
    tag="V2",
    severity=Severity.LOW,
    remedy="Give away something else than a procedure, or nothing.",
    lesson="truth-in-advertising",
    seed=("S36",),
    subject=SubjectKind.POST,
    reach=Reach.PROFESSION,
    needs=(),
    applies=lambda subject: bool(words(subject)),
    check=check,
    violates=(case(SubjectKind.POST, matter=worded("Raffle! Win a free lip filler with us.")),),
    complies=(case(SubjectKind.POST, matter=worded("Visit our open house. There will be cake.")),),
)

"""In Texas what is paid for says so.

An article, a film or a post that somebody was paid to bring out must say "advertisement" or the like: a network that
is paid to show it more often counts as much as a newspaper. Where the practice's list notes the payment and not
whether the post says so, the words are read, and a person looks where they tell nothing.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import advertised, worded
from ..conditions.advertisements import is_listed, payer, says_who_paid
from ..conditions.boards import because_there, practises_in

TEXAS = {"states": ("TX",)}
PROMOTED = advertised(promoted=True)


def check(subject: Subject) -> Observation | None:
    note = subject.matter.advertisement
    if not (note.promoted or payer(subject)) or says_who_paid(subject):
        return None
    what = f"{payer(subject)} pays for it" if payer(subject) else "the practice pays to have it shown"
    text = f"By the list of posts {what}, and "
    if note.discloses is False:
        return Observation(text=f"{text}the post does not say that it is paid for. {because_there('TX')}")
    return Observation(text=f"{text}nothing that was read in it says so. {because_there('TX')}", review=True)


RULE = Rule(
    id="tx-ad-paid",
    title="A post that is paid for does not say so",
    citation="22 TAC 164.3(b)(7)",
    tag="V2",
    severity=Severity.MED,
    remedy="Write “advertisement” or “paid for by …” into the post.",
    lesson="state-rules",
    seed=("S18", "S36"),
    subject=SubjectKind.POST,
    reach=Reach.BOARD,
    needs=("matter.advertisement.promoted",),
    applies=lambda subject: practises_in("TX", subject) and is_listed(subject),
    check=check,
    violates=(
        case(SubjectKind.POST, practice=TEXAS, matter=PROMOTED),
        case(SubjectKind.POST, practice=TEXAS, matter=advertised(promoted=True, discloses=None)),  # for review
    ),
    complies=(
        case(SubjectKind.POST, practice=TEXAS, matter=PROMOTED | worded("Advertisement. Rhinoplasty after a year.")),
        case(SubjectKind.POST, matter=PROMOTED),  # in Ohio
    ),
    partial=True,
)

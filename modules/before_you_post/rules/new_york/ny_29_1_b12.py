"""In New York no licensed profession guarantees a result, or ranks itself above others without proof.

The rule of the Board of Regents binds the licensed professions besides physicians (nurses who inject among them), and
the education law says much the same to physicians. We have it from the digest of one of the boards, and whether words
guarantee anything is a reading; so a person decides.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import worded
from ..conditions.boards import because_there, practises_in
from ..conditions.claims import promises, superiority
from ..conditions.post_words import quoted, words

NEW_YORK = {"states": ("NY",)}
PROMISE = worded("The best injector in the city. Satisfaction guaranteed.")


def check(subject: Subject) -> Observation | None:
    text = words(subject)
    found = promises(text) + superiority(text)
    if not found:
        return None
    asks = "Do these words guarantee a result, or rank the practice above others?"
    return Observation(text=f"{asks} {quoted(found)}. {because_there('NY')}", review=True)


RULE = Rule(
    id="ny-29-1-b12",
    title="Words that may guarantee too much for New York",
    citation="8 NYCRR 29.1(b)(12)",
    tag="V2",
    severity=Severity.MED,
    remedy="Take the words out, or say only what you can prove.",
    lesson="state-rules",
    seed=("S18", "S31", "S36"),
    subject=SubjectKind.POST,
    reach=Reach.BOARD,
    needs=(),
    applies=lambda subject: practises_in("NY", subject),
    check=check,
    violates=(case(SubjectKind.POST, practice=NEW_YORK, matter=PROMISE),),
    complies=(
        case(SubjectKind.POST, practice=NEW_YORK, matter=worded("Nobody can guarantee a result. Results differ.")),
        case(SubjectKind.POST, matter=PROMISE),  # in Ohio, and evidence is on file
    ),
)

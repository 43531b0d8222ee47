"""In Illinois a physician's advertisement claims no superior quality, guarantees nothing and works on nobody's fears.

The Medical Practice Act lists what an advertisement may hold. Claims of superior quality, guarantees and statements
that "play upon the vanity or fears of the public" are forbidden by name; photos are not on the list either, and
whether the list as a whole can stand beside the freedom of speech is doubted. So a person decides. The section is to
be repealed by itself on 1 January 2027 unless it is renewed: look again then.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import worded
from ..conditions.boards import because_there, practises_in
from ..conditions.claims import promises, superiority, vanity_or_fear
from ..conditions.post_words import quoted, words

ILLINOIS = {"states": ("IL",)}
FEAR = worded("Call us before it is too late.")


def check(subject: Subject) -> Observation | None:
    text = words(subject)
    found = superiority(text) + promises(text) + vanity_or_fear(text)
    if not found:
        return None
    asks = "Do these words claim superior quality, guarantee a result, or work on vanity or fear?"
    return Observation(text=f"{asks} {quoted(found)}. {because_there('IL')}", review=True)


RULE = Rule(
    id="il-ad-26",
    title="Words that Illinois forbids a physician's advertisement",
    citation="225 ILCS 60/26",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Take the words out: name what you do, and your licence.",
    lesson="state-rules",
    seed=("S18", "S31", "S36"),
    subject=SubjectKind.POST,
    reach=Reach.BOARD,
    needs=(),
    applies=lambda subject: practises_in("IL", subject),
    check=check,
    violates=(
        case(SubjectKind.POST, practice=ILLINOIS, matter=FEAR),
        case(SubjectKind.POST, practice=ILLINOIS, matter=worded("Second to none.")),
    ),
    complies=(
        case(SubjectKind.POST, practice=ILLINOIS, matter=worded("W. Croft, MD, dermatologist. Results differ.")),
        case(SubjectKind.POST, matter=FEAR),  # in Ohio
    ),
)

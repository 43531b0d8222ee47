"""In Florida no advertisement misleads by telling half, or by raising hopes without ground.

The medical board's rule names partial disclosure and "false or unjustified expectations of beneficial assistance". We
have read the beginning of it only. Whether words mislead is a reading, so what is found is put before a person.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import worded
from ..conditions.boards import because_there, practises_in
from ..conditions.claims import promises, superiority
from ..conditions.post_words import quoted, words

FLORIDA = {"states": ("FL",)}
PROMISE = worded("Smooth skin with zero side effects.")


def check(subject: Subject) -> Observation | None:
    text = words(subject)
    found = promises(text) + superiority(text)
    if not found:
        return None
    return Observation(text=f"Do these words raise false hopes? {quoted(found)}. {because_there('FL')}", review=True)


RULE = Rule(
    id="fl-ad-misleading",
    title="Words that may raise hopes beyond what Florida allows",
    citation="Fla. Admin. Code 64B8-11.001(2)",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Take the words out, or tell the whole: what usually happens, and what can go wrong.",
    lesson="state-rules",
    seed=("S18", "S31", "S36"),
    subject=SubjectKind.POST,
    reach=Reach.BOARD,
    needs=(),
    applies=lambda subject: practises_in("FL", subject),
    check=check,
    violates=(case(SubjectKind.POST, practice=FLORIDA, matter=PROMISE),),
    complies=(
        case(SubjectKind.POST, practice=FLORIDA, matter=worded("Redness for a week is usual. Results differ.")),
        case(SubjectKind.POST, matter=PROMISE),  # in Ohio, and evidence is on file
    ),
)

"""In Texas no advertisement promises more than can be expected.

The state's law for all health professions and the medical board's own rule forbid what is false, what misleads, and
what creates an expectation without ground: "guaranteed", "no risk", "the best". Whether words do that is a reading,
so what is found is put before a person.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import worded
from ..conditions.boards import because_there, practises_in
from ..conditions.claims import promises, superiority
from ..conditions.post_words import quoted, words

TEXAS = {"states": ("TX",)}
PROMISE = worded("A new nose in an hour, guaranteed.")


def check(subject: Subject) -> Observation | None:
    text = words(subject)
    found = promises(text) + superiority(text)
    if not found:
        return None
    return Observation(text=f"Do these words promise too much? {quoted(found)}. {because_there('TX')}", review=True)


RULE = Rule(
    id="tx-ad-misleading",
    title="Words that may promise more than Texas allows",
    citation="Tex. Occ. Code 101.201",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Take the words out, or say only what you can prove.",
    lesson="state-rules",
    seed=("S18", "S31", "S36"),
    subject=SubjectKind.POST,
    reach=Reach.BOARD,
    needs=(),
    applies=lambda subject: practises_in("TX", subject),
    check=check,
    violates=(case(SubjectKind.POST, practice=TEXAS, matter=PROMISE),),
    complies=(
        case(SubjectKind.POST, practice=TEXAS, matter=worded("We cannot guarantee a result. Results differ.")),
        case(SubjectKind.POST, matter=PROMISE),  # in Ohio, and evidence is on file
    ),
)

"""In California a before and an after can be compared: the treatment is the only difference.

A head turned, a kinder light or a closer frame makes a result out of nothing. The law asks that the two be comparable
and names no number, and the end of the section was not read here. The numbers in a finding show where to look; a
person decides whether the pair misleads.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import CALIFORNIA, but
from ..cases.clean_edits import PAIR, TURNED
from ..conditions.boards import because_there, practises_in
from ..conditions.pairs import differences, incomparable, named, unmeasured

A_LITTLE = replace(PAIR, turn=2.0, light=1.0)


def check(subject: Subject) -> Observation | None:
    pairs = subject.evidence.pairs
    if found := incomparable(pairs):
        told = "; ".join(differences(pair) for pair in found)
        return Observation(text=f"Not only the result differs: {told}. {because_there('CA')}", review=True)
    if unknown := unmeasured(pairs):
        told = "; ".join(f"{named(pair)} ({pair.problem})" for pair in unknown)
        return Observation(text=f"It could not be measured whether these can be compared: {told}.", unknown=True)
    return None


RULE = Rule(
    id="ca-651-comparable",
    title="Before and after may not be comparable",
    citation="Cal. Bus. & Prof. Code 651(b)(3)(C)(i)",
    tag="U",
    severity=Severity.HIGH,
    remedy="Show a pair taken in the same pose, light and frame, or take it down.",
    lesson="state-rules",
    seed=("S18", "S31"),
    subject=SubjectKind.PHOTO,
    reach=Reach.BOARD,
    needs=(),
    applies=lambda subject: bool(subject.evidence.pairs) and practises_in("CA", subject),
    check=check,
    violates=(but(evidence=CALIFORNIA | {"pairs": (TURNED,)}),),
    complies=(but(evidence=CALIFORNIA | {"pairs": (A_LITTLE,)}),),
)

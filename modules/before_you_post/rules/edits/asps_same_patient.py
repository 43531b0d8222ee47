"""A before and an after are of one and the same person.

The code of ethics of the plastic surgeons' society asks for it, and every reader takes it for granted; two people side
by side show the work of no treatment. It binds members and is no law; we know its words from a member's account. The
library says who is in each picture. This rule also speaks where nobody looked which pictures belong together.
"""

from __future__ import annotations

from ...records import Evidence, PhotoKind, Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import but
from ..cases.clean_edits import PAIR, TWO_PEOPLE
from ..conditions.governing import set_aside
from ..conditions.pairs import named


def shows_a_result(evidence: Evidence) -> bool:
    """A before or an after photo of the library is shown."""
    kinds = {original.kind for panel in evidence.panels or () for original in panel.originals}
    return bool(kinds & {PhotoKind.BEFORE, PhotoKind.AFTER}) and not set_aside(evidence)


def check(subject: Subject) -> Observation | None:
    mixed = [named(pair) for pair in subject.evidence.pairs if pair.same_patient is False]
    return Observation(text=f"By the library these are of different patients: {'; '.join(mixed)}.") if mixed else None


RULE = Rule(
    id="asps-same-patient",
    title="Before and after are of different patients",
    citation="ASPS Code of Ethics 2",
    tag="V2",
    severity=Severity.MED,
    remedy="Take the pair down, or show the before and the after of one patient. Correct the library if it is wrong.",
    lesson="before-after-collages",
    seed=("S32",),
    subject=SubjectKind.PHOTO,
    reach=Reach.PROFESSION,
    needs=("evidence.pairs",),
    applies=lambda subject: shows_a_result(subject.evidence),
    check=check,
    violates=(but(evidence={"pairs": (TWO_PEOPLE,)}),),
    complies=(but(evidence={"pairs": (PAIR,)}),),
)

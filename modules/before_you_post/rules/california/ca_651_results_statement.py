"""In California a picture of a result says that not every patient gets the same one.

The statute asks for the statement near the picture, in words anybody can read. We have not read the end of the
section, and no list of words knows every way to say it, so a person decides.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import CALIFORNIA, CLEAN, but
from ..conditions.boards import because_there, practises_in
from ..conditions.labels import says_differ
from ..conditions.post_words import words
from ..conditions.result_pictures import shows_a_patient

SILENT = {"published": replace(CLEAN.published, caption="Rhinoplasty, eight months after surgery.")}


def check(subject: Subject) -> Observation | None:
    if says_differ(words(subject)):
        return None
    text = "Nothing that was read in or beside the picture says that results differ from patient to patient."
    return Observation(text=f"{text} {because_there('CA')}", review=True)


RULE = Rule(
    id="ca-651-results-statement",
    title="Nothing says that results differ",
    citation="Cal. Bus. & Prof. Code 651(b)(3)(C)(ii)",
    tag="U",
    severity=Severity.HIGH,
    remedy="Write beside the picture that the same results may not occur for all patients.",
    lesson="state-rules",
    seed=("S18", "S31"),
    subject=SubjectKind.PHOTO,
    reach=Reach.BOARD,
    needs=(),
    applies=lambda subject: practises_in("CA", subject) and shows_a_patient(subject.evidence),
    check=check,
    violates=(but(evidence=CALIFORNIA | SILENT),),
    complies=(but(evidence=SILENT), but(evidence=CALIFORNIA)),  # Ohio does not ask for it
)

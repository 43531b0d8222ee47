"""In California a picture of a result names the treatment, where people see it.

A nose before and after says nothing of what was done, nor how much. The words beside the picture or in it must name
the procedures; alternative texts and file names are seen by nobody. The library says which treatment it was. We have
read the beginning of the section only, and "prominently" is a reading, so a person decides.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import CALIFORNIA, but
from ..conditions.boards import because_there, practises_in
from ..conditions.post_words import words
from ..conditions.result_pictures import is_named, procedures, shows_a_patient

OTHER = {"procedure": "otoplasty"}


def check(subject: Subject) -> Observation | None:
    done, text = procedures(subject.evidence), words(subject)
    if not done:
        return Observation(text="The library does not record which treatment the picture shows.", unknown=True)
    unnamed = [procedure for procedure in done if not is_named(procedure, text)]
    if not unnamed:
        return None
    seen = f"Nothing that was read in or beside the picture names the treatment on file: {', '.join(unnamed)}."
    return Observation(text=f"{seen} {because_there('CA')}", review=True)


RULE = Rule(
    id="ca-651-procedure-named",
    title="The treatment is not named beside its result",
    citation="Cal. Bus. & Prof. Code 651(b)(3)(C)",
    tag="U",
    severity=Severity.HIGH,
    remedy="Name the procedures plainly in or beside the picture.",
    lesson="state-rules",
    seed=("S18",),
    subject=SubjectKind.PHOTO,
    reach=Reach.BOARD,
    needs=(),
    applies=lambda subject: practises_in("CA", subject) and shows_a_patient(subject.evidence),
    check=check,
    violates=(but(evidence=CALIFORNIA, original=OTHER),),
    complies=(but(original=OTHER), but(evidence=CALIFORNIA)),  # Ohio does not ask for it
)

"""In California whoever is shown and is no patient of this practice is called a model, in print one can read.

For the statute a model is anybody who is not an actual patient of the one who advertises, and who did not have that
very treatment there: the stock photo of a maker of lasers, a colleague's patient, a person made by a computer. Where
the practice has noted that the label is missing, that settles it. Where it has noted nothing, a label may stand in a
part of the picture that could not be read, so a person looks.
"""

from __future__ import annotations

from ...records import Severity, Shown, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import CALIFORNIA, but
from ..cases.clean_edits import note
from ..conditions.advertisements import NOT_PATIENTS, says_who_is_shown
from ..conditions.boards import because_there, practises_in

MODEL = {"advertisement": note(shown=Shown.MODEL)}


def applies(subject: Subject) -> bool:
    """By the practice's note a model is shown, or somebody else's patient."""
    noted = subject.evidence.advertisement
    if noted is None or not practises_in("CA", subject):
        return False
    return noted.shown in NOT_PATIENTS or noted.performed_here is False


def check(subject: Subject) -> Observation | None:
    noted = subject.evidence.advertisement
    said = says_who_is_shown(subject, noted.shown)
    if said:
        return None
    who = "a patient treated elsewhere" if noted.shown is Shown.PATIENT else "no patient"
    text = f"By the list of posts the picture shows {who}, and "
    if said is False:
        return Observation(text=f"{text}the post does not call them a model. {because_there('CA')}")
    return Observation(text=f"{text}nothing that was read in or beside it says so. {because_there('CA')}", review=True)


RULE = Rule(
    id="ca-651-model-label",
    title="A model is not called one, as California asks",
    citation="Cal. Bus. & Prof. Code 651(b)(3)(B)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Write “model” on or beside the picture, in type anybody can read, or show a patient of your own.",
    lesson="state-rules",
    seed=("S18", "S32"),
    subject=SubjectKind.PHOTO,
    reach=Reach.BOARD,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        but(evidence=CALIFORNIA | {"advertisement": note(shown=Shown.MODEL, labelled=False)}),
        but(evidence=CALIFORNIA | MODEL),  # for review
        but(evidence=CALIFORNIA | {"advertisement": note(performed_here=False)}),
    ),
    complies=(but(evidence=CALIFORNIA | {"advertisement": note(shown=Shown.MODEL, labelled=True)}),),
)

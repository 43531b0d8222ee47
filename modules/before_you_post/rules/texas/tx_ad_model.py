"""In Texas models and actors are said not to be patients.

The board's rule asks to identify models and actors expressly "instead of actual patients"; people a computer made are
nobody's patients either. Where the practice has noted that the label is missing, that settles it. Where it has noted
nothing, a label may stand in a part of the picture that could not be read, so a person looks. We have the rule's text
from a copy.
"""

from __future__ import annotations

from ...records import Severity, Shown, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import but
from ..cases.clean_edits import note
from ..conditions.advertisements import NOT_PATIENTS, says_who_is_shown
from ..conditions.boards import because_there, practises_in

TEXAS = {"states": ("TX",)}
MODEL = {"advertisement": note(shown=Shown.MODEL)}


def applies(subject: Subject) -> bool:
    """By the practice's note a model is shown."""
    noted = subject.evidence.advertisement
    return noted is not None and noted.shown in NOT_PATIENTS and practises_in("TX", subject)


def check(subject: Subject) -> Observation | None:
    said = says_who_is_shown(subject, subject.evidence.advertisement.shown)
    if said:
        return None
    text = "By the list of posts the picture shows no patient, and "
    if said is False:
        return Observation(text=f"{text}the post does not say so. {because_there('TX')}")
    return Observation(text=f"{text}nothing that was read in or beside it says so. {because_there('TX')}", review=True)


RULE = Rule(
    id="tx-ad-model",
    title="A model is not called one, as Texas asks",
    citation="22 TAC 164.3(b)(4)",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Write on or beside the picture that it shows a model and no patient.",
    lesson="state-rules",
    seed=("S18", "S32"),
    subject=SubjectKind.PHOTO,
    reach=Reach.BOARD,
    needs=(),
    applies=applies,
    check=check,
    violates=(
        but(evidence=TEXAS | {"advertisement": note(shown=Shown.MODEL, labelled=False)}),
        but(evidence=TEXAS | MODEL),  # for review
    ),
    complies=(
        but(evidence=TEXAS | {"advertisement": note(shown=Shown.MODEL, labelled=True)}),
        but(evidence=MODEL),  # Ohio's board asks for no label by itself
    ),
)

"""A tattoo, a birthmark or a scar tells who somebody is, without a face.

"Any other unique identifying characteristic" ends the list of the 18 identifiers. A patient was recognised by the
pattern of her freckles, others by their tattoos; jewellery does it too. No program here recognises such marks. The
practice records them for the original, and since it is known which part of the original a picture shows, we can tell
which of them the public sees. What was painted over is not noticed, and a mark that is treated counts like any other:
the scar that was revised is as much hers as before. Where a form is on file for the picture, the patient agreed to be
shown with them, and the rule has nothing to say.
"""

from __future__ import annotations

from ...records import Mark, MarkKind, Severity, SubjectKind, VisibleMark
from ..base import Observation, Rule, Subject
from ..cases.clean import ORIGINAL, but
from ..conditions.anonymous import must_be_anonymous

TATTOO = Mark(kind=MarkKind.TATTOO, box=(40, 60, 300, 220))
ROSE = VisibleMark(mark=TATTOO, original=ORIGINAL.id, shown=0.8, outline=((40, 60), (280, 60), (280, 280), (40, 280)))
CROPPED = VisibleMark(mark=TATTOO, original=ORIGINAL.id, shown=0.0)
SOMEWHERE = VisibleMark(mark=Mark(kind=MarkKind.SCAR), original=ORIGINAL.id, shown=None)


def check(subject: Subject) -> Observation | None:
    seen = [mark for mark in subject.panel.marks if mark.shown is None or mark.shown > 0]
    if not seen:
        return None
    marks = "; ".join(dict.fromkeys(_words(mark) for mark in seen))
    return Observation(
        text=f"By these marks the person may be recognised, and no form is on file for the picture: {marks}.",
        review=True,
    )


def _words(visible: VisibleMark) -> str:
    if visible.shown is None:
        return f"{visible.mark.kind} (on {visible.original}; whether this part of it is shown is not recorded)"
    return f"{visible.mark.kind} ({visible.shown:.0%} of its place on {visible.original} is shown)"


RULE = Rule(
    id="hipaa-sh-r-marks",
    title="A mark tells who it is, and no form is on file for the picture",
    citation="45 CFR 164.514(b)(2)(i)(R)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Take the photo down until you have the patient's form, or publish a part that does not show the mark.",
    lesson="what-identifies",
    seed=("S12", "S14"),
    subject=SubjectKind.PANEL,
    needs=("panel.marks",),
    applies=lambda subject: bool(subject.panel and subject.panel.originals) and must_be_anonymous(subject),
    check=check,
    violates=(
        but(panel={"marks": (ROSE,), "authorizations": None}),
        but(panel={"marks": (CROPPED, SOMEWHERE), "authorizations": None}),
    ),
    complies=(
        but(panel={"marks": (ROSE,)}),  # the form speaks for it
        but(panel={"marks": (CROPPED,), "authorizations": None}),
    ),
)

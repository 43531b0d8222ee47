"""A picture with a face in it is never anonymous.

"It only shows part of her, nobody can tell who it is" is how photos without a form come to be posted. Full-face photos
"and any comparable images" are among the 18 identifiers: a profile, half a face, a reflection. A bar over the eyes
changes nothing (patients with bars were recognised, and sued), and neither does a blur. So where nobody's form is on
file for a picture, a face that a program found in it is shown to a person. Where a form is on file the rules about
the form have the say, and a photo that a named person set aside as nobody's patient (the model of a stock photo)
stays set aside. Programs miss faces: that none was found makes no picture anonymous.
"""

from __future__ import annotations

from ...records import Face, FaceExtent, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.anonymous import faces_in, must_be_anonymous

FACE = Face(outline=((400, 150), (660, 150), (660, 500), (400, 500)), confidence=0.91, extent=FaceExtent.FULL)
BARRED = Face(outline=FACE.outline, confidence=0.88, extent=FaceExtent.PARTIAL, eyes_covered=True)
_ONE = {FaceExtent.FULL: "a full face", FaceExtent.PARTIAL: "part of a face"}


def check(subject: Subject) -> Observation | None:
    found = faces_in(subject.panel, subject.evidence.photo.faces)
    if not found:
        return None
    what = f"{len(found)} faces" if len(found) > 1 else _ONE[found[0].extent]
    text = f"A program found {what} in the picture, and no form is on file for it. A picture with a face does not "
    text += "count as anonymous."
    if any(face.eyes_covered for face in found):
        text += " Something may cover the eyes: that makes no difference."
    return Observation(text=text, review=True)


RULE = Rule(
    id="hipaa-sh-q-face",
    title="A face can be seen, and no form is on file for the picture",
    citation="45 CFR 164.514(b)(2)(i)(Q)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Take the photo down until you know whose it is and have their form. A bar over the eyes or a blur is not "
    "enough. If it shows no patient, let a named person record that in the table not_patient_photos.",
    lesson="what-identifies",
    seed=("S15",),
    subject=SubjectKind.PANEL,
    needs=("evidence.photo.faces",),
    applies=must_be_anonymous,
    check=check,
    violates=(
        but(photo={"faces": (FACE,)}, evidence={"panels": None}),  # not compared with the library
        but(photo={"faces": (BARRED,)}, panel={"authorizations": None}),
        but(photo={"faces": (FACE, BARRED)}, panel={"authorizations": None}),
    ),
    complies=(
        but(photo={"faces": (FACE,)}),  # the form speaks for it
        but(evidence={"panels": None}),
    ),
)

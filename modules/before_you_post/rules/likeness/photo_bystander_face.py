"""Nobody but the patient may be seen in a patient's photo.

A selfie in the waiting room, a nurse behind the chair, a mother in the mirror, the screen in the background: whoever
is in the picture is in it with their face, and the form of one patient permits nothing for another. A picture of one
patient shows one face at most. Where a program found more of them in one panel, or one outside every panel, a person
must look: it may be somebody else, the patient's own reflection, or no face at all. Faint finds are left out here,
since beside a face that was found for sure they were mostly no faces.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import Evidence, Face, FaceExtent, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import CLEAN, PANEL, but
from ..conditions.anonymous import faces_in
from ..conditions.governing import set_aside

SURE = 0.35  # confidence; every doubtful second box in trials lay below
PATIENT_FACE = Face(outline=((300, 200), (560, 200), (560, 560), (300, 560)), confidence=0.93, extent=FaceExtent.FULL)
MIRROR = Face(outline=((800, 100), (900, 100), (900, 230), (800, 230)), confidence=0.6, extent=FaceExtent.PARTIAL)
FAINT = replace(MIRROR, confidence=0.25)
LEFT_HALF = replace(PANEL, match=replace(PANEL.match, outline=((0, 0), (540, 0), (540, 810), (0, 810))))


def check(subject: Subject) -> Observation | None:
    evidence = subject.evidence
    faces = tuple(face for face in evidence.photo.faces if face.confidence >= SURE)
    seen = [faces_in(panel, faces) for panel in evidence.panels]
    outside = [face for face in faces if not any(face in each for each in seen)]
    crowded = [(panel.number, len(each)) for panel, each in zip(evidence.panels, seen, strict=True) if len(each) > 1]
    places = [f"{many} faces in panel {number}" for number, many in crowded]
    if outside:
        places.append(f"{len(outside)} outside of every panel" if places else "a face outside of every panel")
    if not places:
        return None
    return Observation(text=f"Somebody else may be in the picture: a program found {', '.join(places)}.", review=True)


def applies(subject: Subject) -> bool:
    """Some patient's form is on file: where none is, any face at all is told by another rule."""
    panels = subject.evidence.panels or ()
    return not set_aside(subject.evidence) and any(panel.authorizations for panel in panels)


TWO_FACES: Evidence = but(photo={"faces": (PATIENT_FACE, MIRROR)})
RULE = Rule(
    id="photo-bystander-face",
    title="Somebody else may be in the picture",
    citation="45 CFR 160.103",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Look at the photo at full size. If it shows somebody else, crop them away or take the photo down. If it is "
    "the patient's own face or none at all, record that you looked.",
    lesson="what-identifies",
    seed=("S7", "S15"),
    subject=SubjectKind.PHOTO,
    needs=("evidence.photo.faces",),
    applies=applies,
    check=check,
    violates=(TWO_FACES, replace(CLEAN, photo=TWO_FACES.photo, panels=(LEFT_HALF,))),
    complies=(but(photo={"faces": (PATIENT_FACE, FAINT)}), but(photo={"faces": (PATIENT_FACE,)})),
)

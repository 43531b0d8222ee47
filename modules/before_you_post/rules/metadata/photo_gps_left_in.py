"""A published photo file must not tell where the picture was taken.

Phones and many cameras write the place into the file. Anything smaller than a state counts among the 18 identifiers,
and such coordinates can point to a home. Cropping does not remove them, and one's own website often serves the file
as it was uploaded. Which place in the file holds them is our reading of file formats; the law speaks of the place
itself. The rule does not look at photos that show no patient.
"""

from __future__ import annotations

from ...records import GpsPosition, NotAPatientPhoto, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.governing import set_aside

HOME = GpsPosition(latitude=34.0522, longitude=-118.2437, found_in="Exif GPS")
BUILDING = NotAPatientPhoto(file="nose.jpg", what="our building", decided_by="Wilhelmina Croft", decided_on=None)


def check(subject: Subject) -> Observation | None:
    if not subject.evidence.photo.gps:
        return None
    places = "; ".join(
        f"latitude {gps.latitude:.3f}, longitude {gps.longitude:.3f} ({gps.found_in})"
        for gps in subject.evidence.photo.gps
    )
    return Observation(text=f"The file tells where the picture was taken: {places}.")


RULE = Rule(
    id="photo-gps-left-in",
    title="The file tells where the picture was taken",
    citation="45 CFR 164.514(b)(2)(i)(B)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Save a copy without location data, publish that copy, and delete the old file and its other sizes.",
    lesson="what-identifies",
    seed=("S39",),
    subject=SubjectKind.PHOTO,
    needs=("evidence.photo.gps",),
    applies=lambda subject: not set_aside(subject.evidence),
    check=check,
    violates=(but(photo={"gps": (HOME,)}),),
    complies=(but(photo={"gps": (HOME,)}, evidence={"panels": None, "not_a_patient": BUILDING}),),
)

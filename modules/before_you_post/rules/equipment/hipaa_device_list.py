"""Every camera that took a patient's photo is on the practice's list of devices.

The files of photos name what took them. A camera or phone that is on no list is one that nobody wipes, locks or
accounts for (S19): often somebody's own phone. Beside each such photo a finding says so; here each camera is told
once. The patient may have sent the picture, or the list may be out of date, so a person decides.
"""

from __future__ import annotations

from ...records import Camera, SeenCamera, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_papers import CAMERAS
from ..conditions.devices import listed, words
from ..conditions.several import counted, told

PHONE = SeenCamera(camera=Camera(make="Fern", model="Fern 7"), seen_in=("website/nose-results/nose.jpg",))


def check(subject: Subject) -> Observation | None:
    office = subject.office
    strange = [seen for seen in office.cameras if not listed(seen.camera, office.devices)]
    if not strange:
        return None
    named = [f"{words(seen.camera)} in {counted(len(seen.seen_in), 'photo')}" for seen in strange]
    text = f"Photos name cameras that are not on the practice's list of devices: {told(named)}."
    return Observation(text=text, review=True)


RULE = Rule(
    id="hipaa-device-list",
    title="A camera or phone that took photos is on no list",
    citation="45 CFR 164.310(d)(2)(iii)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Find out whose each of them is. Add the practice's own to the list of devices; have the photos on "
    "any other moved into the library and erased there.",
    lesson="devices-and-storage",
    seed=("S19", "S39"),
    subject=SubjectKind.PRACTICE,
    needs=("office.devices", "office.cameras"),
    applies=lambda subject: True,
    check=check,
    violates=(case(SubjectKind.PRACTICE, office={"cameras": (*CAMERAS, PHONE)}),),
    complies=(case(SubjectKind.PRACTICE, office={"cameras": ()}),),
)

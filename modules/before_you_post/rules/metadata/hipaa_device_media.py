"""A photo of a patient must come from a device that the practice knows and controls.

A practice must govern the devices and cards that hold patients' photos: know them, wipe them, and account for them
when they leave. A memory card counts as such a device in so many words (S19). The camera that a file names is a
witness: if it is not on the practice's list, a photo may lie on somebody's own phone. The list may also be out of
date, or the patient may have sent the picture, so a person must look.
"""

from __future__ import annotations

from ...records import Camera, Device, DeviceKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.devices import listed, words
from ..conditions.governing import set_aside

OURS = Device(id="D-1", kind=DeviceKind.CAMERA, make="Larkfield", model="L-200", serial="2290417", memory_card=True)
CAMERA = Camera(make="Larkfield", model="L-200", serial="2290417")
WITHOUT_NUMBER = Camera(make="LARKFIELD", model="Larkfield L-200")
PHONE = Camera(make="Fern", model="Fern 7")
SISTER = Camera(make="Larkfield", model="L-200", serial="2290418")


def check(subject: Subject) -> Observation | None:
    evidence, devices = subject.evidence, subject.evidence.devices
    strange = [f"the published file names {words(camera)}" for camera in _cameras(evidence.photo.cameras, devices)]
    for panel in evidence.panels or ():
        names = [words(camera) for camera in _cameras(panel.cameras, devices)]
        strange += [f"the original of panel {panel.number} names {name}" for name in names]
    if not strange:
        return None
    told = "; ".join(strange)
    return Observation(text=f"A camera is not on the practice's list of devices: {told}.", review=True)


def _cameras(cameras: tuple[Camera, ...] | None, devices: tuple[Device, ...]) -> list[Camera]:
    return [camera for camera in cameras or () if not listed(camera, devices)]


def _names_a_camera(subject: Subject) -> bool:
    evidence = subject.evidence
    return bool(evidence.photo.cameras) or any(panel.cameras for panel in evidence.panels or ())


RULE = Rule(
    id="hipaa-device-media",
    title="The camera is not on the practice's list of devices",
    citation="45 CFR 164.310(d)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Find out whose device took the photo. If it is the practice's, add it to the table of devices; if not, "
    "have the photos on it moved and wiped.",
    lesson="devices-and-storage",
    seed=("S19",),
    subject=SubjectKind.PHOTO,
    needs=("evidence.devices",),
    applies=lambda subject: _names_a_camera(subject) and not set_aside(subject.evidence),
    check=check,
    violates=(
        but(photo={"cameras": (PHONE,)}, evidence={"devices": (OURS,)}),
        but(panel={"cameras": (SISTER,)}, evidence={"devices": (OURS,)}),
    ),
    complies=(but(photo={"cameras": (CAMERA,)}, panel={"cameras": (WITHOUT_NUMBER,)}, evidence={"devices": (OURS,)}),),
)

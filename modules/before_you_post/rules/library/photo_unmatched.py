"""The practice must know whose photo it shows.

A photo of treated skin or of a face is health information about someone (S7), and progress photos belong to a
patient's record (S11). Where no photo of the library fits a published picture, or the library does not record whose
photo it is, nobody can say which form should cover it. That is no proof of a fault: it may be a stock photo, a logo
or an original that was never filed. So a person must look.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import ORIGINAL, but

NOBODY: dict[str, Any] = {"patient": None, "authorizations": None}
TWINS = (ORIGINAL, replace(ORIGINAL, id="P-02/after.jpg", patient="P-02"))  # that cannot be told apart


def check(subject: Subject) -> Observation | None:
    panel = subject.panel
    if panel.patient is not None:
        return None
    if not panel.originals:
        return Observation(text="No photo in the library was found that this picture was made from.", review=True)
    photos = " or ".join(original.id for original in panel.originals)
    owners = sorted({original.patient for original in panel.originals if original.patient})
    if not owners:
        text = f"The picture was made from {photos}, but the library does not record whose photo that is."
    elif len(owners) == 1:
        text = f"The library says {photos} is of patient {owners[0]}, who is not in the list of patients."
    else:
        text = f"The picture was made from {photos}; these are of different patients ({', '.join(owners)})."
    return Observation(text=text, review=True)


RULE = Rule(
    id="photo-unmatched",
    title="Nobody knows whose photo this is",
    citation="45 CFR 160.103",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Find the original and file it under the patient. If it shows no patient, let a named person record that in "
    "the table not_patient_photos.",
    lesson="phi-and-the-record",
    seed=("S7", "S11"),
    subject=SubjectKind.PANEL,
    needs=("panel",),
    applies=lambda subject: True,
    check=check,
    violates=(
        but(panel=NOBODY | {"originals": ()}),
        but(original={"patient": None}, panel=NOBODY),
        but(panel=NOBODY),  # the library names a patient who is not in the list
        but(panel=NOBODY | {"originals": TWINS}),
    ),
    complies=(but(panel={"authorizations": None}),),  # whose photo it is, is known; the forms are another matter
)

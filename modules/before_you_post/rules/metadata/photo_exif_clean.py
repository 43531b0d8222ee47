"""A published photo file must not carry dates, serial numbers, names, captions or numbers that lead to other files.

Cameras and programs write them into the file where nobody sees them: the day of the visit, the number of the camera,
the photographer, a caption with the patient's name, an identifier shared with the uncropped original. Cropping does
not remove them, and a website often serves the file as it was uploaded (S39). Dates, device numbers and every other
unique number are among the 18 identifiers; which entry of a file holds which of them is our reading of file formats.
A date on which the file was only edited may have nothing to do with the patient: a person must look. The practice's
own words, as its policy lists them, never count.
"""

from __future__ import annotations

import re

from ...records import MetadataItem, MetadataKind, NotAPatientPhoto, Policy, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.governing import set_aside

LEFT_IN = (
    MetadataKind.DATE,
    MetadataKind.SERIAL,
    MetadataKind.PERSON,
    MetadataKind.WORDS,
    MetadataKind.PLACE,
    MetadataKind.DOCUMENT,
    MetadataKind.RELEASE,
)
EDITED = frozenset(
    {"tIME", "xmp:ModifyDate", "xmp:MetadataDate", "stEvt:when", "date:modify", "date:timestamp", "when"}
)
_MOST = 6  # are told one by one
_NOT_WORDS = re.compile(r"©|\(c\)|copyright|all rights reserved|\b(19|20)\d\d\b|[^\w]+", re.I)
TAKEN = MetadataItem(kind=MetadataKind.DATE, name="DateTimeOriginal", found_in="EXIF", value="2026:01:20 10:31:07")
SAVED = MetadataItem(kind=MetadataKind.DATE, name="xmp:ModifyDate", found_in="XMP", value="2026-02-27T09:12:00")
OURS = MetadataItem(
    kind=MetadataKind.PERSON, name="Copyright", found_in="EXIF", value="© 2026 Quillfeather Dermatology"
)
BUILDING = NotAPatientPhoto(file="nose.jpg", what="our building", decided_by="Wilhelmina Croft", decided_on=None)


def check(subject: Subject) -> Observation | None:
    own = {_plain(words) for words in subject.evidence.policy.allowed_text} - {""}
    left = [i for i in subject.evidence.photo.metadata or () if i.kind in LEFT_IN and _plain(i.value) not in own]
    if not left:
        return None
    names: dict[tuple[MetadataKind, str, str], list[str]] = {}  # cameras write the same moment three times
    for item in sorted(left, key=lambda item: LEFT_IN.index(item.kind)):
        names.setdefault((item.kind, item.value[:60], item.found_in), []).append(item.name)
    told = "; ".join(f"{k} “{v}” ({where}: {', '.join(each)})" for (k, v, where), each in list(names.items())[:_MOST])
    more = f"; and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return Observation(text=f"The file still holds: {told}{more}.", review=all(item.name in EDITED for item in left))


def _plain(words: str) -> str:
    return _NOT_WORDS.sub("", words).casefold()


RULE = Rule(
    id="photo-exif-clean",
    title="The file still holds dates, numbers or names",
    citation="45 CFR 164.514(b)(2)(i)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Clean the file with before-you-post clean, publish the clean copy, and delete the old file and its other "
    "sizes.",
    lesson="what-identifies",
    seed=("S39",),
    subject=SubjectKind.PHOTO,
    needs=("evidence.photo.metadata",),
    applies=lambda subject: not set_aside(subject.evidence),
    check=check,
    violates=(but(photo={"metadata": (TAKEN, OURS)}), but(photo={"metadata": (SAVED,)})),
    complies=(
        but(photo={"metadata": (OURS,)}, evidence={"policy": Policy(allowed_text=("Quillfeather Dermatology",))}),
        but(photo={"metadata": (TAKEN,)}, evidence={"panels": None, "not_a_patient": BUILDING}),
    ),
)

"""A published photo file must not hold another picture that shows more than the photo.

Cameras and programs put small copies into a file: thumbnails, second frames, depth maps. They are made when the photo
is taken, so they may still show the face that was cropped away or masked, and anybody who downloads the file has
them. A full-face picture is one of the 18 identifiers, wherever in the file it stands. Where nobody could tell whether
such a picture shows more, or where an animation shows other pictures after its first, a person must look.
"""

from __future__ import annotations

from ...records import EmbeddedKind, EmbeddedPicture, Evidence, Face, FaceExtent, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.governing import set_aside

ANIMATIONS = frozenset({"GIF", "WEBP", "PNG", "AVIF"})  # their frames are seen by the public, one after the other
UNCROPPED = EmbeddedPicture(
    kind=EmbeddedKind.THUMBNAIL, found_in="EXIF", width=160, height=120, same_picture=False, faces=(), text=()
)
FACE = Face(outline=((9, 9), (60, 9), (60, 70), (9, 70)), confidence=0.9, extent=FaceExtent.FULL)
UNCLEAR = EmbeddedPicture(kind=EmbeddedKind.FRAME, found_in="MPO", width=640, height=480)
HELPER = EmbeddedPicture(
    kind=EmbeddedKind.AUXILIARY, found_in="HEIC", width=480, height=640, same_picture=False, faces=(FACE,)
)
DAMAGED = EmbeddedPicture(kind=EmbeddedKind.THUMBNAIL, found_in="EXIF", problem="The file is damaged.")
OWN_SMALL_COPY = EmbeddedPicture(
    kind=EmbeddedKind.THUMBNAIL, found_in="EXIF", width=160, height=120, same_picture=True, faces=(), text=()
)


def check(subject: Subject) -> Observation | None:
    pictures = [p for p in subject.evidence.photo.embedded or () if p.same_picture is not True]
    more = [_words(picture) for picture in pictures if _shows_more(picture, subject.evidence)]
    if more:
        return Observation(text=f"The file holds a picture that shows more than the photo: {'; '.join(more)}.")
    # What follows the picture and is no picture is told by photo-metadata-unread.
    unclear = [_words(p) for p in pictures if not (p.problem and p.kind is EmbeddedKind.TRAILING)]
    if not unclear:
        return None
    text = f"The file holds other pictures, and nobody could tell whether they show more: {'; '.join(unclear)}."
    return Observation(text=text, review=True)


def _shows_more(picture: EmbeddedPicture, evidence: Evidence) -> bool:
    if picture.kind is EmbeddedKind.FRAME and picture.found_in in ANIMATIONS:
        return False  # nothing is hidden in it; but only the first was compared with the library
    new_face = bool(picture.faces) and evidence.photo.faces == ()
    new_words = bool(picture.text) and evidence.photo.text == ()
    return new_face or new_words or (picture.same_picture is False and picture.kind is not EmbeddedKind.AUXILIARY)


def _words(picture: EmbeddedPicture) -> str:
    size = f", {picture.width} x {picture.height}" if picture.width else ""
    face = ", with a face in it" if picture.faces else ", with words in it" if picture.text else ""
    problem = f", not opened: {picture.problem.rstrip('.')}" if picture.problem else ""
    return f"{picture.kind} ({picture.found_in}{size}{face}{problem})"


RULE = Rule(
    id="photo-thumbnail-shows-more",
    title="A hidden picture in the file shows more than the photo",
    citation="45 CFR 164.514(b)(2)(i)(Q)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Clean the file with before-you-post clean, publish the clean copy, and delete the old file.",
    lesson="what-identifies",
    seed=("S39",),
    subject=SubjectKind.PHOTO,
    needs=("evidence.photo.embedded",),
    applies=lambda subject: not set_aside(subject.evidence),
    check=check,
    violates=tuple(but(photo={"embedded": (each,)}) for each in (UNCROPPED, UNCLEAR, HELPER, DAMAGED)),
    complies=(but(photo={"embedded": (OWN_SMALL_COPY,)}),),
)

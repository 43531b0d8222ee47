"""The tables of a practice folder, column by column.

This is the whole of what the office manager is asked for; ``docs/practice-folder.md`` and the README that ``init``
writes say the same in prose. Required columns are few: a practice seldom has everything, and a missing fact is
better shown as not checked than asked for until somebody invents it.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from ..inputs.cells import DATE, PROSE, TEXT, WORDS, YES_NO, Kind, one_of
from ..inputs.photo_files import is_photo
from ..inputs.table import Column, Table
from ..records import PhotoKind, PhotoScope, SignerRole
from .states import STATE

_SPELLED = {
    **{kind.value: kind for kind in PhotoKind},
    **dict.fromkeys(("b4", "pre-op", "preop", "pre op", "pre-treatment", "pretreatment", "baseline"), PhotoKind.BEFORE),
    **dict.fromkeys(("post-op", "postop", "post op", "post-treatment", "posttreatment"), PhotoKind.AFTER),
}
# Alone in a column of kinds these are clear; among the words of a form “post” may be a post.
_KIND_CELLS = {**_SPELLED, "pre": PhotoKind.BEFORE, "post": PhotoKind.AFTER}
_SIGNERS = {
    **dict.fromkeys(("self", "pt", "the patient"), SignerRole.PATIENT),
    **dict.fromkeys(("mother", "father", "mom", "dad"), SignerRole.PARENT),
    **dict.fromkeys(("legal guardian", "court-appointed guardian"), SignerRole.GUARDIAN),
    **dict.fromkeys(("personal representative", "poa", "power of attorney"), SignerRole.REPRESENTATIVE),
}
_KINDS = "|".join(sorted(_SPELLED, key=len, reverse=True))
_DESCRIBED = re.compile(
    rf"((?:{_KINDS})(?: ?(?:and|&|\+|/) ?(?:{_KINDS}))*)(?: (?:photos?|pictures?|images?))?(?: (.+))?"
)


def inside(text: str) -> str:
    """A path as written in a table, with forward slashes; raises ValueError when it leads out of its folder."""
    path = PurePosixPath(text.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0] or "\0" in text:
        raise ValueError
    return path.as_posix()


def _scopes(cell: str) -> tuple[PhotoScope, ...]:
    return tuple(scope for item in WORDS.read(cell) for scope in _scope(item))


def _scope(item: str) -> list[PhotoScope]:
    if is_photo(item):
        return [PhotoScope(original=inside(item))]
    match = _DESCRIBED.fullmatch(item.casefold())
    if match is None:
        raise ValueError
    return [PhotoScope(kind=_SPELLED[kind], area=match[2]) for kind in re.findall(_KINDS, match[1])]


def _channels(cell: str) -> tuple[str, ...]:
    return tuple(name for part in WORDS.read(cell) for name in map(str.strip, part.split(",")) if name)


_FILE = Kind(inside, "the path of a photo inside the library folder, such as 2026/nose-before.jpg")
_PHOTOS = Kind(
    _scopes, "before, after or other, each with or without an area (“before nose”), or photos of the library"
)

PATIENTS = Table(
    name="patients",
    meaning="one row a patient",
    columns=(
        Column(name="patient", kind=TEXT, meaning="your own code for the patient", required=True, field="code"),
        Column(name="given_name", kind=TEXT, meaning="first name", also=("first name",)),
        Column(name="family_name", kind=TEXT, meaning="last name", also=("last name", "surname")),
        Column(name="other_names", kind=WORDS, meaning="nicknames, maiden name; several with ; between them"),
        Column(name="birth_date", kind=DATE, meaning="date of birth", also=("date of birth", "dob")),
        Column(name="state", kind=STATE, meaning="the state the patient lives in"),
        Column(name="medical_record_number", kind=TEXT, meaning="number of the chart", also=("mrn",)),
    ),
)

ORIGINALS = Table(
    name="originals",
    meaning="one row a photo of the library",
    columns=(
        Column(
            name="file", kind=_FILE, meaning="the photo, as a path inside the library folder", required=True, field="id"
        ),
        Column(name="patient", kind=TEXT, meaning="code of the patient it shows"),
        Column(name="kind", kind=one_of(PhotoKind, _KIND_CELLS), meaning="before, after or other"),
        Column(name="taken_on", kind=DATE, meaning="the day it was taken"),
        Column(name="area", kind=TEXT, meaning="the part of the body, in your words: nose"),
        Column(name="procedure", kind=TEXT, meaning="the procedure, in your words: rhinoplasty"),
    ),
)

# A form may have ended on a day that cannot be read: such a form must not speak for a photo, hence ``decisive``.
AUTHORIZATIONS = Table(
    name="authorizations",
    meaning="one row a signed form",
    columns=(
        Column(name="authorization", kind=TEXT, meaning="your own number for the form", required=True, field="id"),
        Column(name="patient", kind=TEXT, meaning="code of the patient", required=True),
        Column(name="form_version", kind=TEXT, meaning="which form was used"),
        Column(name="signed", kind=YES_NO, meaning="is there a signature on it?"),
        Column(name="signed_on", kind=DATE, meaning="the date beside the signature"),
        Column(name="signed_by", kind=TEXT, meaning="who signed"),
        Column(name="signer_role", kind=one_of(SignerRole, _SIGNERS), meaning="what the signer is to the patient"),
        Column(
            name="adult_when_signed",
            kind=YES_NO,
            meaning="was the patient of age that day? Only needed when the table of patients holds no birth date",
        ),
        Column(name="authority", kind=PROSE, meaning="why someone other than the patient may sign"),
        Column(name="expires_on", kind=DATE, meaning="the day it ends, when the form names a day"),
        Column(name="expires_when", kind=PROSE, meaning="the event it ends with, when the form names an event"),
        Column(name="event_happened_on", kind=DATE, decisive=True, meaning="the day that event happened, if it has"),
        Column(name="revoked_on", kind=DATE, decisive=True, meaning="the day the patient took it back, if so"),
        Column(
            name="channels",
            kind=Kind(_channels, "names of channels with ; between them"),
            meaning="where the form allows the photos to be shown; several with ; between them",
        ),
        Column(
            name="photos",
            kind=_PHOTOS,
            meaning="which photos the form describes: before; after; before nose; or single photos of the library",
        ),
        Column(name="may_name", kind=YES_NO, meaning="does the form allow the patient's name to be shown?"),
        Column(
            name="document",
            kind=TEXT,
            meaning="the scan of the form: a file in this folder, or where it is kept",
        ),
    ),
)

NOT_PATIENT_PHOTOS = Table(
    name="not_patient_photos",
    meaning="one row a published picture that somebody looked at and that shows no patient (a logo, a building)",
    required=False,
    columns=(
        Column(name="file", kind=TEXT, meaning="name of the published file", required=True),
        Column(name="what", kind=TEXT, meaning="what it shows: logo, reception, stock photo", required=True),
        Column(name="decided_by", kind=TEXT, meaning="who looked at it", required=True),
        Column(name="decided_on", kind=DATE, meaning="when"),
    ),
)

TABLES = (PATIENTS, ORIGINALS, AUTHORIZATIONS, NOT_PATIENT_PHOTOS)

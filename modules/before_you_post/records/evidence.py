"""What was found in and around a published photo, before anyone judges it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .advertising import Advertisement
from .edits import EditCheck, PairComparison, PanelName
from .papers import AnonymousPhoto
from .photo import Camera, Outline, PhotoFacts
from .practice import Authorization, Device, Mark, NotAPatientPhoto, Original, Patient, Policy
from .published import Post, Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A panel of a published photo and the original it was made from: decision, measure, and the place in both."""

    original: str | None  # Original.id; None = looked, no original found for this panel
    outline: Outline  # the panel, four corners in published coordinates
    original_outline: Outline = ()  # the same four corners in the original's coordinates: what part is shown
    mirrored: bool = False
    angle: float = 0.0  # degrees the original was turned, counter-clockwise, -180 to 180
    scale: float = 1.0  # published pixels per original pixel
    inliers: int = 0  # local features that agree on this place; 0 where only the fingerprint decided
    distance: int | None = None  # fingerprint distance in bits of 256, where it was compared
    either: tuple[str, ...] = ()  # other originals that fit equally well (burst twins)
    runner_up: str | None = None  # the next original, not accepted
    runner_up_inliers: int = 0
    decided_by: str | None = None  # the reviewer who fixed this panel; None = a program's own answer


@dataclass(frozen=True, slots=True, kw_only=True)
class VisibleMark:
    """A mark on file for the original, and how much of it the panel shows."""

    mark: Mark
    original: str  # Original.id
    shown: float | None  # share of its place inside the panel, 0 to 1; None = its place is not recorded
    outline: Outline = ()  # its place in published coordinates, where recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One picture inside a published photo, and everything on file about the person in it."""

    number: int  # 1, 2, ... in reading order
    match: Match
    originals: tuple[Original, ...] = ()  # one, or burst twins that cannot be told apart
    patient: Patient | None = None  # None = nobody knows whose photo it is
    authorizations: tuple[Authorization, ...] | None = None  # every form on file for that patient
    marks: tuple[VisibleMark, ...] | None = None  # None = nobody recorded whether the original shows any
    cameras: tuple[Camera, ...] | None = None  # what the files of the originals say took them
    edits: tuple[EditCheck, ...] | None = None  # one a family; None = not compared
    same_unknown: tuple[PanelName, ...] = ()  # other published panels of a picture without original


class IdentifierKind(StrEnum):
    """The identifiers of 45 CFR 164.514(b)(2)(i) that words can give away, with their letters."""

    NAME = "name"  # A
    PLACE = "place smaller than a state"  # B
    DATE = "date"  # C, finer than a year
    BIRTH_DATE = "birth date"  # C
    AGE = "age over 89"  # C
    PHONE = "phone or fax number"  # D, E: nobody can tell them apart
    EMAIL = "e-mail address"  # F
    SOCIAL_SECURITY = "Social Security number"  # G
    RECORD_NUMBER = "medical record number"  # H
    PLAN_NUMBER = "health plan number"  # I
    ACCOUNT_NUMBER = "account number"  # J
    LICENCE_NUMBER = "certificate or licence number"  # K
    VEHICLE = "vehicle identifier"  # L
    DEVICE_NUMBER = "device identifier"  # M
    WEB_ADDRESS = "web address"  # N
    IP_ADDRESS = "IP address"  # O
    HANDLE = "account name or tag"  # R: @somebody
    NUMBER = "number of unknown meaning"  # R: a run of five digits or more
    WORDS = "words nobody has explained"  # in the picture, and not on the practice's own list


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """Words in or around a published photo that may tell who is in it."""

    kind: IdentifierKind
    patient: str | None  # Patient.code of the person on the roster whom they name; None = nobody can tell whose
    where: str  # "in the picture", "file name", "caption", "text of the page" and more (photos/identifiers/passage.py)
    words: str  # as found
    whole: bool  # True: surely of this kind and a person's, by the roster or by a label beside it; False: it may be
    outline: Outline = ()  # where in the picture, if there


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Every fact about one published photo, collected before anyone judges."""

    published: Published
    post: Post
    photo: PhotoFacts
    today: date  # the day the audit speaks for
    policy: Policy
    panels: tuple[Panel, ...] | None = None  # None = not compared with the library; never empty once compared
    identifiers: tuple[Identifier, ...] | None = None
    not_a_patient: NotAPatientPhoto | None = None
    devices: tuple[Device, ...] | None = None  # the practice's own; None = it keeps no list
    pairs: tuple[PairComparison, ...] | None = None  # befores and afters it has part in; None = not compared
    states: tuple[str, ...] = ()  # where the practice is, as two-letter codes; a patient's own stands on the patient
    hipaa_covered: bool | None = None  # whether HIPAA reaches the practice; None = it has not said
    advertisement: Advertisement | None = None  # the practice's own note about the post
    anonymous: tuple[AnonymousPhoto, ...] = ()  # its own decisions that this photo, or an original in it, tells nobody

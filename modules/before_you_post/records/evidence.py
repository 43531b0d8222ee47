"""What was found in and around a published photo, before anyone judges it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .practice import Authorization, NotAPatientPhoto, Original, Patient, Policy
from .published import Post, Published

Point = tuple[float, float]
Outline = tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GpsPosition:
    """Where the camera said it was, in degrees; ``found_in`` names the metadata block."""

    latitude: float
    longitude: float
    found_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A line of text read inside the picture."""

    text: str
    outline: Outline
    confidence: float  # 0 to 1, as the reader of the picture reports it


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFacts:
    """What one file says about itself. ``problem`` set = it could not be opened, so nothing below was looked at."""

    sha256: str
    byte_size: int
    problem: str | None = None
    format: str | None = None
    width: int | None = None
    height: int | None = None
    gps: tuple[GpsPosition, ...] | None = None
    text: tuple[TextLine, ...] | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One picture inside a published photo, and everything on file about the person in it."""

    number: int  # 1, 2, ... in reading order
    match: Match
    originals: tuple[Original, ...] = ()  # one, or burst twins that cannot be told apart
    patient: Patient | None = None  # None = nobody knows whose photo it is
    authorizations: tuple[Authorization, ...] | None = None  # every form on file for that patient


class IdentifierKind(StrEnum):
    NAME = "name"
    RECORD_NUMBER = "medical record number"
    BIRTH_DATE = "birth date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """Words in or around a published photo that name a person on the practice's roster."""

    kind: IdentifierKind
    patient: str  # Patient.code
    where: str  # "in the picture", "file name", "caption", "alternative text", "title", "link"
    words: str  # as found
    whole: bool  # True: the full name or number; False: only part of it, or not quite the same
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

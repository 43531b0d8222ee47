"""What a practice has: its people, its library of photos, and the forms its patients signed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Thresholds the practice sets for itself in practice.yaml; the law does not fix them."""

    adult_age: int = 18  # years; Alabama and Nebraska use 19, Mississippi 21
    allowed_text: tuple[str, ...] = ()  # words that may stand in a picture: "Before", the practice's watermark


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One place the practice publishes photos, as an authorization would name it, and the folder that holds it."""

    name: str  # "website", "instagram", "newsletter"
    folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """The practice itself, from practice.yaml."""

    name: str
    folder: str
    states: tuple[str, ...]  # two-letter codes
    hipaa_covered: bool | None
    hipaa_since: date | None
    channels: tuple[Channel, ...]
    policy: Policy = field(default_factory=Policy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """A person treated by the practice. Only the code is required; the rest helps to find their name in posts."""

    code: str
    given_name: str | None = None
    family_name: str | None = None
    other_names: tuple[str, ...] = ()  # nicknames, maiden names
    birth_date: date | None = None
    state: str | None = None
    medical_record_number: str | None = None


class PhotoKind(StrEnum):
    BEFORE = "before"
    AFTER = "after"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The master photo in the practice's library (part of the designated record set)."""

    id: str  # its path inside the library folder, with forward slashes
    path: str
    patient: str | None = None  # Patient.code
    kind: PhotoKind | None = None
    taken_on: date | None = None
    area: str | None = None  # "nose"
    procedure: str | None = None  # "rhinoplasty"


class SignerRole(StrEnum):
    PATIENT = "patient"
    PARENT = "parent"
    GUARDIAN = "guardian"
    REPRESENTATIVE = "representative"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoScope:
    """Which photos a line of the form describes: one original, or every before / after photo (of an area)."""

    original: str | None = None  # Original.id
    kind: PhotoKind | None = None
    area: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorization:
    """The signed permission of 45 CFR 164.508, as the practice recorded it. Not the informed-consent conversation."""

    id: str
    patient: str  # Patient.code
    form_version: str | None = None
    signed: bool | None = None
    signed_on: date | None = None
    signed_by: str | None = None
    signer_role: SignerRole | None = None
    adult_when_signed: bool | None = None  # read only where the birth date is withheld
    authority: str | None = None  # why someone else than an adult patient may sign
    expires_on: date | None = None
    expires_when: str | None = None  # an event instead of a date
    event_happened_on: date | None = None
    revoked_on: date | None = None
    channels: tuple[str, ...] | None = None
    photos: tuple[PhotoScope, ...] | None = None
    may_name: bool | None = None  # the form permits the patient's name to be published
    document: str | None = None  # the scan: a file, from the practice folder; or in words where it is kept
    document_sha256: str | None = None  # of that file, in hexadecimal; None = no file, or it could not be read


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAPatientPhoto:
    """A published file that a named person has looked at and found to be no patient photo (logo, building, stock)."""

    file: str  # its name, or its path inside the channel's folder
    what: str
    decided_by: str
    decided_on: date | None

"""What a practice has: its people, its library of photos, and the forms its patients signed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .photo import LookedFor
from .training import TrainingSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Thresholds the practice sets for itself in practice.yaml; the law does not fix them."""

    adult_age: int = 18  # years; Alabama and Nebraska use 19, Mississippi 21
    allowed_text: tuple[str, ...] = ()  # words that may stand in a picture: "Before", the practice's watermark
    reading_grade: float = 8.0  # years of school a form may ask for; the law says "plain language" and no number
    risk_analysis_months: int = 12  # a risk analysis is looked at again after so many; the law names no number
    policy_review_months: int = 12  # so is a written policy
    training_days: int = 30  # new people, and everybody after a change, are trained within so many
    access_end_days: int = 1  # whoever leaves loses access within so many
    card_days: int = 7  # a card without encryption is emptied and wiped within so many
    check_days: int = 92  # logs and live posts are gone through, and people reminded, every so many
    vendor_report_days: int = 10  # a vendor tells of a breach within so many; 45 CFR 164.410 allows sixty
    assent_age: int = 7  # years; from this age a child is asked too
    retention_years: int | None = None  # how long papers are kept; None = not written down
    detectors_off: tuple[LookedFor, ...] = ()  # what no program looks for here; nothing is known about it then


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
    hipaa_reason: str | None = None  # why HIPAA reaches the practice, or does not
    hipaa_decided_on: date | None = None  # the day somebody settled that
    privacy_official: str | None = None  # "" = nobody, by the practice's own word
    complaint_contact: str | None = None  # whom patients complain to; "" = nobody
    training: TrainingSettings = field(default_factory=TrainingSettings)


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
    deceased_on: date | None = None
    on_staff: bool | None = None  # a member of staff who is treated is a patient like any other


class MarkKind(StrEnum):
    """Features by which people are recognised without a face."""

    TATTOO = "tattoo"
    BIRTHMARK = "birthmark"
    SCAR = "scar"
    JEWELLERY = "jewellery"
    OTHER = "other mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark on a person that somebody recorded for an original."""

    kind: MarkKind
    box: tuple[int, int, int, int] | None = None  # left, top, width, height in pixels of the upright original
    treated: bool = False  # it is what the photo is about: the scar that was revised


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
    marks: tuple[Mark, ...] | None = None  # None = nobody recorded whether there are any


class SignerRole(StrEnum):
    PATIENT = "patient"
    PARENT = "parent"
    GUARDIAN = "guardian"
    REPRESENTATIVE = "representative"
    EXECUTOR = "executor"  # or administrator: whoever acts for a person who has died


class FormKind(StrEnum):
    """What a paper is that somebody filed as a permission. Only the first can permit a photo to be published."""

    AUTHORIZATION = "authorization"
    TREATMENT_CONSENT = "consent to treatment"
    INTAKE = "intake form"
    NOTICE = "acknowledgement of the privacy notice"
    SPOKEN = "spoken agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoScope:
    """Which photos a line of the form describes: one original, or every before / after photo (of an area).

    All empty = the form says no more than "any photo", which describes nothing.
    """

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
    # What the printed form says: the same on every copy of a version, so a practice records it once a version.
    form_kind: FormKind | None = None
    names_discloser: bool | None = None  # who may release the photos
    names_recipients: bool | None = None  # who may see them
    states_purpose: bool | None = None
    says_revocable: bool | None = None  # that and how it can be revoked
    says_not_conditioned: bool | None = None  # care does not depend on signing
    says_redisclosed: bool | None = None  # others may pass the photos on
    says_paid: bool | None = None  # the practice is paid by somebody for showing them
    says_sold: bool | None = None  # the practice is paid for the pictures themselves
    names_marketing: bool | None = None  # the photos will be used for marketing, in so many words
    likeness_consent: bool | None = None  # the use of the person's likeness in advertising is consented to
    stands_alone: bool | None = None  # not joined to another document, such as a consent to treatment
    separate_signature: bool | None = None  # the signature serves no other purpose
    font_points: float | None = None  # smallest print; handwriting counts as large enough
    reading_grade: float | None = None  # school grade needed to read it
    # What happened with this copy.
    blanks: tuple[str, ...] | None = None  # required parts left blank
    paid_by: str | None = None  # who pays the practice for showing the photos; None = nobody is on record
    sold_to: str | None = None  # who pays for the photos themselves: a sale, a licence; None = nobody is on record
    required_for_care: bool | None = None  # treatment was made to depend on signing
    known_false: bool | None = None  # the practice knows that something material in it is false
    copy_given_on: date | None = None
    child_agreed: bool | None = None  # of a form that somebody signed for a child: the child said yes too
    minor_may_decide: bool | None = None  # the minor could lawfully consent to this care alone
    destroyed_on: date | None = None  # paper and scan; None = it is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAPatientPhoto:
    """A published file that a named person has looked at and found to be no patient photo (logo, building, stock)."""

    file: str  # its name, or its path inside the channel's folder
    what: str
    decided_by: str
    decided_on: date | None


class DeviceKind(StrEnum):
    CAMERA = "camera"
    PHONE = "phone"
    TABLET = "tablet"
    COMPUTER = "computer"
    CARD = "memory card"


class PhotoRoute(StrEnum):
    """How photos get off a device. The last three pass through hands that the practice does not hold."""

    CABLE = "cable"
    READER = "card reader"
    APP = "managed app"  # which the practice controls, and which encrypts
    EMAIL = "e-mail"
    TEXT_MESSAGE = "text message"
    CHAT = "chat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A thing that takes or holds patient photos, from the practice's own list."""

    id: str
    kind: DeviceKind | None = None
    make: str | None = None
    model: str | None = None
    serial: str | None = None
    owner: str | None = None  # "practice", or whose it is
    managed: bool | None = None  # the practice can lock and wipe it
    encrypted: bool | None = None
    why_not_encrypted: str | None = None  # the reason and what is done instead, or where that is written down
    memory_card: bool | None = None  # photos lie on a card that can be taken out
    photos_leave_by: tuple[PhotoRoute, ...] | None = None  # how photos get from it into the library
    wiped_on: date | None = None  # the last time; the day it was destroyed counts too
    reused_on: date | None = None  # the last time it was given to somebody else, or put to a new use
    retired_on: date | None = None  # sold, given back or destroyed

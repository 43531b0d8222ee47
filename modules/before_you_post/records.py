"""The nouns of this project: what a practice has, what it published, what was found, and what we say about it.

Frozen dataclasses without behaviour, so that every other room can speak to every other in the same words
(GLOSSARY.md has a line for each). Two conventions hold everywhere:

* ``None`` means *nobody looked* or *not recorded*; an empty tuple or ``0`` means *looked, found none*.
* Paths are absolute strings; dates are ``datetime.date``; picture coordinates are pixels of the upright picture,
  origin at the top left, x to the right.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Point = tuple[float, float]
Outline = tuple[Point, ...]


# ---------------------------------------------------------------- what a practice has


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in the reader's data that could not be used as it stands: where, what was found, what to do."""

    path: str
    found: str
    expected: str
    remedy: str
    row: int | None = None  # as a spreadsheet counts: the header is row 1
    column: str | None = None


class InputError(Exception):
    """The reader's data cannot be read at all. Carries the Problem that says where and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.path}: found {problem.found}; expected {problem.expected}. {problem.remedy}")
        self.problem = problem


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
    authority: str | None = None  # why someone else than an adult patient may sign
    expires_on: date | None = None
    expires_when: str | None = None  # an event instead of a date
    event_happened_on: date | None = None
    revoked_on: date | None = None
    channels: tuple[str, ...] | None = None
    photos: tuple[PhotoScope, ...] | None = None
    may_name: bool | None = None  # the form permits the patient's name to be published
    document: str | None = None  # the scan, if there is one


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAPatientPhoto:
    """A published file that a named person has looked at and found to be no patient photo (logo, building, stock)."""

    file: str  # its name, or its path inside the channel's folder
    what: str
    decided_by: str
    decided_on: date | None


# ---------------------------------------------------------------- what it published


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One public item: a page, a post, an e-mail."""

    id: str
    channel: str
    source: str  # which reader read it: "wordpress", "folder"
    title: str | None = None
    text: str | None = None  # caption or body, as plain text
    url: str | None = None
    published_on: date | None = None
    removed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One photo as the public sees it, in one post."""

    id: str  # stable from audit to audit: channel / post / file
    post: str  # Post.id
    path: str
    file_name: str
    caption: str | None = None
    alt_text: str | None = None
    url: str | None = None
    renditions: tuple[str, ...] = ()  # paths of the same photo in other sizes, still reachable


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one source reader found in one channel's folder."""

    posts: tuple[Post, ...] = ()
    published: tuple[Published, ...] = ()
    problems: tuple[Problem, ...] = ()


# ---------------------------------------------------------------- what was found in a picture


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


# ---------------------------------------------------------------- what we say about it


class Outcome(StrEnum):
    PASS = "pass"
    FAIL = "fail"
    NEEDS_REVIEW = "needs_review"
    NOT_APPLICABLE = "not_applicable"
    NOT_CHECKED = "not_checked"


class Severity(StrEnum):
    BLOCK = "block"  # do not publish, take down now
    HIGH = "high"  # fix before next use
    MED = "medium"  # fix on a dated plan
    LOW = "low"  # improve
    INFO = "info"  # teach, ask counsel


class Verdict(StrEnum):
    TAKE_DOWN = "take_down"
    FIX = "fix"
    REVIEW = "review"
    CLEAR = "clear"
    NOT_DETERMINED = "not_determined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule says about one published photo or panel: on the day it was posted, and today."""

    rule: str
    published: str  # Published.id
    panel: int | None  # Panel.number; None = the photo as a whole
    outcome: Outcome  # today's, or the posting day's where only that one is bad
    at_posting: Outcome
    today: Outcome
    observed: str  # in words: what was seen, or which fact is missing
    authorization: str | None = None  # Authorization.id of the form that was read
    part: str | None = None  # field of Authorization that fails: the dashboard marks it


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPhoto:
    """One published photo with its evidence, its findings and the verdict on both dates."""

    evidence: Evidence
    verdict: Verdict
    at_posting: Verdict
    findings: tuple[Finding, ...]  # fail, needs_review and not_checked; worst first
    passed: tuple[str, ...]  # rule ids
    not_applicable: tuple[str, ...]  # rule ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """One audit of one practice, as of one day."""

    practice: Practice
    as_of: date
    originals: int  # how many photos the library held
    photos: tuple[JudgedPhoto, ...]
    problems: tuple[Problem, ...]


class ChangeKind(StrEnum):
    NEW = "new"
    FIXED = "fixed"
    CAME_BACK = "came_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How one finding differs from the audit before."""

    kind: ChangeKind
    published: str
    rule: str
    panel: int | None

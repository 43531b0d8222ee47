"""The papers a practice keeps about itself: its form versions, people, vendors, conversations and policies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .advertising import Advertisement
from .incident import Incident
from .practice import FormKind


@dataclass(frozen=True, slots=True, kw_only=True)
class FormVersion:
    """One printed form, as it is handed out: what it says, and who approved it.

    The fields it shares with ``Authorization`` hold for every copy of this version unless a copy says otherwise.
    """

    form_version: str
    form_kind: FormKind | None = None
    names_discloser: bool | None = None
    names_recipients: bool | None = None
    states_purpose: bool | None = None
    says_revocable: bool | None = None
    says_not_conditioned: bool | None = None
    says_redisclosed: bool | None = None
    says_paid: bool | None = None
    says_sold: bool | None = None
    names_marketing: bool | None = None
    likeness_consent: bool | None = None
    stands_alone: bool | None = None
    separate_signature: bool | None = None
    font_points: float | None = None
    reading_grade: float | None = None
    says_copy: bool | None = None  # that the signer may have a copy
    waives_rights: bool | None = None  # the signer gives up a right that privacy law grants
    forbids_reviews: bool | None = None  # the signer may not review the practice, or not freely
    states: tuple[str, ...] | None = None  # two-letter codes of the states it was written for
    approved_on: date | None = None
    approved_by: str | None = None  # counsel, or whoever lets forms go out
    withdrawn_on: date | None = None  # no copy is to be signed from this day
    document: str | None = None  # the blank form: a file, from the practice folder; or in words where it is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """Somebody who works for the practice, paid or not: marketing and front desk as much as clinicians."""

    person: str  # the practice's own code
    name: str | None = None
    role: str | None = None
    hired_on: date | None = None
    left_on: date | None = None
    photo_access_from: date | None = None  # the first day this person could open patient photos
    photo_access_until: date | None = None  # the day that was taken back, accounts and albums included
    publishes_on: tuple[str, ...] | None = None  # channels this person can publish to
    own_login: bool | None = None  # a login of their own wherever photos lie, shared with nobody
    trained_on: tuple[date, ...] | None = None  # privacy training, earliest first
    attested_on: date | None = None  # signed that the training and the policies were understood


class AgreementTerm(StrEnum):
    """What an agreement with a business associate has to say: 45 CFR 164.504(e)(2)."""

    USES = "permitted uses"
    SAFEGUARDS = "safeguards"
    REPORTING = "reporting"  # of uses that were not allowed, and of breaches
    SUBCONTRACTORS = "subcontractors"
    ACCESS = "access"  # of patients to their records
    AMENDMENT = "amendment"
    ACCOUNTING = "accounting"  # of disclosures
    BOOKS = "government books"  # opened to the Secretary of Health and Human Services
    RETURN = "return or destruction"
    TERMINATION = "termination"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """Somebody outside of the practice who works for it: agency, web host, photographer, a service for pictures."""

    vendor: str  # its name
    role: str | None = None
    direct_control: bool | None = None  # works under the practice's direct control: workforce, no vendor in law
    phi_access: bool | None = None  # makes, gets, stores or sends patient information for the practice
    phi_access_from: date | None = None
    phi_access_until: date | None = None
    publishes_on: tuple[str, ...] | None = None  # channels it can publish to
    agreement_signed_on: date | None = None
    agreement_terms: tuple[AgreementTerm, ...] | None = None
    reports_within_days: int | None = None  # of a breach, by the agreement
    document: str | None = None  # the agreement: a file, from the practice folder; or in words where it is kept


class ConversationTopic(StrEnum):
    """What is talked through before a patient signs. Good practice, no statute."""

    USE = "use"  # where, for how long, with what words, in advertisements that are paid for
    RETRACT = "retract"  # copies may never come back
    HARM = "harm"  # being recognised: at work, by family, by strangers
    REVOKE = "revoke"  # that and how the form can be taken back


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """The informed-consent conversation that came before a signature: not the form, and not in its place."""

    patient: str  # Patient.code
    authorization: str | None = None  # Authorization.id of the form it was about
    held_on: date | None = None
    held_by: str | None = None
    topics: tuple[ConversationTopic, ...] | None = None


class PhotoPlace(StrEnum):
    """Where patient photos lie or pass, and where a risk analysis therefore has to look."""

    CAMERAS = "cameras"
    CARDS = "memory cards"
    PHONES = "phones"
    CLOUD = "cloud storage"
    WEBSITE = "website"
    SOCIAL = "social media"
    EMAIL = "e-mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskAnalysis:
    """One look at what could happen to the practice's electronic patient information: 45 CFR 164.308(a)(1)(ii)(A)."""

    done_on: date
    done_by: str | None = None
    scope: tuple[str, ...] | None = None  # values of PhotoPlace, and other places in the practice's own words
    next_on: date | None = None
    document: str | None = None


class PolicyKind(StrEnum):
    """The documents a practice writes for itself that bear on photos."""

    PHOTOS = "photos and social media"
    PRIVACY = "privacy"
    SECURITY = "security"
    DEVICES = "devices and media"
    SANCTIONS = "sanctions"
    RETENTION = "retention"
    TRAINING = "training"
    BREACH = "breach response"
    RECORD_SET = "record set"  # which records patients can have: the designated record set
    NOTICE = "notice of privacy practices"


class NoticeStatement(StrEnum):
    """What the notice of privacy practices has to say about uses such as photos: 45 CFR 164.520(b)(1)(ii)(E)."""

    MARKETING = "marketing"  # marketing and sale need an authorization
    OTHER_USES = "other uses"  # what the notice does not describe needs written permission
    REVOCATION = "revocation"  # such a permission can be taken back


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPolicy:
    """One version of a policy the practice wrote down."""

    kind: str  # a value of PolicyKind, or the practice's own words
    version: str | None = None
    approved_on: date | None = None
    approved_by: str | None = None
    reviewed_on: date | None = None  # the last time
    counsel_reviewed_on: date | None = None
    it_reviewed_on: date | None = None  # by whoever looks after the computers
    law_changed_on: date | None = None  # the day the law changed, where this version follows such a change
    ended_on: date | None = None  # replaced or given up; it is kept for six years from then
    notice_says: tuple[NoticeStatement, ...] | None = None  # of the notice of privacy practices only
    names_photos: bool | None = None  # of the record set only: the photos of patients are in it
    document: str | None = None  # the text: a file, from the practice folder; or in words where it is kept


class RequestKind(StrEnum):
    """What a patient may ask of their own record."""

    ACCESS = "access"  # to see it or to have a copy: 45 CFR 164.524
    AMENDMENT = "amendment"  # to have it corrected: 45 CFR 164.526


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientRequest:
    """A patient asked for their record, or asked to have it corrected, and what became of it."""

    request: str  # the practice's own number
    patient: str | None = None  # Patient.code
    kind: RequestKind | None = None
    received_on: date | None = None
    written: bool | None = None
    electronic: bool | None = None  # an electronic record was asked for, and the system can give one
    extended_on: date | None = None  # the day the patient was told in writing that it takes longer
    answered_on: date | None = None  # fulfilled, or refused in writing; None = not yet
    photos_included: bool | None = None  # of a request for access: the photos were among what was given


class AnonymousRoute(StrEnum):
    """The two ways in which a photo of a patient stops being protected: 45 CFR 164.514(b)."""

    EXPERT = "expert determination"
    LIST = "safe harbor"  # all eighteen identifiers removed, and nobody here knows whose it is


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymousPhoto:
    """The practice's own decision that a photo tells nobody who is in it, and how it was reached."""

    photo: str  # Original.id or Published.id, or in words which
    route: str | None = None  # a value of AnonymousRoute, or the practice's own words: "blurred"
    decided_by: str | None = None
    decided_on: date | None = None
    known_to: bool | None = None  # somebody here knows of anybody who could tell whose it is
    document: str | None = None  # the expert's report or the list that was ticked: a file, or where it is kept


class CheckKind(StrEnum):
    """What a practice does again and again to keep photos safe."""

    LOGS = "access logs"  # who opened which photos
    POSTS = "live posts"  # whether what is up still has its form
    REMINDER = "security reminder"  # to everybody who works here


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineCheck:
    """One time somebody did one of these."""

    kind: str  # a value of CheckKind, or the practice's own words
    done_on: date
    done_by: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """Something of a patient's record was given to somebody outside, and what for."""

    patient: str  # Patient.code
    given_on: date | None = None
    given_to: str | None = None
    what: str | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What the practice keeps on paper about itself. ``None`` = it keeps no such table, so nothing is known."""

    form_versions: tuple[FormVersion, ...] | None = None
    staff: tuple[StaffMember, ...] | None = None
    vendors: tuple[Vendor, ...] | None = None
    conversations: tuple[Conversation, ...] | None = None
    risk_analyses: tuple[RiskAnalysis, ...] | None = None
    policies: tuple[WrittenPolicy, ...] | None = None
    advertisements: tuple[Advertisement, ...] | None = None
    incidents: tuple[Incident, ...] | None = None
    requests: tuple[PatientRequest, ...] | None = None
    anonymous: tuple[AnonymousPhoto, ...] | None = None
    checks: tuple[RoutineCheck, ...] | None = None
    disclosures: tuple[Disclosure, ...] | None = None

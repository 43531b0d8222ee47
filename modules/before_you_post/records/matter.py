"""What the rules ask about besides photos: posts, forms, people, devices, vendors, incidents, and the practice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .advertising import Advertisement
from .evidence import Identifier
from .incident import Incident
from .papers import Papers, StaffMember, Vendor
from .photo import Camera
from .practice import Authorization, Device, Patient, Practice
from .published import Post


class SubjectKind(StrEnum):
    """What a rule is asked of, and what a finding is about."""

    PHOTO = "photo"  # one published photo as a whole
    PANEL = "panel"  # one picture in it
    POST = "post"
    FORM = "form"  # an authorization, whether or not a photo relies on it
    STAFF = "staff member"
    DEVICE = "device"
    VENDOR = "vendor"
    PRACTICE = "practice"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenCamera:
    """A camera or phone that the file of an original or of a published photo names."""

    camera: Camera
    seen_in: tuple[str, ...]  # Original.id or Published.id, sorted


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Everything on file about the practice itself, collected before anyone judges: what Evidence is to a photo."""

    practice: Practice
    today: date  # the day the audit speaks for
    papers: Papers = field(default_factory=Papers)
    patients: tuple[Patient, ...] = ()
    authorizations: tuple[Authorization, ...] = ()  # every form on file
    devices: tuple[Device, ...] | None = None  # None = the practice keeps no list
    cameras: tuple[SeenCamera, ...] | None = None  # None = nobody looked what took the photos
    channels_used: tuple[str, ...] = ()  # channels on which something was found


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing besides photos that the rules ask about. Only what belongs to its kind is there."""

    kind: SubjectKind
    id: str  # Post.id, Authorization.id, StaffMember.person, Device.id, Vendor.vendor, Incident.incident; "practice"
    post: Post | None = None
    photos: int = 0  # how many photos a post shows
    advertisement: Advertisement | None = None  # the practice's own note about the post
    shown: tuple[Patient, ...] | None = None  # of a post: patients in its photos; None = not all of them are known
    identifiers: tuple[Identifier, ...] | None = None  # in the words of a post without photos; None = nobody looked
    form: Authorization | None = None
    patient: Patient | None = None  # whose form it is
    relied_on_until: date | None = None  # of a form: the last day a photo was up that relies on it; today, if it is up
    member: StaffMember | None = None
    device: Device | None = None
    vendor: Vendor | None = None
    incident: Incident | None = None

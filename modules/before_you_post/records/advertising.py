"""What a practice knows about a post as advertising, and a reader of the post cannot see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Shown(StrEnum):
    """Who can be seen or heard in a post."""

    PATIENT = "patient"
    MODEL = "model"  # anyone who did not have this treatment here, stock photos included
    AI = "made by a computer"


class Typical(StrEnum):
    """What stands behind a result that is shown, as to what most people can expect."""

    SUPPORTED = "evidence on file"
    DISCLOSED = "usual result stated"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advertisement:
    """One post as advertising: a row of the practice's own list. ``None`` = not recorded."""

    post: str  # Post.id, or its address
    shown: Shown | None = None
    performed_here: bool | None = None  # the treatment shown was done by this practice
    labelled: bool | None = None  # the post itself says that whoever is shown is no patient, or made by a computer
    testimonial: bool | None = None  # somebody tells of their own experience
    speaker: str | None = None  # Patient.code of whoever tells it; "none" where nobody can be named
    speaker_confirmed_on: date | None = None  # the last day the speaker said that it is still true
    relationship: str | None = None  # of the speaker or the person shown: "staff", "family of Dr. ...", "none"
    compensation: str | None = None  # what they got for it: "20 % off", "none"
    discloses: bool | None = None  # the post itself says what ties the speaker to the practice, and who paid
    credentials: bool | None = None  # the post itself says what the speaker is: "patient", "nurse"
    paid_by: str | None = None  # who pays the practice for the post: a maker of devices or fillers; "none"
    promoted: bool | None = None  # the practice paid the platform or the paper to show it
    incentive_for: str | None = None  # what a reward depended on: "any review", "a good review"; "none"
    typical: Typical | None = None
    evidence: str | None = None  # where the proof of what is claimed is kept; "none"
    reviewed_by: str | None = None  # who checked it before it went out
    reviewed_on: date | None = None
    approved_by: str | None = None  # the second person
    copy_kept: str | None = None  # where the exact copy is kept; "none"
    copy_kept_until: date | None = None

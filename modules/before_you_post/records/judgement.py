"""What we say about a published photo: outcomes, findings, verdicts, and how they change from audit to audit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .evidence import Evidence
from .matter import Matter, SubjectKind
from .practice import Practice
from .problem import Problem


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
    """What one rule says about one subject: a photo or panel on the day it was posted and today, all else today."""

    rule: str
    subject: SubjectKind
    about: str  # the subject's id: Published.id of a photo and of a panel, else Matter.id
    panel: int | None = None  # Panel.number, of a panel
    outcome: Outcome  # today's, or the posting day's where only that one is bad
    at_posting: Outcome  # of what was never posted: today's
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
class JudgedMatter:
    """One thing besides photos with its findings: a post, a form, a person, a device, a vendor, the practice itself."""

    matter: Matter
    verdict: Verdict  # "take_down" of a post only
    findings: tuple[Finding, ...]  # fail, needs_review and not_checked; worst first
    passed: tuple[str, ...]  # rule ids
    not_applicable: tuple[str, ...]  # rule ids


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutPhoto:
    """How many posts of one channel held no photo that was read: text, video, or a picture that was not kept."""

    channel: str
    posts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """One audit of one practice, as of one day."""

    practice: Practice
    as_of: date
    originals: int  # how many photos the library held
    photos: tuple[JudgedPhoto, ...]
    problems: tuple[Problem, ...]
    without_photo: tuple[WithoutPhoto, ...] = ()  # channels that have such posts, as practice.yaml lists them
    matters: tuple[JudgedMatter, ...] = ()  # by kind and id


class ChangeKind(StrEnum):
    NEW = "new"
    FIXED = "fixed"
    CAME_BACK = "came_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How one finding differs from the audit before."""

    kind: ChangeKind
    subject: SubjectKind
    about: str
    rule: str
    panel: int | None = None

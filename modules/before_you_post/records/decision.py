"""What a person did with a finding, or with a match: kept for good, and read again by every later audit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .matter import SubjectKind
from .photo import Outline


class DecisionKind(StrEnum):
    """What somebody decided about a finding."""

    CONFIRM = "confirmed"  # it is so
    DISMISS = "dismissed"  # it is not so
    WAIVE = "waived"  # it is so, and stays until a day
    TAKEN_DOWN = "taken down"  # or mended
    REOPEN = "reopened"  # an earlier decision is taken back


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision about one finding. The last one about a finding counts; none is ever deleted."""

    kind: DecisionKind
    subject: SubjectKind
    about: str  # the subject's id
    rule: str
    panel: int | None = None
    by: str  # the name of whoever decided
    reason: str
    at: datetime  # UTC
    until: date | None = None  # of a waiver: the last day it holds


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchDecision:
    """A reviewer's word on one panel of a picture: it was not made from that original, or it was made from this one.

    It holds for the same bytes wherever they are published, in every later audit. The last word on a panel counts.
    """

    sha256: str  # of the published file, in hexadecimal
    outline: Outline  # the panel, in published coordinates
    rejected: str | None = None  # Original.id it was not made from
    original: str | None = None  # Original.id it was made from; None = rejected only
    by: str
    reason: str
    at: datetime  # UTC

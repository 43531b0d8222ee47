"""What a rule is, and what it is given to look at.

A rule never opens a file and never looks at a picture: it reads Evidence and says what it observed. That keeps
every rule small enough to be read beside the law it states, and lets its cases be written as plain literals.
"""

# mypy: strict-optional

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..records import Authorization, Evidence, Matter, Office, Panel, Severity, SubjectKind

OR = " or "  # in a need, "form.expires_on or form.expires_when": one of them is enough


class Reach(StrEnum):
    """Whom a requirement binds. Outside of HIPAA, its rules are kept as the house's own policy; the others stand."""

    HIPAA = "HIPAA"
    FEDERAL = "federal law on advertising and reviews"
    STATE = "state law"  # of the state whose postal code the id begins with: where the practice is or a patient lives
    BOARD = "state law on a profession"  # likewise, and only where the practice is: a board binds whom it licenses
    PROFESSION = "professional ethics"
    POLICY = "good practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeCase:
    """One thing besides photos, and what is on file about the practice: what a rule's own cases are made of."""

    office: Office
    matter: Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What one rule looks at, on one day: a published photo, one panel of it, or a matter besides photos.

    Of a photo, ``evidence`` is there, of a panel ``panel`` too, and ``form`` is the authorization that speaks for it
    on that day (``conditions/governing.py``). It is ``None`` when the patient has no form at all; that is known
    absence, so a need like ``form.signed`` is then not missing. Of all else, ``office`` and ``matter`` are there.
    """

    evidence: Evidence | None = None
    day: date | None  # the posting date or today; None = the posting date is not recorded
    panel: Panel | None = None
    form: Authorization | None = None
    office: Office | None = None
    matter: Matter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What a rule saw that does not agree with it. ``review`` = a person must decide; it is no failure by itself.

    ``unknown`` = the facts are on file, and none of them settles the question: the rule is then not checked.
    """

    text: str
    part: str | None = None  # field of Authorization
    review: bool = False
    unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One requirement: what the law says, how we check it, how to mend it, and cases that prove the check."""

    id: str  # as in the law notes: "hipaa-auth-revoked"
    title: str  # a sentence, what went wrong: "The authorization was revoked"
    citation: str  # "45 CFR 164.508(b)(5)"
    tag: str  # V1 read in primary text, V2 in a reproduction, U unverified
    severity: Severity
    remedy: str
    lesson: str  # slug
    seed: tuple[str, ...]  # claims of the article: ("S22",)
    subject: SubjectKind  # what it is asked of
    reach: Reach = Reach.HIPAA
    needs: tuple[str, ...]  # dotted facts of Subject that must be known, else not_checked
    applies: Callable[[Subject], bool]
    check: Callable[[Subject], Observation | None]  # None = nothing observed against the rule
    violates: tuple[Evidence | OfficeCase, ...]  # the clean case with one thing changed
    complies: tuple[Evidence | OfficeCase, ...]  # a near miss
    partial: bool = False  # what check sees stands though a need is missing; only its silence is then not_checked

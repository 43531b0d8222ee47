"""One line of the training ledger: what happened, to whom, when, and the hash that ties it to the line before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class EntryKind(StrEnum):
    """What a line of the ledger says."""

    BEGAN = "began"  # an attempt, with the questions drawn
    ANSWERED = "answered"
    FINISHED = "finished"  # an attempt, with its score
    ATTESTED = "attested"  # "I have read and understood"
    CERTIFICATE = "certificate"
    ASSIGNED = "assigned"  # a lesson, by a manager
    ATTENDED = "attended"  # a session of the staff
    SESSION = "session"  # the minutes of a session of the staff
    CONTENT = "content"  # a lesson or a question as it stood when it was first used
    PIN = "pin"  # chosen; never the PIN itself
    PIN_RESET = "pin reset"
    SIGN_IN = "sign-in"
    LOCKED = "locked"  # after too many wrong PINs
    EXPORTED = "exported"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One line. ``hash`` is the SHA-256 over everything else in it, ``previous`` that of the line before."""

    number: int  # from 1, without gaps
    practice: str  # key of the practice: lines of several practices stand in one ledger
    at: datetime  # UTC
    kind: EntryKind
    person: str  # StaffMember.person; "" = nobody in particular
    body: dict[str, Any]  # what JSON can hold; no fractions
    previous: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainCheck:
    """What reading the whole ledger found."""

    entries: int
    last: str  # hash of the last line; "" of an empty ledger
    trouble: str = ""  # in words: the first line that does not fit, and how; "" = every line fits
    first_bad: int | None = None  # its number

    @property
    def whole(self) -> bool:
        """Whether every line fits."""
        return not self.trouble

"""Everything on record about one person's training, for somebody who has to be shown it: line by line, in words.

It is made from the ledger alone. Questions are told as they stood when they were asked, however the course has
changed since; and every line carries its number and hash, so that it can be found again in the ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ..records import ChainCheck, EntryKind, LedgerEntry
from .transcript_words import Told, tell

YEARS = 6  # 45 CFR 164.530(j)(2): from the day a record was made, or was last in effect, whichever is later
RETENTION = (
    "Keep each line until the day that stands beside it: six years from the day it was made or was last in effect, "
    "whichever is later (45 CFR 164.530(j)(2)). Your state may ask for longer. Nothing here is ever deleted by the "
    "program, also not for people who left."
)
_STILL = "six years after it is no longer in effect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the ledger in words."""

    entry: LedgerEntry
    told: Told
    keep_until: date | None  # None = it is still in effect: see ``kept``

    @property
    def kept(self) -> str:
        """Until when it has to be kept, in words."""
        return _STILL if self.keep_until is None else self.keep_until.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """Everything on record about one person."""

    practice: str
    person: str  # StaffMember.person
    name: str
    role: str
    hired_on: date | None
    left_on: date | None
    made_at: datetime  # with its time zone
    chain: ChainCheck  # what reading the whole ledger found
    lines: tuple[Line, ...]  # oldest first

    @property
    def checked(self) -> str:
        """What the check of the chain found, in words."""
        if not self.chain.whole:
            return f"The ledger was read from its first entry and does not fit together. {self.chain.trouble}"
        count = f"{self.chain.entries} entries"
        last = f" The hash of its last entry is {self.chain.last}." if self.chain.last else ""
        return f"The ledger was read from its first entry to its last ({count}); every entry fits the one before.{last}"


def transcript(
    entries: Iterable[LedgerEntry],
    *,
    practice: str,
    person: str,
    name: str,
    role: str,
    hired_on: date | None,
    left_on: date | None,
    titles: Mapping[str, str],
    chain: ChainCheck,
    made_at: datetime,
) -> Transcript:
    """The transcript of one person. ``entries``: the whole ledger of the practice, oldest first; ``titles`` by slug."""
    contents: dict[str, dict[str, Any]] = {}
    mine: list[LedgerEntry] = []
    for entry in entries:
        if entry.kind is EntryKind.CONTENT:
            contents.setdefault(entry.body["digest"], entry.body)
        elif entry.person == person:
            mine.append(entry)
    asked = {entry.body["attempt"]: entry for entry in mine if entry.kind is EntryKind.BEGAN}
    until = _in_effect(mine, left_on)
    lines = tuple(
        Line(entry=entry, told=tell(entry, contents, asked, titles), keep_until=until(entry)) for entry in mine
    )
    return Transcript(
        practice=practice,
        person=person,
        name=name,
        role=role,
        hired_on=hired_on,
        left_on=left_on,
        made_at=made_at,
        chain=chain,
        lines=lines,
    )


def years_after(day: date, years: int = YEARS) -> date:
    """The same day so many years later; of February 29, March 1."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _in_effect(entries: Sequence[LedgerEntry], left_on: date | None) -> Callable[[LedgerEntry], date | None]:
    """Until when each entry has to be kept: a certificate is in effect until the next one, or the last day of work."""
    newer: dict[int, date] = {}
    after: dict[str, date] = {}
    for entry in reversed(entries):
        if entry.kind is EntryKind.CERTIFICATE:
            lesson = entry.body["lesson"]
            if lesson in after:
                newer[entry.number] = after[lesson]
            after[lesson] = _day(entry)

    def until(entry: LedgerEntry) -> date | None:
        if entry.kind is not EntryKind.CERTIFICATE:
            return years_after(_day(entry))
        ended = newer.get(entry.number, left_on)
        return None if ended is None else years_after(max(ended, _day(entry)))

    return until


def _day(entry: LedgerEntry) -> date:
    return entry.at.astimezone().date()

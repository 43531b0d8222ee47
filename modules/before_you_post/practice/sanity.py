"""Dates that can be read but can hardly be true: born tomorrow, ended before it was signed.

They are used as they stand, since only the practice knows which of two dates is the wrong one; a Problem says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..inputs.table import Row, TableReading
from ..records import Problem

_NOT_AFTER_TODAY = (
    *("birth_date", "deceased_on", "taken_on", "decided_on"),
    *("signed_on", "revoked_on", "event_happened_on", "copy_given_on", "held_on"),
    *("done_on", "reviewed_on", "counsel_reviewed_on", "it_reviewed_on", "agreement_signed_on"),
    *("trained_on", "attested_on", "wiped_on", "reused_on", "retired_on", "destroyed_on", "law_changed_on"),
    *("received_on", "extended_on", "answered_on", "given_on"),
    *("happened_on", "discovered_on", "reported_on", "taken_down_on", "concluded_on", "individuals_told_on"),
    *("media_told_on", "hhs_told_on", "state_told_on", "delay_asked_on", "accounting_on"),
    *("vendor_discovered_on", "vendor_told_on"),
)
_IN_ORDER = (
    ("birth_date", "deceased_on"),
    ("signed_on", "expires_on"),
    ("signed_on", "revoked_on"),
    ("signed_on", "event_happened_on"),
    ("approved_on", "withdrawn_on"),
    ("approved_on", "ended_on"),
    ("done_on", "next_on"),
    ("hired_on", "left_on"),
    ("photo_access_from", "photo_access_until"),
    ("phi_access_from", "phi_access_until"),
    ("wiped_on", "retired_on"),
    ("signed_on", "destroyed_on"),
    ("received_on", "extended_on"),
    ("received_on", "answered_on"),
    ("happened_on", "discovered_on"),
    ("delay_asked_on", "delay_until"),
    ("vendor_discovered_on", "vendor_told_on"),
)
_NO_WITH_A_DATE = (
    ("signed", "signed_on", "a signing date of"),
    ("phi_access", "phi_access_from", "a first day of access,"),
)


def odd_dates(reading: TableReading, today: date | None) -> Iterator[Problem]:
    """A Problem for every date of a table that lies in the future or before the one it should follow.

    ``today`` is None for an audit of a former day: what was entered since is in that day's future, and is no mistake.
    """
    for row in reading.rows:
        for column in _NOT_AFTER_TODAY:
            said = row.cells.get(column, ())
            days = said if isinstance(said, tuple) else (said,)
            for day in days if today else ():
                if day > today:
                    yield _odd(reading, row, column, f"{day}, which is in the future", "a day that has been")
        for first, second in _IN_ORDER:
            start, end = row.cells.get(first), row.cells.get(second)
            if start and end and end < start:
                yield _odd(reading, row, second, f"{end}, before {first} {start}", f"a day not before {first}")
        for answer, dated, words in _NO_WITH_A_DATE:
            if row.cells.get(answer) is False and dated in row.cells:
                yield _odd(reading, row, answer, f"no, with {words} {row.cells[dated]}", "yes, or no date")


def _odd(reading: TableReading, row: Row, column: str, found: str, expected: str) -> Problem:
    remedy = "Look at the paper and correct the cell that is wrong. Both were used as they stand."
    return Problem(path=str(reading.path), row=row.number, column=column, found=found, expected=expected, remedy=remedy)

"""Dates that can be read but can hardly be true: born tomorrow, ended before it was signed.

They are used as they stand, since only the practice knows which of two dates is the wrong one; a Problem says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..inputs.table import Row, TableReading
from ..records import Problem

_NOT_AFTER_TODAY = ("birth_date", "taken_on", "signed_on", "revoked_on", "event_happened_on", "decided_on")
_IN_ORDER = (("signed_on", "expires_on"), ("signed_on", "revoked_on"), ("signed_on", "event_happened_on"))


def odd_dates(reading: TableReading, today: date | None) -> Iterator[Problem]:
    """A Problem for every date of a table that lies in the future or before the one it should follow.

    ``today`` is None for an audit of a former day: what was entered since is in that day's future, and is no mistake.
    """
    for row in reading.rows:
        for column in _NOT_AFTER_TODAY:
            if (day := row.cells.get(column)) and today and day > today:
                yield _odd(reading, row, column, f"{day}, which is in the future", "a day that has been")
        for first, second in _IN_ORDER:
            start, end = row.cells.get(first), row.cells.get(second)
            if start and end and end < start:
                yield _odd(reading, row, second, f"{end}, before {first} {start}", f"a day not before {first}")
        if row.cells.get("signed") is False and "signed_on" in row.cells:
            yield _odd(
                reading, row, "signed", f"no, with a signing date of {row.cells['signed_on']}", "yes, or no date"
            )


def _odd(reading: TableReading, row: Row, column: str, found: str, expected: str) -> Problem:
    remedy = "Look at the paper and correct the cell that is wrong. Both were used as they stand."
    return Problem(path=str(reading.path), row=row.number, column=column, found=found, expected=expected, remedy=remedy)

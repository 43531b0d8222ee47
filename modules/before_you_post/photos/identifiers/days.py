"""Every day of the calendar that a text may name, however it is written.

1962-03-14, 3/14/62, 14.3.1962, 19620314, March 14th, 1962, 14 Mar 62. What a number means is not decided here: one and
the same run of digits may be read as two days, and both are given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1)
    for name in names.split()
}  # fmt: skip
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_SEPARATED = re.compile(r"(?<!\d)(\d{1,4})\s?([-/._\u2010-\u2015 ])\s?(\d{1,2})\s?\2\s?(\d{2,4})(?!\d)")
_RUN_OF_DIGITS = re.compile(r"(?<!\d)(\d{8}|\d{6})(?!\d)")
_DAY_MONTH = re.compile(
    rf"(?<![^\W_])(\d{{1,2}})(?:st|nd|rd|th)?[\s._-]{{0,3}}(?:of\s{{1,2}})?({MONTH})\.?[\s,._'’-]{{0,3}}(\d{{4}}|\d{{2}})"
    r"(?!\d)",
    re.I,
)
_MONTH_DAY = re.compile(
    rf"(?<![^\W\d_])({MONTH})\.?[\s._-]{{0,3}}(\d{{1,2}})(?:st|nd|rd|th)?[\s,._'’-]{{1,3}}(\d{{4}}|\d{{2}})(?!\d)", re.I
)


@dataclass(frozen=True, slots=True)
class Day:
    """One reading of some words as a day."""

    start: int
    end: int
    day: date
    sure: bool  # it can hardly be read otherwise


def days(text: str) -> Iterator[Day]:
    """Every reading of every part of a text as a day with its year."""
    for match in _SEPARATED.finditer(text):
        first, middle, last = match.group(1), match.group(3), match.group(4)
        if len(first) == 4:
            yield from _days(match, first, ((middle, last, True),))
        elif len(first) <= 2 and len(last) in (2, 4):
            yield from _days(match, last, ((first, middle, len(last) == 4), (middle, first, int(first) > 12)))
    for match in _RUN_OF_DIGITS.finditer(text):
        run = match.group()
        if len(run) == 8:
            yield from _days(match, run[:4], ((run[4:6], run[6:], True),))
            yield from _days(match, run[4:], ((run[:2], run[2:4], True), (run[2:4], run[:2], False)))
        else:
            yield from _days(match, run[4:], ((run[:2], run[2:4], False),))
            yield from _days(match, run[:2], ((run[2:4], run[4:], False),))
    for match in _DAY_MONTH.finditer(text):
        month = str(MONTHS[match.group(2).lower()])
        yield from _days(match, match.group(3), ((month, match.group(1), len(match.group(3)) == 4),))
    for match in _MONTH_DAY.finditer(text):
        month = str(MONTHS[match.group(1).lower()])
        yield from _days(match, match.group(3), ((month, match.group(2), len(match.group(3)) == 4),))


def _days(match: re.Match[str], year: str, readings: Sequence[tuple[str, str, bool]]) -> Iterator[Day]:
    for month, day, sure in readings:
        for full in (int(year),) if len(year) == 4 else (1900 + int(year), 2000 + int(year)):
            try:
                yield Day(match.start(), match.end(), date(full, int(month), int(day)), sure)
            except ValueError:
                continue

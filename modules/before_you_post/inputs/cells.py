"""How the text of one cell becomes a value: a date, a yes or no, a list.

A cell that cannot be read raises ``ValueError``; the table reader turns it into a Problem. Nothing is guessed: a
date that could mean two days is refused, because an authorization may have ended on one of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

_BLANK = " \t\r\n\v\f\u00a0\u200b\ufeff"
_EXCEL_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_ISO = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{2}[\d:.]*Z?)?")
_US = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]+([a-z]+)\.?,?[ -]+(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})")
# Excel counts days from here. Only five digits are taken for such a count: four digits are more likely a year.
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EXCEL_DAYS = re.compile(r"[1-6]\d{4}")
_OLDEST_YEAR = 1900
_YES = frozenset({"yes", "y", "true", "t", "1", "x", "✓", "✔"})
_NO = frozenset({"no", "n", "false", "f", "0"})
_UNKNOWN = frozenset({"unknown", "?", "not known", "not recorded"})


@dataclass(frozen=True, slots=True)
class Kind:
    """What may stand in the cells of one column: how to read it, and the words that ask for it."""

    read: Callable[[str], Any]  # raises ValueError; None = written down as not known
    expected: str


def clean(text: str) -> str:
    """The cell without the blanks around it, accents in one spelling, Excel's ``="007"`` undressed."""
    text = unicodedata.normalize("NFC", text).strip(_BLANK)
    formula = re.fullmatch(r'="([^"]*)"', text)
    return formula[1].strip(_BLANK) if formula else text


def _text(cell: str) -> str:
    if "\n" in cell or "\r" in cell:
        raise ValueError
    return _prose(cell)


def _prose(cell: str) -> str:
    if cell in _EXCEL_ERRORS:
        raise ValueError
    return cell


def _words(cell: str) -> tuple[str, ...]:
    if cell in _EXCEL_ERRORS:
        raise ValueError
    return tuple(word for part in re.split(r"[;\r\n]", cell) if (word := part.strip(_BLANK)))


def _yes_no(cell: str) -> bool | None:
    word = cell.casefold()
    if word in _YES | _NO:
        return word in _YES
    if word in _UNKNOWN:
        return None
    raise ValueError


def _month(name: str) -> int:
    if name in _MONTH_NAMES:
        return _MONTH_NAMES.index(name) + 1
    return _MONTHS.index(name[:3]) + 1 if name[:4] in (*_MONTHS, "sept") else 0


def day(cell: str) -> date:
    """The day a cell names, in one of the spellings that leave no doubt; raises ValueError for every other.

    ``2026-06-03``, ``3 June 2026``, ``June 3, 2026``, the American ``6/3/2026``, and Excel's own day count
    (``46176``). Two-digit years are refused: a birth date cannot be told from them.
    """
    text = cell.casefold()
    if not text.isascii():  # \d and int() know many scripts; a date written in them was not typed by this practice
        raise ValueError
    if _EXCEL_DAYS.fullmatch(text):
        return _EXCEL_DAY_ZERO + timedelta(days=int(text))
    if match := _ISO.fullmatch(text.upper()):
        year, month, number = match[1], int(match[3]), match[4]
    elif match := _US.fullmatch(text):
        year, month, number = match[3], int(match[1]), match[2]
    elif match := _DAY_FIRST.fullmatch(text):
        year, month, number = match[3], _month(match[2]), match[1]
    elif match := _MONTH_FIRST.fullmatch(text):
        year, month, number = match[3], _month(match[1]), match[2]
    else:
        raise ValueError
    if int(year) < _OLDEST_YEAR:
        raise ValueError
    return date(int(year), month, int(number))


def one_of(choices: type[StrEnum], also: Mapping[str, StrEnum] = MappingProxyType({})) -> Kind:
    """A column that holds one of a few words; ``also`` are other spellings that leave no doubt, in small letters."""
    return Kind(lambda cell: also.get(cell.casefold()) or choices(cell.casefold()), "one of: " + ", ".join(choices))


TEXT = Kind(_text, "one line of text")
PROSE = Kind(_prose, "text")
WORDS = Kind(_words, "names with ; between them")
DATE = Kind(day, "a date such as 2026-06-03, 3 June 2026 or 6/3/2026 (month/day/year)")
YES_NO = Kind(_yes_no, "yes or no (or nothing, when it is not known)")

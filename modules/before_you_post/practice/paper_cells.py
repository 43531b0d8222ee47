"""Cells that hold several things, a number, or the word “none”.

“None” is an answer: somebody looked, and there is nothing. It is read as an empty list, which an empty cell never is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from ..inputs.cells import DATE, TEXT, WORDS, Kind

_NOTHING = frozenset({"none", "nothing", "nobody", "nowhere", "no one", "no"})
_UNSAID = frozenset({"unknown", "?", "not known", "not recorded"})
_NO_NAMES = frozenset({"yes", "y", "n", "x", "n/a", "na", "-", "–", "tbd"})  # an answer to some other question
_NEARLY = 0.85  # of 1; a word this much like one we know was meant to be it
_POINTS = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)(?:[ -]?(?:pt|pts|point|points)\.?)?")
_DAYS = re.compile(r"(\d{1,3})(?: (?:calendar )?days?)?")
_GRADE = re.compile(r"(?:grade )?(\d{1,2}(?:\.\d{1,2})?)(?:(?:st|nd|rd|th)(?: grade)?)?")


def items(cell: str) -> tuple[str, ...] | None:
    """The parts of a cell between its ``;``: ``()`` for “none”, ``None`` where nothing stands or “unknown” does.

    Raises ValueError where one of these stands beside something else, for “yes”, and for an error of Excel.
    """
    parts: tuple[str, ...] = WORDS.read(cell)
    if len(parts) == 1 and parts[0].casefold() in _NOTHING:
        return ()
    if not parts or (len(parts) == 1 and parts[0].casefold() in _UNSAID):
        return None
    if any(part.casefold() in _NOTHING | _UNSAID | _NO_NAMES for part in parts):
        raise ValueError
    return parts


def several(one: Kind) -> Kind:
    """A column in which each part between ``;`` is of one kind; repeated values count once."""

    def read(cell: str) -> tuple[Any, ...] | None:
        parts = items(cell)
        return None if parts is None else tuple(dict.fromkeys(map(one.read, parts)))

    return Kind(read, f"{one.expected}; several with ; between them, or none")


def known_or_own(known: type[StrEnum], also: Mapping[str, StrEnum] = MappingProxyType({})) -> Kind:
    """A column with a word we know, or else any words of the practice's own.

    Words that are nearly one we know are refused: they are more likely a slip than something else.
    """
    meant = {**{str(word): word for word in known}, **also}

    def read(cell: str) -> str:
        word = cell.casefold()
        if word not in meant and get_close_matches(word, meant, n=1, cutoff=_NEARLY):
            raise ValueError
        return meant.get(word) or str(TEXT.read(cell))

    return Kind(read, f"one of: {', '.join(known)}; or other words of your own")


def _dates(cell: str) -> tuple[Any, ...] | None:
    parts = items(cell)
    if any(part.isdecimal() for part in parts or ()):  # Excel's day count, and nobody knows from which year it counts
        raise ValueError
    return None if parts is None else tuple(sorted(set(map(DATE.read, parts))))


def _day_or_never(cell: str) -> Any:
    parts = items(cell)
    return parts if parts == () else DATE.read(cell)


def _somebody(cell: str) -> str | None:
    word = cell.casefold()
    if word in _NO_NAMES:
        raise ValueError
    return None if word in _NOTHING | _UNSAID else str(TEXT.read(cell))


def _number(pattern: re.Pattern[str], low: float, high: float) -> Callable[[str], float]:
    def read(cell: str) -> float:
        match = pattern.fullmatch(cell.casefold()) if cell.isascii() else None
        if match is None or not low <= float(match[1]) <= high:
            raise ValueError
        return float(match[1])

    return read


def _days(cell: str) -> int:
    match = _DAYS.fullmatch(cell.casefold()) if cell.isascii() else None
    if match is None:
        raise ValueError
    return int(match[1])


def spellings(words: Mapping[StrEnum, Iterable[str]]) -> dict[str, StrEnum]:
    """Other spellings of the words of an enumeration, by spelling, as ``one_of`` takes them."""
    return {spelling: word for word, spelled in words.items() for spelling in spelled}


DATES = Kind(_dates, f"{DATE.expected}; several with ; between them, or none")
DAY_OR_NEVER = Kind(_day_or_never, f"{DATE.expected}; or none")  # “none” is read as ``()``
LIST = Kind(items, "words with ; between them, or none")
SOMEBODY = Kind(_somebody, "a name, or nobody")
POINTS = Kind(_number(_POINTS, 1, 200), "a size of type in points, such as 12")
WHOLE_DAYS = Kind(_days, "a number of days, such as 10")
GRADE = Kind(_number(_GRADE, 0, 30), "a school grade, such as 8")

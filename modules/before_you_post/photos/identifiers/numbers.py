"""Find medical record numbers and birth dates of people on the roster in a text, however they are written.

A number with a letter in it, or a long one, is no accident. A short bare number may be a camera's counter, and a date
may be the day a photo was taken, so those are only worth a person's look unless a label says what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ...records import Patient
from .days import days
from .words import folded

K = TypeVar("K")

_SHORTEST = 4  # characters of a record number
_SHORTEST_BARE = 5  # digits, without a label
_NO_ACCIDENT = 7  # digits
_RUN = re.compile(r"[^\W_]++")
_RECORD_LABEL = re.compile(
    r"(?:mrn?|chart|record|rec|patient|pat|pt|id|file|case)\W{0,3}(?:no|nr|num|number|id)?\W{0,4}$", re.IGNORECASE
)
_BIRTH_LABEL = re.compile(
    r"(?:d\.?o\.?b\.?|born|birth\s{0,2}[-_]?(?:day|date)?|date of birth|geb)\W{0,4}(?:on|is|was)?\W{0,4}$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[a-z]{0,4}+\d{4,}+")
# What readers of pictures take for each other.
_LOOKALIKE = str.maketrans({"o": "0", "q": "0", "i": "1", "l": "1", "z": "2", "s": "5", "b": "8"})


@dataclass(frozen=True, slots=True)
class NumberHit:
    """A place in a text where a number of one or more patients stands."""

    patients: tuple[str, ...]
    start: int
    end: int
    whole: bool
    labelled: bool


class RecordNumbers:
    """The medical record numbers of everybody on the roster, ready to be looked for."""

    def __init__(self, patients: Sequence[Patient]) -> None:
        self._whole: dict[str, tuple[str, ...]] = {}
        self._digits: dict[str, tuple[str, ...]] = {}
        self._alike: dict[str, tuple[str, ...]] = {}
        for patient in patients:
            number = folded(patient.medical_record_number or "")
            if len(number) < _SHORTEST or not any(letter.isdigit() for letter in number):
                continue
            _add(self._whole, number, patient.code)
            _add(self._alike, number.translate(_LOOKALIKE), patient.code)
            digits = max(re.findall(r"\d+", number), key=len)
            if digits != number and len(digits) >= _SHORTEST_BARE:
                _add(self._digits, digits, patient.code)
        self._longest = max(map(len, self._whole), default=0)

    def find(self, text: str, *, read_from_picture: bool = False) -> Iterator[NumberHit]:
        """Record numbers in a text, also with spaces or dashes inside, and their digits alone."""
        runs = [(match.start(), match.end(), folded(match.group())) for match in _RUN.finditer(text)]
        for first, (start, _, _) in enumerate(runs):
            labelled = bool(_RECORD_LABEL.search(text[max(0, start - 24) : start]))
            joined = ""
            for _, end, run in runs[first : first + 4]:
                joined += run
                if len(joined) > self._longest:
                    break
                hit = self._hit(joined, labelled, read_from_picture)
                if hit:
                    patients, whole = hit
                    yield NumberHit(patients, start, end, whole, labelled)
            yield from self._inside_a_word(text, runs[first])

    def _hit(self, joined: str, labelled: bool, read_from_picture: bool) -> tuple[tuple[str, ...], bool] | None:
        if joined in self._whole:
            bare = joined.isdigit()
            if bare and not labelled and len(joined) < _SHORTEST_BARE:
                return None
            return self._whole[joined], labelled or not bare or len(joined) >= _NO_ACCIDENT
        if joined in self._digits:
            return self._digits[joined], False
        alike = joined.translate(_LOOKALIKE)
        if read_from_picture and len(alike) > _SHORTEST_BARE and alike in self._alike:
            return self._alike[alike], False
        return None

    def _inside_a_word(self, text: str, run: tuple[int, int, str]) -> Iterator[NumberHit]:
        """Numbers glued to a word, as in ``beforeQD004217.jpg``; only with a letter in them or long."""
        start, end, word = run
        for match in _GLUED.finditer(word):
            for at in range(max(match.start(), match.end() - self._longest), match.end() - _SHORTEST + 1):
                piece = word[at : match.end()]
                if piece != word and piece in self._whole and (not piece.isdigit() or len(piece) >= _NO_ACCIDENT):
                    yield NumberHit(self._whole[piece], start, end, True, False)


class BirthDates:
    """The birth dates of everybody on the roster, ready to be looked for."""

    def __init__(self, patients: Sequence[Patient]) -> None:
        self._patients: dict[date, tuple[str, ...]] = {}
        for patient in patients:
            if patient.birth_date:
                _add(self._patients, patient.birth_date, patient.code)

    def find(self, text: str) -> Iterator[NumberHit]:
        """Birth dates in a text: 1962-03-14, 3/14/62, 14.3.1962, 19620314, March 14th, 1962, 14 Mar 62."""
        for one in days(text) if self._patients else ():
            patients = self._patients.get(one.day)
            if patients:
                labelled = called_birth_date(text, one.start)
                yield NumberHit(patients, one.start, one.end, one.sure or labelled, labelled)


def called_birth_date(text: str, start: int) -> bool:
    """Whether the words before a place in a text say that a birth date follows: "DOB", "born on"."""
    return bool(_BIRTH_LABEL.search(text[max(0, start - 24) : start]))


def _add(table: dict[K, tuple[str, ...]], key: K, code: str) -> None:
    table[key] = (*table.get(key, ()), code)

"""Find dates finer than a year that may be a patient's: of a visit, of surgery, of the photo.

Only the year of such a date may be told. "Six months after" and "day 14" are no dates. The practice's own dates (the
last day of an offer, a holiday, the day of the post) say nothing about a patient and are set aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...records import IdentifierKind
from .days import MONTH, MONTHS, Day, days
from .hit import Covered, Hit
from .numbers import called_birth_date

_FIRST_YEAR, _LAST_YEAR = 1900, 2049
_UNIT = r"(?!\s{0,2}-?(?:months?|weeks?|days?|years?|hours?|sessions?|syringes?|units?|treatments?|visits?|ml|cc|mg|%))"
_END = rf"(?![\d\w/]|[.,:]\d){_UNIT}"
_MONTH_DAY = re.compile(rf"(?<![^\W\d_])({MONTH})\.?[\s_-]{{0,2}}(\d{{1,2}})(st|nd|rd|th)?{_END}", re.IGNORECASE)
_DAY_MONTH = re.compile(
    rf"(?<![\w.,/])(\d{{1,2}})(st|nd|rd|th)?[\s_-]{{0,2}}(?:of\s{{1,2}})?({MONTH})(?![^\W_])", re.IGNORECASE
)
_MONTH_YEAR = re.compile(
    rf"(?<![^\W\d_])({MONTH})\.?[\s,_-]{{0,2}}((?:19|20)\d\d|['’]\d\d)(?!\d)", re.IGNORECASE
)  # fmt: skip
_YEAR_MONTH = re.compile(r"(?<![\w./-])(?:19|20)\d\d([-/_.])(0[1-9]|1[0-2])(?![\w]|\1\d)")
_FOUR_DIGITS = re.compile(r"\d{4}")
_ALSO_WORDS = frozenset({"may", "march", "mar"})  # "you may 2 days later", "march 5 miles"
_HOLIDAYS = frozenset(
    ((1, 1), (2, 14), (3, 8), (3, 17), (5, 4), (5, 5), (7, 4), (10, 31), (11, 11), (12, 24), (12, 25), (12, 31))
)
_SENTENCE_END = re.compile(r"[.!?\n]\s")
_OF_THE_PRACTICE = re.compile(
    r"\b(?:book|booking|until|till|through|thru|ends?|ending|expires?|offers?|specials?|sale|deals?|sign up|rsvp|"
    r"events?|open house|webinar|workshop|join us|see you|closed|open|opening|opens|hours|valid|copyright|posted|"
    r"published|updated|established|est|founded|holidays?|giveaway|conference|meeting|congress|launch(?:ing|es)?|"
    r"coming|starts?|starting|available|deadline|enter|hosting|live|newsletter|issue|letter|edition|awareness|effective|"
    r"redeem|save the date|training|celebrat\w{2,4}|through the end of|moving|welcome)\b|[©®]",
    re.IGNORECASE,
)
_OF_A_PERSON = re.compile(
    r"\b(?:surgery|operated|operation|procedure|treated|treatment|visit|seen|appointment|admitted|discharged|"
    r"consult(?:ation)?|photo(?:graph)?(?:ed)?|pictured?|taken|service|dos|d\.o\.s\.|died|deceased|death|injected|"
    r"scanned|collected|encounter)\W{0,3}(?:date)?\W{0,3}(?:(?:on|was|is|of)\W{0,3})?$",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 70, 30  # characters around a date that say what it is


def find_dates(text: str, *, in_picture: bool = False, posted: date | None = None) -> Iterator[Hit]:
    """Every date in a text, fullest first; ``whole`` where the words before it say what was done to a person then.

    Cameras and labels in a picture write dates short ("03.14.26"); elsewhere that is more often something else.
    """
    taken = Covered(len(text))
    for start, end, day in _spans(text, in_picture):
        if not taken.meets(start, end):
            hit = _hit(text, start, end, own=day is not None and day == posted)
            taken.add(hit)
            yield hit


def _spans(text: str, in_picture: bool) -> Iterator[tuple[int, int, date | None]]:
    """Where dates stand: start, end, and the day where the year is told and there is one reading."""
    for one in days(text):
        if _FIRST_YEAR <= one.day.year <= _LAST_YEAR and _looks_like_a_date(text, one, in_picture):
            yield one.start, one.end, one.day
    for match in _MONTH_YEAR.finditer(text):
        yield match.start(), match.end(), None
    for match in _MONTH_DAY.finditer(text):
        if _is_day(match.group(1), match.group(2), match.group(3)):
            yield match.start(), match.end(), None
    for match in _DAY_MONTH.finditer(text):
        if _is_day(match.group(3), match.group(1), match.group(2)):
            yield match.start(), match.end(), None
    for match in _YEAR_MONTH.finditer(text):
        yield match.start(), match.end(), None


def _looks_like_a_date(text: str, one: Day, in_picture: bool) -> bool:
    """Runs of six digits are dates only where a label says so, and so are short years behind dots or dashes."""
    if called_birth_date(text, one.start) or _OF_A_PERSON.search(text[max(0, one.start - _BEFORE) : one.start]):
        return True
    written = text[one.start : one.end]
    digits = sum(map(str.isdigit, written))
    if written.isdigit():
        return digits == 8
    long_year = bool(_FOUR_DIGITS.search(written))
    return long_year or "/" in written or written.upper() != written.lower() or (in_picture and digits >= 5)


def _is_day(month: str, day: str, ordinal: str | None) -> bool:
    """Whether a month and a small number are a day, not "you may 2 days later"."""
    plain_word = month in _ALSO_WORDS and not ordinal  # in small letters
    holiday = (MONTHS[month.lower()], int(day)) in _HOLIDAYS
    return 1 <= int(day) <= 31 and not plain_word and not holiday


def _hit(text: str, start: int, end: int, *, own: bool) -> Hit:
    if called_birth_date(text, start):
        return Hit(kind=IdentifierKind.BIRTH_DATE, start=start, end=end, whole=True)
    before = _SENTENCE_END.split(text[max(0, start - _BEFORE) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _AFTER])[0]
    own = own or bool(_OF_THE_PRACTICE.search(before) or _OF_THE_PRACTICE.search(after))
    of_a_person = not own and bool(_OF_A_PERSON.search(before))
    return Hit(kind=IdentifierKind.DATE, start=start, end=end, whole=of_a_person, own=own)

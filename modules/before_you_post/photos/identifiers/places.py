"""Find places smaller than a state: streets, ZIP codes, towns.

There is no list of towns here: a list would miss the smallest, which give away most. A town is known by what stands
around it ("lives in", "from", a state behind it). A state alone passes. Where the words say that the place is the
practice's ("visit us at"), it is set aside; its town otherwise is one of the practice's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import IdentifierKind
from .hit import Hit
from .ordinary import never_a_name
from .us_states import STATES, TITLES
from .words import tokens

_CODES = "|".join(sorted(STATES.values()))
_SURE_CODES = "|".join(sorted(set(STATES.values()) - TITLES))
_NAMES = "|".join(sorted((name.title() for name in STATES), key=len, reverse=True))
_ZIP = re.compile(
    rf"\bzip(?:\s?code)?\W{{0,3}}\d{{5}}\b|(?:\b(?:{_CODES})|{_NAMES})[,\s]{{1,3}}\d{{5}}(?:-\d{{4}})?(?!\d)"
    r"|(?<![\w-])\d{5}-\d{4}(?![\w-])"
)
_KINDS = (
    "Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Parkway|Pkwy|Circle|Cir|Highway|Hwy|"
    "Terrace|Trail|Square|Pike|Turnpike"
)
_STREET = re.compile(
    r"(?<![\w.,$/])\d{1,5}\s(?:[NSEW]\.?\s)?(?P<name>(?:[A-Z0-9][\w'’]{1,20}\.?\s){1,3})"
    rf"(?:{_KINDS})\b(?!\.?\s[A-Z][a-z])|\bP\.?\s?O\.?\sBox\s\d{{1,6}}",
)
_WORD = r"[A-Z][a-zà-ÿ'’]{1,20}(?:-[A-Z][a-zà-ÿ'’]{1,20})?"
_TOWN = rf"(?:(?:St|Ft|Mt)\.?\s)?{_WORD}(?:\s{_WORD}){{0,2}}"
_TOWN_STATE = re.compile(rf"\b(?P<town>{_TOWN}),\s{{1,2}}(?:{_NAMES}|(?:{_SURE_CODES})\b)(?!\w)")
_LIVING = (
    "lives?|living|lived|resides?|resident|based|born|raised|grew up|works?|teaches|teacher|nurse|student|native|"
    "hometown|travell?(?:s|ed|ing)|drove|driven|flew|flown|came|comes|all the way|patient|client|woman|man|mom|mum|"
    "mother|dad|father|lady|local|her|his"
)
_LIVES = re.compile(
    rf"\b(?:{_LIVING})\s{{1,2}}(?:to us\s|here\s|in\s)?(?:in|from|of|near|is|outside)\s(?P<town>{_TOWN})"
)
_IN = re.compile(rf"\b(?:in|from|near)\s(?P<town>{_WORD}(?:\s{_WORD})?)(?![\w'’])")
_LABEL = re.compile(r"\b(?i:address|city|town|county|residence)\s?:\s{0,3}(?P<town>[A-Z0-9][^\n;]{1,60})")
_COUNTY = re.compile(rf"\b(?P<town>{_TOWN})\s(?:County|Parish|Township)\b")
_VISIT_US = re.compile(
    r"\b(?:visit us|located|find us|our (?:new )?(?:office|clinic|location|practice|med ?spa|address)|office|clinic|"
    r"come see us|see us|directions|serving|surgeons?|dermatologists?|injectors?|practice|med ?spa|best|top|"
    r"dermatology|aesthetics|now open)\b",
    re.IGNORECASE,
)
_COUNTRY = frozenset({"usa", "us", "united", "states", "of", "america"})
_LONGEST_LOCATION = 60  # characters of a state and its country
_BEFORE = 50  # characters before a place that say whose it is
_CAPITALS = 0.6  # share of words with a capital from which a text is a heading: there, "In Motion" is no town


def find_places(text: str) -> Iterator[Hit]:
    """Every place in a text that is smaller than a state; ``whole`` where a form's label stands before it."""
    for match in _LABEL.finditer(text):
        yield _hit(text, match, whole=True)
    for pattern in (_STREET, _ZIP):
        for match in pattern.finditer(text):
            if pattern is _ZIP or not match["name"] or not _ordinary_first(match["name"]):
                yield _hit(text, match)
    for pattern in (_TOWN_STATE, _LIVES, _COUNTY, *(() if _is_heading(text) else (_IN,))):
        for match in pattern.finditer(text):
            if _is_town(match["town"]):
                yield _hit(text, match)


def is_whole_state(words: str) -> bool:
    """Whether a location is a state or a country and nothing smaller: "Ohio", "Ohio, USA"."""
    parts = tokens(words[:_LONGEST_LOCATION])
    spans = ((start, end) for start in range(len(parts)) for end in range(start + 1, len(parts) + 1))
    names = (" ".join(parts[start:end]) for start, end in spans)
    rest = set(parts).difference(*(name.split() for name in names if name in STATES))
    return bool(parts) and len(words) <= _LONGEST_LOCATION and rest <= _COUNTRY


def _hit(text: str, match: re.Match[str], *, whole: bool = False) -> Hit:
    own = not whole and bool(_VISIT_US.search(text[max(0, match.start() - _BEFORE) : match.start()]))
    return Hit(kind=IdentifierKind.PLACE, start=match.start(), end=match.end(), whole=whole, own=own)


def _is_town(words: str) -> bool:
    """Whether capitalised words may be a town: no state, no country, no month, and none of a clinic's words."""
    parts = tokens(words)
    return bool(parts) and " ".join(parts) not in STATES and not never_a_name().issuperset(parts)


def _ordinary_first(name: str) -> bool:
    """ "3 Months With Dr" is no street."""
    return never_a_name().issuperset(tokens(name)[:1])


def _is_heading(text: str) -> bool:
    found = text.split()
    return len(found) > 1 and sum(word[:1].isupper() for word in found) > _CAPITALS * len(found)

"""Find telephone and fax numbers: nobody can tell from the digits which of the two one is, or whose.

A number is proposed by its shape and settled by the numbering plan (phonenumbers). It is surely a person's only where
a form's label says so ("home phone"); else it may as well be a shop's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from ...records import IdentifierKind
from .hit import Covered, Hit

_COUNTRY = "US"
_SHAPES = (
    re.compile(
        r"(?<![\w.$+-])(?:\+?1[\s.-]{0,2})?(?:\(\d{3}\)|\d{3})[\s.\u2010-\u2015-]{0,2}\d{3}[\s.\u2010-\u2015-]{1,2}\d{4}(?!\d|[.-]\d)"
    ),
    re.compile(r"(?<![\w.$+-])1?[2-9]\d{9}(?![\w]|[.-]\d)"),
    re.compile(r"(?<![\w])\+[1-9](?:[\s().-]{0,2}\d){7,14}(?!\d)"),
)
_LOCAL = re.compile(
    r"\b(?:call(?: or text)?|tel|telephone|phone|ph|text|cell|mobile|fax|home)\W{1,3}(\d{3}[\s.-]\d{4})(?![\d-])",
    re.IGNORECASE,
)
_OF_A_PERSON = re.compile(
    r"\b(?:(?:patient|pt|home|cell|mobile|her|his|their|emergency)(?:'s)?\W{0,2}"
    r"(?:telephone|phone|tel|cell|number|no|contact)?(?:\sis)?)\W{0,4}$",
    re.IGNORECASE,
)
_BEFORE = 24  # characters before a number that say whose it is


def find_phones(text: str) -> Iterator[Hit]:
    """Every telephone or fax number in a text."""
    found = [match.span() for shape in _SHAPES for match in shape.finditer(text) if _exists(match.group())]
    found += [match.span(1) for match in _LOCAL.finditer(text)]
    taken = Covered(len(text))
    for start, end in found:
        if not taken.meets(start, end):
            whole = bool(_OF_A_PERSON.search(text[max(0, start - _BEFORE) : start]))
            hit = Hit(kind=IdentifierKind.PHONE, start=start, end=end, whole=whole)
            taken.add(hit)
            yield hit


def _exists(written: str) -> bool:
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(written, _COUNTRY))
    except phonenumbers.NumberParseException:
        return False

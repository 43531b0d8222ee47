"""Words as they stand in captions, file names and links: split where people split them, compared without accents.

``OttolineFeatherstone_before.jpg`` and ``ottoline-featherstone`` hold the same two words as "Ottoline Féatherstone's".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

# A run of letters (with apostrophes inside) or of digits; a capital after a small letter begins a new word.
_RUN = re.compile(r"[^\W\d_]++(?:['’ʼ][^\W\d_]++)*+|\d++")
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: how it compares, and where it stands."""

    folded: str
    start: int
    end: int


def folded(text: str) -> str:
    """Lower case without accents, apostrophes and anything else that is no letter or digit."""
    # Letters that are not made of a base and an accent, but that people type as such.
    plain = text.casefold().translate({ord("ø"): "o", ord("ł"): "l", ord("đ"): "d", ord("æ"): "ae", ord("œ"): "oe"})
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if letter.isalnum())


def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in order; camel case is split, a possessive s is left out."""
    found = []
    for run in _RUN.finditer(text):
        borders = [0, *(cut.start() for cut in _CAMEL.finditer(run.group())), len(run.group())]
        for start, end in pairwise(borders):
            plain = folded(_POSSESSIVE.sub("", run.group()[start:end]))
            if plain:
                found.append(Word(plain, run.start() + start, run.start() + end))
    return tuple(found)


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text as they compare."""
    return tuple(word.folded for word in words(text))

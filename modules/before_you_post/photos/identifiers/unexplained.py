"""Find words in a picture that nobody has explained: not the practice, not a clinic's everyday words, not a finding.

What is written into a picture goes wherever the picture goes. So every line in it must be known: from the practice's
own list, as a view or a scale, or as an identifier that is told already. The rest is for a person to look at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...records import IdentifierKind
from .hit import Covered, Hit
from .ordinary import is_ordinary
from .own_words import OwnWords
from .words import folded

_SHORTEST = 2  # letters or digits; readers of pictures see single letters in shadows and hair


def find_unexplained(text: str, explained: Sequence[Hit], own: OwnWords) -> Iterator[Hit]:
    """Every line of a picture's text that holds more than known words; ``explained`` are the hits in it so far."""
    told = Covered(len(text), (hit for hit in explained if not hit.own))
    known = Covered(len(text), explained)
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if not told.meets(start, end) and not own.is_line(line):
            rest = known.blanked(text, start, end)
            if len(folded(rest)) >= _SHORTEST and not is_ordinary(rest, own.words):
                yield Hit(kind=IdentifierKind.WORDS, start=start, end=end, whole=False)
        start = end + 1

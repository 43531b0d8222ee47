"""Find words in a picture that nobody has explained: neither the practice, nor a clinic's everyday words, nor a finding.

What is written into a picture goes wherever the picture goes. So every line in it must be known: from the practice's
own list, as a view or a scale, or as an identifier that is told already. The rest is for a person to look at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...records import IdentifierKind
from .hit import Hit
from .ordinary import is_ordinary
from .own_words import OwnWords
from .words import folded

_SHORTEST = 2  # letters or digits; readers of pictures see single letters in shadows and hair


def find_unexplained(text: str, explained: Sequence[Hit], own: OwnWords) -> Iterator[Hit]:
    """Every line of a picture's text that holds more than known words; ``explained`` are the hits in it so far."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        inside = [hit for hit in explained if hit.start < end and start < hit.end]
        if not any(not hit.own for hit in inside) and not own.is_line(line):
            rest = _without(text, start, end, inside)
            if len(folded(rest)) >= _SHORTEST and not is_ordinary(rest):
                yield Hit(kind=IdentifierKind.WORDS, start=start, end=end, whole=False)
        start = end + 1


def _without(text: str, start: int, end: int, known: Sequence[Hit]) -> str:
    letters = list(text[start:end])
    for hit in known:
        for at in range(max(hit.start, start), min(hit.end, end)):
            letters[at - start] = " "
    return "".join(letters)

"""A place in a text where something stands that may tell who is in a photo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...records import IdentifierKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Some words of a text, what they are, and whose, if the roster tells.

    ``own`` marks words that were understood and give nobody away: the practice's own telephone number, a price, the
    last day of an offer. They are not told, but they are explained.
    """

    kind: IdentifierKind
    start: int
    end: int
    whole: bool  # surely of this kind, and a person's: the roster or the words beside it say so
    patient: str | None = None  # Patient.code
    own: bool = False


class Covered:
    """Which characters of a text are taken by hits; asked and told in time that does not grow with their number."""

    def __init__(self, length: int, hits: Iterable[Hit] = ()) -> None:
        self._marks = bytearray(length)
        for hit in hits:
            self.add(hit)

    def add(self, hit: Hit) -> None:
        """Take the characters of a hit."""
        self._marks[hit.start : hit.end] = b"\1" * (hit.end - hit.start)

    def meets(self, start: int, end: int) -> bool:
        """Whether a character from ``start`` to before ``end`` is taken."""
        return self._marks.find(1, start, end) >= 0

    def blanked(self, text: str, start: int, end: int) -> str:
        """That part of the text, with a blank for every character that is taken."""
        return "".join(" " if self._marks[at] else text[at] for at in range(start, end))

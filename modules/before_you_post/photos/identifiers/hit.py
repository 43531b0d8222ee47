"""A place in a text where something stands that may tell who is in a photo."""

from __future__ import annotations

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

    def overlaps(self, other: Hit) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

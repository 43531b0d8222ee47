"""How old our reading of the law is, so that every finding can say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from .dated import read


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """The day somebody last compared our notes with the law, what they read, and what the notes are not."""

    on: date
    covers: str
    note: str


@cache
def looked_at() -> LookedAt:
    """The dated note that comes with this package (``law/looked_at.yaml``)."""
    return LookedAt(**read("looked_at.yaml"))

"""Words in and around a published photo that may tell who is in it: the identifiers of 45 CFR 164.514(b)(2)(i)."""

from .roster import Roster, find

__all__ = ["Roster", "find"]

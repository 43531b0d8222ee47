"""What in the law is moving, how it stood when we last looked, and by when to look again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from .dated import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One point of law that may change, or has just changed while old texts are still about."""

    id: str
    about: str
    found: str  # how it stood
    tag: str
    looked_at: date
    look_again_by: date
    law_names: date | None = None  # a day the law itself names
    moves_yearly: date | None = None  # the day a yearly amount last moved


@cache
def watch_list() -> tuple[Watched, ...]:
    """Everything that is watched, as ``law/watch_list.yaml`` has it."""
    return tuple(Watched(**entry) for entry in read("watch_list.yaml"))


def due(on: date) -> tuple[Watched, ...]:
    """What should have been looked at again by that day and was not, the longest overdue first."""
    passed = (watched for watched in watch_list() if watched.look_again_by < on)
    return tuple(sorted(passed, key=lambda watched: (watched.look_again_by, watched.id)))

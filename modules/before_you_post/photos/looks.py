"""Ask one program after the other to look at a photo, and note for each that it did, or why it did not.

A program that is switched off, or that fails over one file, found nothing out: the answer is then ``None``, never
"none found", and the note says why. So a broken installation can make an audit say less, but never say "clear".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from ..records import Look, LookedFor

T = TypeVar("T")

SWITCHED_OFF = "it is switched off in practice.yaml (detectors_off)"


class Looks:
    """What was looked for in one photo. ``off`` names what the practice does not have looked for."""

    def __init__(self, off: Collection[LookedFor] = ()) -> None:
        self._off = frozenset(off)
        self._said: dict[LookedFor, Look] = {}

    def ask(self, what: LookedFor, by: str, find: Callable[[], T]) -> T | None:
        """What ``find`` finds; None where it is switched off or fails. ``by`` names the program that looks."""
        problem, found = (SWITCHED_OFF, None) if what in self._off else _found(find)
        self._said[what] = Look(what=what, by=by, problem=problem)
        return found

    @property
    def said(self) -> tuple[Look, ...]:
        """One note for each thing asked, in the order asked."""
        return tuple(self._said.values())

    @property
    def missed(self) -> frozenset[LookedFor]:
        """What was not looked for in this photo: switched off, or failed."""
        return self._off | {what for what, look in self._said.items() if look.problem}


def may_be_kept(looks: Iterable[Look]) -> bool:
    """Whether these findings stand for good: what failed today may work tomorrow and is tried again then."""
    return all(look.problem in (None, SWITCHED_OFF) for look in looks)


def _found(find: Callable[[], T]) -> tuple[str | None, T | None]:
    try:
        return None, find()
    except Exception as error:  # a program from elsewhere may fail in any way; what it would have found is not known
        return f"the program that looks for it failed ({type(error).__name__})", None

"""Who works or worked here, read again as soon as the table of staff or practice.yaml changes.

A lesson's page may be made ready hours before somebody opens it; a person added since must be able to sign in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from ..practice.settings import FILE_NAME
from ..records import StaffMember
from .people import Learner, People, gone, read_people, refused_nobody


class StaffList:
    """The people of one practice folder. Raises InputError where its practice.yaml cannot be read."""

    def __init__(self, folder: Path, chosen: Callable[[], frozenset[str]], now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._chosen = chosen  # everybody who has a PIN
        self._now = now
        self._read = read_people(folder)
        self._stamp = self._stamps()

    def people(self) -> People:
        """Everybody, as the files have it now."""
        stamp = self._stamps()
        if stamp != self._stamp:
            self._read = read_people(self._folder)
            self._stamp = self._stamps()
        return self._read

    def everyone(self) -> tuple[Learner, ...]:
        """Everybody by name, those who left too."""
        people, chosen = self.people(), self._chosen()
        learners = (people.learner(one, has_pin=one.person in chosen) for one in people.staff)
        return tuple(sorted(learners, key=lambda one: (one.name.casefold(), one.person)))

    def today(self) -> tuple[Learner, ...]:
        """Everybody by name whose last day of work is not over."""
        here = {one.person for one in self.at_work()}
        return tuple(one for one in self.everyone() if one.person in here)

    def at_work(self) -> tuple[StaffMember, ...]:
        """The same as the table has them."""
        today = self._now().date()
        return tuple(one for one in self.people().staff if not gone(one, today))

    def member(self, person: str) -> StaffMember:
        """Who has that code. Raises InputError for a code that nobody has."""
        member = self.people().member(person)
        if member is None:
            raise refused_nobody(self.people())
        return member

    def learner(self, person: str) -> Learner:
        """The same as a learner."""
        return self.people().learner(self.member(person), has_pin=person in self._chosen())

    def nobody(self) -> str:
        """Where there is nobody at all: why, and what to do, in words for the page; else ""."""
        problem = self.people().nobody
        return "" if problem is None else f"{problem.path}: {problem.found}. {problem.remedy}"

    def _stamps(self) -> tuple[int, ...]:
        return tuple(self._times())

    def _times(self) -> Iterator[int]:
        for path in (self._folder, self._folder / FILE_NAME, self._read.file):
            try:
                yield path.stat().st_mtime_ns
            except OSError:
                yield 0

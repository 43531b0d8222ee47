"""Who learns here: the practice's own table of staff, and which lessons each kind of work needs.

The audiences of a role are found by words in it, unless practice.yaml says them under ``training: audiences``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..practice.roster import Roster, read_roster
from ..records import Audience, InputError, Practice, Problem, StaffMember

_WORDS = {
    Audience.MARKETING: (
        "front desk", "reception", "receptionist", "marketing", "social", "media", "website", "web", "brochure",
        "brochures", "newsletter", "coordinator", "designer",
    ),
    Audience.CLINICAL: (
        "physician", "doctor", "surgeon", "dermatologist", "nurse", "assistant", "photographer", "photography",
        "aesthetician", "esthetician", "injector", "technician", "therapist", "np", "pa", "rn", "md",
    ),
    Audience.MANAGERS: ("manager", "officer", "owner", "director", "administrator", "official"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """Somebody of the practice, as the lessons know them."""

    person: str  # StaffMember.person
    name: str
    role: str
    audiences: tuple[Audience, ...]
    manager: bool  # may see everybody's records and assign lessons
    has_pin: bool
    left_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The practice, and everybody who works or worked there."""

    practice: Practice
    staff: tuple[StaffMember, ...]
    file: Path  # the table of staff
    nobody: Problem | None  # why there is nobody who could sign in, and what to do

    def member(self, person: str) -> StaffMember | None:
        """Who has that code."""
        return next((one for one in self.staff if one.person == person), None)

    def learner(self, member: StaffMember, *, has_pin: bool) -> Learner:
        """The member of staff as a learner."""
        return Learner(
            person=member.person,
            name=name_of(member),
            role=member.role or "",
            audiences=audiences_of(member, self.practice, manager=self.manages(member)),
            manager=self.manages(member),
            has_pin=has_pin,
            left_on=member.left_on,
        )

    def manages(self, member: StaffMember) -> bool:
        """Whether somebody keeps the training records: named in practice.yaml, else the privacy official."""
        named = {_plain(one) for one in self.practice.training.managers}
        if named:
            return not named.isdisjoint({_plain(member.person), _plain(name_of(member))})
        official = _plain(self.practice.privacy_official or "")
        return bool(official) and official == _plain(name_of(member))


def read_people(folder: Path) -> People:
    """The people of a practice folder. Raises InputError when there is no readable practice.yaml."""
    return _people(read_roster(folder))


def gone(member: StaffMember, today: date) -> bool:
    """Whether somebody's last day of work is over."""
    return member.left_on is not None and member.left_on < today


def name_of(member: StaffMember) -> str:
    """The name, or the code where no name is on record."""
    return member.name or member.person


def audiences_of(member: StaffMember, practice: Practice, *, manager: bool = False) -> tuple[Audience, ...]:
    """Whom somebody counts as: everyone, and what their role says. Who publishes on a channel is marketing, too."""
    role = _plain(member.role or "")
    own = {_plain(name): audiences for name, audiences in practice.training.audiences.items()}
    found = set(own[role]) if role in own else {one for one, words in _WORDS.items() if _says(role, words)}
    if role not in own and member.publishes_on:
        found.add(Audience.MARKETING)
    if manager:
        found.add(Audience.MANAGERS)
    found.add(Audience.EVERYONE)
    return tuple(one for one in Audience if one in found)


def _people(roster: Roster) -> People:
    nobody = None
    if not roster.staff:
        nobody = Problem(
            path=str(roster.file),
            found="no file with the people who work here" if not roster.file.is_file() else "nobody in it",
            expected="one row a person, with at least the columns person, name and role",
            remedy=(
                "Add everybody who works for you, the front desk and marketing too. Then reload this page. "
                "Until then, everything can be tried, and nothing is recorded."
            ),
        )
    return People(practice=roster.practice, staff=roster.staff, file=roster.file, nobody=nobody)


def refused_nobody(people: People) -> InputError:
    """The error for somebody who is not on the list."""
    problem = people.nobody or Problem(
        path="staff",
        found="a person who is not in the table of staff",
        expected="a code that stands there in the column person",
        remedy="Check the code, or add the person.",
    )
    return InputError(problem)


def _says(role: str, words: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}s?\b", role) for word in words)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())

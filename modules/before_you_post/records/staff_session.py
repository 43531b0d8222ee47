"""A session of the staff: what is planned, and the minutes of what took place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One part of an agenda."""

    title: str
    minutes: int  # planned
    say: tuple[str, ...] = ()  # lines for the big screen
    lesson: str = ""  # slug; "" = belongs to none
    questions: tuple[str, ...] = ()  # Question.id, in the order they are asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What a session is to go through."""

    title: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """How long all of it is planned to take."""
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody who was there, as they stood in the table of staff that day."""

    person: str  # StaffMember.person
    name: str
    role: str
    own_device: bool  # came in on a device of their own; else entered by whoever led


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionCount:
    """How many chose one option. Nobody is named."""

    option: str  # Option.id
    text: str
    right: bool
    own: int  # answers from people's own devices
    hands: int  # hands raised


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAloud:
    """One question that was put to everybody, with what they chose together."""

    question: str  # Question.id
    version: int
    stem: str
    answers: int  # people who answered on a device of their own
    options: tuple[OptionCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The minutes of one session, as the ledger keeps them."""

    session: str
    practice: str  # its name
    held_on: date
    began_at: datetime
    ended_at: datetime
    title: str  # of the agenda
    led_by: str  # a name
    present: tuple[Attendee, ...]
    away: tuple[str, ...]  # names of those who work there and were not present
    agenda: tuple[tuple[str, int, bool], ...]  # of every step: title, planned minutes, whether it was reached
    lessons: tuple[tuple[str, str], ...]  # slug and title of every lesson that was touched
    asked: tuple[AskedAloud, ...]
    notes: tuple[tuple[str, str], ...]  # label and text, where something was written

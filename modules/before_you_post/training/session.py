"""A session of the staff: begun by whoever leads it, followed on every device, and kept when it ends.

Everything goes through the store: each device has a program of its own, and none of them knows the others. Answers
from people's own devices are kept as practice, never counted. They go into the ledger when the answer is shown, since
until then they may change. Nobody's answer is ever told to anybody else: only counts leave this module.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from ..records import (
    Agenda,
    Answer,
    EntryKind,
    InputError,
    Minutes,
    OptionCount,
    Problem,
    Question,
    Step,
)
from ..store.staff_session import KeptSession
from ..store.training import TrainingStore
from .attempts import Attempts
from .content import digest_of, question_parts
from .days import local_now
from .desk import Learner, TrainingDesk
from .grading import checked, grade
from .history import History
from .session_minutes import NOTES, attended_body, minutes_body, minutes_of, written_minutes
from .session_plans import ASKED_ALOUD, with_own

_LONGEST = 4000  # characters of one note
_MOST_HANDS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The session that is open, as everybody may know it."""

    id: str
    led_by: str  # StaffMember.person
    held_on: date
    agenda: Agenda
    step: int  # place in the agenda, from 0
    reached: frozenset[int]  # steps so far
    began_at: datetime
    minutes: int  # since it began
    step_minutes: int  # since this step began
    question: str | None  # on the screen now
    shown: bool  # whether its answer is shown
    asked: Mapping[str, bool]  # questions so far, and whether the answer was shown
    people: Mapping[str, bool]  # who is there, and whether on a device of their own
    notes: Mapping[str, str]


class StaffSession:
    """The sessions of one practice. Raises InputError where its records cannot be read, or for what cannot be done."""

    def __init__(
        self,
        desk: TrainingDesk,
        *,
        store: TrainingStore | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        """``store`` has to be the desk's own; ``now`` knows its time zone."""
        self.desk = desk
        self.bank: Mapping[str, Question] = with_own(desk.curriculum.bank)
        self._now = now
        self._kept = (store or TrainingStore()).practice(desk.folder)
        self._rows = self._kept.staff_sessions()
        self._read = History()
        self._texts = Attempts(self._kept.ledger, self._history, self.bank, lambda: desk.settings, now)

    def today(self) -> date:
        """The day it is here."""
        return self._now().date()

    # -- from beginning to end

    def running(self) -> Running | None:
        """The session that is open now."""
        kept = self._rows.open_one()
        if kept is None:
            return None
        now = self._now()
        asked = {one: shown for one, shown in self._rows.asked(kept.id).items() if one in self.bank}
        return Running(
            id=kept.id,
            led_by=kept.led_by,
            held_on=date.fromisoformat(kept.held_on),
            agenda=_agenda(kept.agenda),
            step=kept.step,
            reached=self._rows.reached(kept.id),
            began_at=kept.began_at.astimezone(now.tzinfo),
            minutes=int((now - kept.began_at).total_seconds() // 60),
            step_minutes=int((now - kept.step_began_at).total_seconds() // 60),
            question=kept.question if kept.question in asked else None,
            shown=asked.get(kept.question or "", False),
            asked=asked,
            people=self._rows.people(kept.id),
            notes=kept.notes,
        )

    def begin(self, *, led_by: str, held_on: date, agenda: Agenda, present: Iterable[str]) -> Running:
        """Begin a session. Raises InputError where one is open, or for people and questions there are not."""
        here = {one.person for one in self.desk.roster()}
        people = list(dict.fromkeys(present))
        for person in (led_by, *people):
            if person and person not in here:
                raise _refused(f"{person!r}, who is not on the list of staff today", "people who work here")
        for step in agenda.steps:
            for question in step.questions:
                self._askable(question)
        now = self._now()
        begun = KeptSession(
            id=secrets.token_hex(8),
            led_by=led_by,
            held_on=held_on.isoformat(),
            agenda=asdict(agenda),
            step=0,
            step_began_at=now,
            question=None,
            notes={},
            began_at=now,
        )
        if not self._rows.begin(begun):
            raise _refused("a session that is open already", "one session at a time")
        self._rows.come(begun.id, people, own_device=False)
        return self._current()

    def lead(self, person: str) -> None:
        """Go on leading a session that somebody else began."""
        self._rows.led_by(self._current().id, person)

    def to_step(self, step: int) -> None:
        """Go to a step of the agenda, forward or back. A question that is open is taken off the screen."""
        running = self._current()
        if not 0 <= step < len(running.agenda.steps):
            raise _refused(f"step {step + 1}", f"one from 1 to {len(running.agenda.steps)}")
        if step == running.step:
            self._rows.take_off(running.id)
        else:
            self._rows.to_step(running.id, step, self._now())

    def note(self, name: str, text: str) -> None:
        """Keep a note; ``name`` is one of NOTES."""
        if name not in NOTES:
            raise _refused(f"a note {name!r}", f"one of {', '.join(NOTES)}")
        self._rows.note(self._current().id, name, text[:_LONGEST])

    def end(self) -> Minutes:
        """Write down who was there and what was done, and end the session. What a crash cut short is made up."""
        running = self._current()
        for question in running.asked:
            self._rows.show(running.id, question, self._now())
            self._keep_answers(running.id, question)
        counts = {
            question: (self.answered(running.id, question), self.counts(running.id, question))
            for question in running.asked
        }
        minutes = written_minutes(running, self.desk, self.bank, counts, ended=self._now())
        entries = self._kept.ledger.entries(kinds=[EntryKind.ATTENDED, EntryKind.SESSION])
        written = {(one.kind, one.person) for one in entries if one.body.get("session") == running.id}
        for one in minutes.present:
            if (EntryKind.ATTENDED, one.person) not in written:
                self._kept.ledger.append(EntryKind.ATTENDED, one.person, attended_body(minutes, one), self._now())
        if (EntryKind.SESSION, "") not in written:
            self._kept.ledger.append(EntryKind.SESSION, "", minutes_body(minutes), self._now())
        self._rows.end(running.id, self._now())
        return next(one for one in self.minutes() if one.session == running.id)

    def minutes(self) -> tuple[Minutes, ...]:
        """The minutes of every session so far, the newest first."""
        entries = self._kept.ledger.entries(kinds=[EntryKind.SESSION])
        return tuple(minutes_of(entry) for entry in reversed(entries))

    # -- who is there

    def come(self, person: str, *, own_device: bool) -> None:
        """Enter somebody of today's staff. Raises InputError for anybody else."""
        if person not in {one.person for one in self.desk.roster()}:
            raise _refused(f"{person!r}, who is not on the list of staff today", "people who work here")
        self._rows.come(self._current().id, [person], own_device=own_device)

    def go(self, person: str) -> None:
        """Take somebody off the list."""
        self._rows.go(self._current().id, person)

    # -- questions

    def ask(self, question: str) -> None:
        """Put a question on the screen."""
        self._askable(question)
        self._rows.ask(self._current().id, question, self._now())

    def answer(self, learner: Learner, question: str, answer: object) -> bool:
        """Keep somebody's answer, in place of a former one; False where the question is closed by now."""
        running = self._current()
        given = checked(self._askable(question), answer)
        if running.question != question or running.shown:
            return False
        return self._rows.answer(running.id, question, learner.person, given, self._now())

    def answer_of(self, session: str, person: str, question: str) -> Answer | None:
        """What that person answered. For their own page only."""
        return next((one.answer for one in self._rows.answers(session, question) if one.person == person), None)

    def answered(self, session: str, question: str) -> int:
        """How many answered on a device of their own."""
        return len(self._rows.answers(session, question))

    def raise_hands(self, question: str, option: str, count: int) -> None:
        """So many hands were raised for an option, while the question is open."""
        running = self._current()
        known = option in {one.id for one in self._askable(question).options}
        if not known or running.question != question or running.shown or not 0 <= count <= _MOST_HANDS:
            raise _refused("hands for something that is not asked now", "an option of the open question")
        self._rows.raise_hands(running.id, question, option, count)

    def hands(self, session: str, question: str) -> Mapping[str, int]:
        """Hands raised, by option."""
        return self._rows.hands(session, question)

    def show(self) -> None:
        """Close the question on the screen, show its answer, and keep what people answered as their practice."""
        running = self._current()
        if running.question is None:
            raise _refused("no question on the screen", "one that was asked")
        self._rows.show(running.id, running.question, self._now())
        self._keep_answers(running.id, running.question)

    def counts(self, session: str, question: str) -> tuple[OptionCount, ...]:
        """How many chose each option, own devices and hands apart."""
        asked, hands = self.bank[question], self._rows.hands(session, question)
        chosen = [option for one in self._rows.answers(session, question) for option in one.answer]
        return tuple(
            OptionCount(
                option=option.id,
                text=option.text,
                right=option.right,
                own=chosen.count(option.id),
                hands=hands.get(option.id, 0),
            )
            for option in asked.options
        )

    # -- within

    def _history(self) -> History:
        return self._read.read(self._kept.ledger.entries(after=self._read.last))

    def _current(self) -> Running:
        running = self.running()
        if running is None:
            raise _refused("no session", "one that is open")
        return running

    def _askable(self, question_id: str) -> Question:
        question = self.bank.get(question_id)
        if question is None or question.kind not in ASKED_ALOUD:
            raise _refused(f"a question {question_id!r}", "a question of the course that a room can answer")
        return question

    def _keep_answers(self, session: str, question_id: str) -> None:
        question = self.bank[question_id]
        parts = question_parts(question)
        for one in self._rows.answers(session, question_id):
            if one.kept:
                continue
            body: dict[str, Any] = {
                "attempt": None,
                "session": session,
                "question": question.id,
                "version": question.version,
                "text": self._texts.keep_content(digest_of(parts), parts),
                "answer": one.answer,
                "right": grade(question, one.answer).right,
            }
            self._kept.ledger.append(EntryKind.ANSWERED, one.person, body, one.at)
            self._rows.is_kept(session, question_id, one.person)


def _agenda(values: Mapping[str, Any]) -> Agenda:
    steps = (
        Step(**{**step, "say": tuple(step["say"]), "questions": tuple(step["questions"])}) for step in values["steps"]
    )
    return Agenda(title=values["title"], steps=tuple(steps))


def _refused(found: str, expected: str) -> InputError:
    return InputError(Problem(path="the session", found=found, expected=expected, remedy="Load the page anew."))

"""A session of the staff while it runs: what is on the screen, who is there, and what they answered.

All devices look here, each from a program of its own, so that everybody sees the same within a second. What has to
last, the answers and the minutes, is written into the ledger; these rows only carry a session from its beginning to
its end, and over a crash in between.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from ..records import Answer
from .database import writing
from .staff_session_schema import (
    TABLES,
    StaffSessionAnswerRow,
    StaffSessionHandRow,
    StaffSessionPersonRow,
    StaffSessionQuestionRow,
    StaffSessionRow,
    StaffSessionStepRow,
)
from .training_schema import TrainingTable


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSession:
    """A session as it stands."""

    id: str
    led_by: str
    held_on: str
    agenda: dict[str, Any]
    step: int
    step_began_at: datetime
    question: str | None
    notes: dict[str, str]
    began_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """One person's answer."""

    person: str
    answer: Answer
    at: datetime
    kept: bool


class StaffSessionRows:
    """The sessions of one practice. One at a time is open."""

    def __init__(self, engine: Engine, key: str) -> None:
        self._engine = engine
        self._key = key
        with writing(engine) as connection:  # a file of training records need not have had sessions so far
            TrainingTable.metadata.create_all(connection, tables=TABLES)

    def begin(self, session: KeptSession) -> bool:
        """Begin a session; False where one is open already."""
        values = {
            "id": session.id,
            "practice_key": self._key,
            "led_by": session.led_by,
            "held_on": session.held_on,
            "agenda": json.dumps(session.agenda),
            "step": session.step,
            "step_began_at": session.step_began_at,
            "question": session.question,
            "notes": json.dumps(session.notes),
            "began_at": session.began_at,
            "ended_at": None,
        }
        with writing(self._engine) as connection:
            if connection.execute(self._open()).first() is not None:
                return False
            connection.execute(insert(StaffSessionRow), [values])
            connection.execute(insert(StaffSessionStepRow), [{"session": session.id, "step": session.step}])
        return True

    def open_one(self) -> KeptSession | None:
        """The session that runs now."""
        with self._engine.connect() as connection:
            row = connection.execute(self._open()).first()
        if row is None:
            return None
        return KeptSession(
            id=row.id,
            led_by=row.led_by,
            held_on=row.held_on,
            agenda=json.loads(row.agenda),
            step=row.step,
            step_began_at=row.step_began_at,
            question=row.question,
            notes=json.loads(row.notes),
            began_at=row.began_at,
        )

    def take_off(self, session: str) -> None:
        """Take the question off the screen; the step and its time go on."""
        self._change(session, question=None)

    def to_step(self, session: str, step: int, at: datetime) -> None:
        """Go to another step of the agenda, with nothing asked yet."""
        values = {"step": step, "question": None, "step_began_at": at}
        with writing(self._engine) as connection:
            connection.execute(update(StaffSessionRow).where(StaffSessionRow.id == session).values(**values))
            reached = [{"session": session, "step": step}]
            connection.execute(insert(StaffSessionStepRow).on_conflict_do_nothing(), reached)

    def reached(self, session: str) -> frozenset[int]:
        """The steps of the agenda that were reached, counted from 0."""
        with self._engine.connect() as connection:
            wanted = select(StaffSessionStepRow.step).where(StaffSessionStepRow.session == session)
            return frozenset(connection.scalars(wanted))

    def led_by(self, session: str, person: str) -> None:
        """Somebody else leads from here."""
        self._change(session, led_by=person)

    def note(self, session: str, name: str, text: str) -> None:
        """Keep what was written under that name, in place of what stood there."""
        mine = StaffSessionRow.id == session
        with writing(self._engine) as connection:
            notes = json.loads(connection.scalar(select(StaffSessionRow.notes).where(mine)) or "{}") | {name: text}
            connection.execute(update(StaffSessionRow).where(mine).values(notes=json.dumps(notes)))

    def end(self, session: str, at: datetime) -> None:
        """End a session."""
        self._change(session, ended_at=at, question=None)

    # -- who is there

    def come(self, session: str, people: Iterable[str], *, own_device: bool) -> None:
        """Enter people; who is there already stays as they were entered."""
        rows = [{"session": session, "person": one, "own_device": own_device} for one in people]
        if rows:
            with writing(self._engine) as connection:
                connection.execute(insert(StaffSessionPersonRow).on_conflict_do_nothing(), rows)

    def go(self, session: str, person: str) -> None:
        """Take somebody off the list who was not there after all."""
        mine = (StaffSessionPersonRow.session == session, StaffSessionPersonRow.person == person)
        with writing(self._engine) as connection:
            connection.execute(delete(StaffSessionPersonRow).where(*mine))

    def people(self, session: str) -> dict[str, bool]:
        """Who is there, and whether they came in on a device of their own."""
        wanted = select(StaffSessionPersonRow.__table__).where(StaffSessionPersonRow.session == session)
        with self._engine.connect() as connection:
            return {row.person: row.own_device for row in connection.execute(wanted)}

    # -- questions

    def ask(self, session: str, question: str, at: datetime) -> None:
        """Put a question on the screen. One that was shown before stays shown."""
        row = {"session": session, "question": question, "asked_at": at, "shown_at": None}
        with writing(self._engine) as connection:
            connection.execute(insert(StaffSessionQuestionRow).on_conflict_do_nothing(), [row])
            mine = StaffSessionRow.id == session
            connection.execute(update(StaffSessionRow).where(mine).values(question=question))

    def show(self, session: str, question: str, at: datetime) -> None:
        """Close a question: from now on nobody can answer it."""
        with writing(self._engine) as connection:
            mine = (StaffSessionQuestionRow.session == session, StaffSessionQuestionRow.question == question)
            still = StaffSessionQuestionRow.shown_at.is_(None)
            connection.execute(update(StaffSessionQuestionRow).where(*mine, still).values(shown_at=at))

    def asked(self, session: str) -> dict[str, bool]:
        """The questions asked so far in their order, and whether the answer was shown."""
        wanted = (
            select(StaffSessionQuestionRow.__table__)
            .where(StaffSessionQuestionRow.session == session)
            .order_by(StaffSessionQuestionRow.asked_at, StaffSessionQuestionRow.question)
        )
        with self._engine.connect() as connection:
            return {row.question: row.shown_at is not None for row in connection.execute(wanted)}

    def answer(self, session: str, question: str, person: str, answer: Answer, at: datetime) -> bool:
        """Keep an answer in place of the person's former one; False where the question is not open now."""
        values = {"answer": json.dumps(answer), "at": at, "kept": False}
        put = insert(StaffSessionAnswerRow).values(session=session, question=question, person=person, **values)
        with writing(self._engine) as connection:
            row = connection.execute(self._open()).first()
            mine = (StaffSessionQuestionRow.session == session, StaffSessionQuestionRow.question == question)
            asked = connection.execute(select(StaffSessionQuestionRow.__table__).where(*mine)).first()
            if row is None or row.id != session or asked is None or asked.shown_at is not None:
                return False
            key = [StaffSessionAnswerRow.session, StaffSessionAnswerRow.question, StaffSessionAnswerRow.person]
            connection.execute(put.on_conflict_do_update(index_elements=key, set_=values))
        return True

    def answers(self, session: str, question: str) -> tuple[KeptAnswer, ...]:
        """Everybody's answers to a question, the earliest first."""
        mine = (StaffSessionAnswerRow.session == session, StaffSessionAnswerRow.question == question)
        wanted = select(StaffSessionAnswerRow.__table__).where(*mine).order_by(StaffSessionAnswerRow.at)
        with self._engine.connect() as connection:
            rows = connection.execute(wanted).all()
        return tuple(
            KeptAnswer(person=row.person, answer=json.loads(row.answer), at=row.at, kept=row.kept) for row in rows
        )

    def is_kept(self, session: str, question: str, person: str) -> None:
        """The answer stands in the ledger."""
        mine = (
            StaffSessionAnswerRow.session == session,
            StaffSessionAnswerRow.question == question,
            StaffSessionAnswerRow.person == person,
        )
        with writing(self._engine) as connection:
            connection.execute(update(StaffSessionAnswerRow).where(*mine).values(kept=True))

    def raise_hands(self, session: str, question: str, option: str, count: int) -> None:
        """So many hands were raised for an option."""
        put = insert(StaffSessionHandRow).values(session=session, question=question, option=option, count=count)
        key = [StaffSessionHandRow.session, StaffSessionHandRow.question, StaffSessionHandRow.option]
        with writing(self._engine) as connection:
            connection.execute(put.on_conflict_do_update(index_elements=key, set_={"count": count}))

    def hands(self, session: str, question: str) -> dict[str, int]:
        """Hands raised, by option."""
        mine = (StaffSessionHandRow.session == session, StaffSessionHandRow.question == question)
        with self._engine.connect() as connection:
            rows = connection.execute(select(StaffSessionHandRow.option, StaffSessionHandRow.count).where(*mine)).all()
        return {row.option: row[1] for row in rows}

    # -- within

    def _open(self) -> Any:
        mine = (StaffSessionRow.practice_key == self._key, StaffSessionRow.ended_at.is_(None))
        return select(StaffSessionRow.__table__).where(*mine)

    def _change(self, session: str, **values: Any) -> None:
        with writing(self._engine) as connection:
            connection.execute(update(StaffSessionRow).where(StaffSessionRow.id == session).values(**values))

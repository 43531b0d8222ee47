"""The tables of a session of the staff. They carry it from its beginning to its end, and over a crash in between."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from .schema import AnyText, Moment
from .training_schema import TrainingTable


class StaffSessionRow(TrainingTable):
    """One session."""

    __tablename__ = "staff_sessions"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    practice_key: Mapped[str] = mapped_column(String(32), index=True)
    led_by: Mapped[str] = mapped_column(AnyText)
    held_on: Mapped[str] = mapped_column(String(10))  # ISO
    agenda: Mapped[str] = mapped_column(Text)  # JSON
    step: Mapped[int]
    step_began_at: Mapped[datetime] = mapped_column(Moment)
    question: Mapped[str | None] = mapped_column(AnyText)  # the one on the screen
    notes: Mapped[str] = mapped_column(Text)  # JSON: name -> text
    began_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)


class StaffSessionStepRow(TrainingTable):
    """A step of the agenda that was reached."""

    __tablename__ = "staff_session_steps"

    session: Mapped[str] = mapped_column(String(32), primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class StaffSessionPersonRow(TrainingTable):
    """Somebody who is there."""

    __tablename__ = "staff_session_people"

    session: Mapped[str] = mapped_column(String(32), primary_key=True)
    person: Mapped[str] = mapped_column(AnyText, primary_key=True)
    own_device: Mapped[bool]


class StaffSessionQuestionRow(TrainingTable):
    """A question that was asked. Once its answer was shown, nobody answers it any more."""

    __tablename__ = "staff_session_questions"

    session: Mapped[str] = mapped_column(String(32), primary_key=True)
    question: Mapped[str] = mapped_column(AnyText, primary_key=True)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    shown_at: Mapped[datetime | None] = mapped_column(Moment)


class StaffSessionAnswerRow(TrainingTable):
    """One person's answer, as it stands; it changes until the answer is shown."""

    __tablename__ = "staff_session_answers"

    session: Mapped[str] = mapped_column(String(32), primary_key=True)
    question: Mapped[str] = mapped_column(AnyText, primary_key=True)
    person: Mapped[str] = mapped_column(AnyText, primary_key=True)
    answer: Mapped[str] = mapped_column(Text)  # JSON
    at: Mapped[datetime] = mapped_column(Moment)
    kept: Mapped[bool]  # whether it stands in the ledger


class StaffSessionHandRow(TrainingTable):
    """How many hands were raised for an option."""

    __tablename__ = "staff_session_hands"

    session: Mapped[str] = mapped_column(String(32), primary_key=True)
    question: Mapped[str] = mapped_column(AnyText, primary_key=True)
    option: Mapped[str] = mapped_column(AnyText, primary_key=True)
    count: Mapped[int]


TABLES = [
    TrainingTable.metadata.tables[row.__tablename__]
    for row in (
        StaffSessionRow,
        StaffSessionStepRow,
        StaffSessionPersonRow,
        StaffSessionQuestionRow,
        StaffSessionAnswerRow,
        StaffSessionHandRow,
    )
]

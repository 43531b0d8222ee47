"""The tables of training: the ledger, which is only ever added to, and what has to change from minute to minute.

They stand in a file of their own. Audits can be forgotten; training records are kept for six years.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Index, String, Text, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from .schema import AnyText, Moment

VERSION = 1
"""Number of this layout; it is written into every database, so that a newer or older program can tell."""


class TrainingTable(DeclarativeBase):
    """What these tables share."""


class EntryRow(TrainingTable):
    """One line of the ledger. Triggers refuse any change, so that a slip of ours cannot rewrite history."""

    __tablename__ = "ledger"
    __table_args__ = (Index("ledger_of_a_person", "practice_key", "person", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    practice_key: Mapped[str] = mapped_column(String(32))
    at: Mapped[str] = mapped_column(String(32))  # ISO, UTC, as it was hashed
    kind: Mapped[str] = mapped_column(String(16))
    person: Mapped[str] = mapped_column(AnyText)
    body: Mapped[str] = mapped_column(Text)  # JSON, as it was hashed
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


@event.listens_for(EntryRow.__table__, "after_create")
def _refuse_changes(_: object, connection: Connection, **__: object) -> None:
    for change in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER ledger_no_{change.lower()} BEFORE {change} ON ledger "
            "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END"
        )


class SessionRow(TrainingTable):
    """Somebody who is signed in. The token itself is with the browser; here is its digest."""

    __tablename__ = "sessions"

    token: Mapped[str] = mapped_column(String(64), primary_key=True)  # SHA-256
    practice_key: Mapped[str] = mapped_column(String(32))
    person: Mapped[str] = mapped_column(AnyText)
    began_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment)


class SecretRow(TrainingTable):
    """A person's PIN, or the start code of a practice (person ""), as a slow hash; and how often it was mistyped."""

    __tablename__ = "secrets"

    practice_key: Mapped[str] = mapped_column(String(32), primary_key=True)
    person: Mapped[str] = mapped_column(AnyText, primary_key=True)
    hash: Mapped[str | None] = mapped_column(Text)  # Argon2; None = not chosen
    set_at: Mapped[datetime | None] = mapped_column(Moment)
    wrong: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None] = mapped_column(Moment)

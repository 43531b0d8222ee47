"""Where training records are kept: ``training.sqlite`` in the private folder, beside the audits and apart from them.

Training records are kept for six years, leavers' too; so ``before-you-post forget`` does not touch this file.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, delete, or_, select, update
from sqlalchemy.dialects.sqlite import Insert, insert

from .database import Layout, open_database, writing
from .home import HOME_VARIABLE, default_home, practice_key, private_folder, refuse_inside, unwritable
from .ledger import Ledger
from .staff_session import StaffSessionRows
from .training_schema import VERSION, SecretRow, SessionRow, TrainingTable

FILE = "training.sqlite"
NOTE = "training.last"  # number and hash of the ledger's last line
IDLE = timedelta(minutes=60)
LONGEST = timedelta(hours=12)
_NOTICE = timedelta(minutes=1)  # between two writings of "last seen"

_LAYOUT = Layout(
    tables=TrainingTable.metadata,
    version=VERSION,
    holds="training records",
    remedy=(
        "Use the version of this program that made it. Training records have to be kept: do not delete the file. "
        f"{HOME_VARIABLE} can name another folder."
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """What is kept of a PIN or a start code."""

    hash: str | None
    set_at: datetime | None
    wrong: int
    locked_until: datetime | None


class TrainingStore:
    """Everything kept about training by one user; ``home`` is by default the user's own data folder."""

    def __init__(self, home: Path | None = None) -> None:
        self.home = (home or default_home()).resolve()

    def practice(self, folder: Path) -> PracticeTraining:
        """What is kept of the practice in that folder.

        Raises InputError where the home lies inside the practice folder, cannot be written, or holds a database that
        this version cannot use.
        """
        refuse_inside(self.home, folder)
        try:
            engine = open_database(private_folder(self.home) / FILE, _LAYOUT)
        except OSError as error:
            raise unwritable(self.home, error) from error
        return PracticeTraining(engine, practice_key(folder), self.home / NOTE)


class PracticeTraining:
    """The ledger, the sessions and the secrets of one practice."""

    def __init__(self, engine: Engine, key: str, note: Path) -> None:
        self.ledger = Ledger(engine, key, note)
        self._engine = engine
        self._key = key

    def staff_sessions(self) -> StaffSessionRows:
        """The sessions of the staff, where a group learns together."""
        return StaffSessionRows(self._engine, self._key)

    def open_session(self, person: str, now: datetime) -> str:
        """Begin a session and return its token, which is kept nowhere here."""
        token = secrets.token_urlsafe(32)
        row = {
            "token": _digest(token),
            "practice_key": self._key,
            "person": person,
            "began_at": now,
            "seen_at": now,
        }
        over = or_(SessionRow.seen_at < now - IDLE, SessionRow.began_at < now - LONGEST)
        with writing(self._engine) as connection:
            connection.execute(delete(SessionRow).where(over))
            connection.execute(insert(SessionRow), [row])
        return token

    def session(self, token: str, now: datetime) -> str | None:
        """The person signed in with that token; None where the session is over: 60 minutes idle, or 12 hours old."""
        mine = (SessionRow.token == _digest(token), SessionRow.practice_key == self._key)
        with self._engine.connect() as connection:
            row = connection.execute(select(SessionRow.__table__).where(*mine)).one_or_none()
        if row is None or row.seen_at < now - IDLE or row.began_at < now - LONGEST:
            return None
        if row.seen_at < now - _NOTICE:
            with writing(self._engine) as connection:
                connection.execute(update(SessionRow).where(*mine).values(seen_at=now))
        return str(row.person)

    def close_session(self, token: str) -> None:
        """End a session."""
        with writing(self._engine) as connection:
            connection.execute(delete(SessionRow).where(SessionRow.token == _digest(token)))

    def close_sessions(self, person: str) -> None:
        """End every session of a person."""
        with writing(self._engine) as connection:
            connection.execute(
                delete(SessionRow).where(SessionRow.practice_key == self._key, SessionRow.person == person)
            )

    def secret(self, person: str) -> Secret:
        """What is kept of a person's PIN; of the start code for person ""."""
        mine = select(SecretRow.__table__).where(SecretRow.practice_key == self._key, SecretRow.person == person)
        with self._engine.connect() as connection:
            row = connection.execute(mine).one_or_none()
        if row is None:
            return Secret(hash=None, set_at=None, wrong=0, locked_until=None)
        return Secret(hash=row.hash, set_at=row.set_at, wrong=row.wrong, locked_until=row.locked_until)

    def chosen(self) -> frozenset[str]:
        """Everybody who has a PIN."""
        mine = select(SecretRow.person).where(SecretRow.practice_key == self._key, SecretRow.hash.is_not(None))
        with self._engine.connect() as connection:
            return frozenset(connection.scalars(mine))

    def set_secret(self, person: str, hash: str | None, now: datetime) -> None:
        """Keep a new hash, or none; what was mistyped before is forgotten."""
        self._put(person, {"hash": hash, "set_at": now, "wrong": 0, "locked_until": None})

    def forgive(self, person: str) -> None:
        """Forget what was mistyped."""
        self._put(person, {"wrong": 0, "locked_until": None})

    def count_wrong(self, person: str, *, most: int, until: datetime) -> int:
        """Count one more wrong try and return how many that makes; at ``most`` it locks until then, from 0 anew."""
        mine = (SecretRow.practice_key == self._key, SecretRow.person == person)
        with writing(self._engine) as connection:
            count = (connection.scalar(select(SecretRow.wrong).where(*mine)) or 0) + 1
            values = {"wrong": 0, "locked_until": until} if count >= most else {"wrong": count}
            connection.execute(_put(self._key, person, values))
        return count

    def _put(self, person: str, values: dict[str, Any]) -> None:
        with writing(self._engine) as connection:
            connection.execute(_put(self._key, person, values))


def _put(key: str, person: str, values: dict[str, Any]) -> Insert:
    add = insert(SecretRow).values(practice_key=key, person=person, **({"wrong": 0} | values))
    return add.on_conflict_do_update(index_elements=[SecretRow.practice_key, SecretRow.person], set_=values)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()

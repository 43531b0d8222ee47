"""The training ledger: lines that are only ever added, each tied to the one before by its hash.

Who changes, removes or inserts a line breaks every hash after it. Cutting lines off the end breaks none; so the
number and hash of the last line stand in a small file beside the database, too. What this cannot show: somebody who
owns the machine can write the whole ledger and that file anew. Printed certificates carry a hash against that.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, insert, select

from ..records import ChainCheck, EntryKind, LedgerEntry
from . import chain
from .database import writing
from .training_schema import EntryRow

_LAST = select(EntryRow.id, EntryRow.hash).order_by(EntryRow.id.desc()).limit(1)
_COLUMNS = tuple(column.name for column in EntryRow.__table__.columns)
_RAW = f"SELECT {', '.join(_COLUMNS)} FROM ledger ORDER BY id"  # noqa: S608 - our own names


class Ledger:
    """The lines about one practice. The chain runs through the lines of all practices in the file."""

    def __init__(self, engine: Engine, practice_key: str, note: Path) -> None:
        self._engine = engine
        self._practice_key = practice_key
        self._note = note

    def append(self, kind: EntryKind, person: str, body: dict[str, Any], at: datetime) -> LedgerEntry:
        """Add a line and return it. When this returns, the line is on the disk.

        ``at`` must know its time zone. ``body`` is what JSON can hold, without fractions: those are written in more
        than one way.
        """
        with writing(self._engine) as connection:
            last = connection.execute(_LAST).one_or_none()
            line: dict[str, Any] = {
                "id": last.id + 1 if last else 1,
                "practice_key": self._practice_key,
                "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
                "kind": kind.value,
                "person": person,
                "body": chain.canonical(body),
                "previous": last.hash if last else "",
            }
            line["hash"] = chain.line_hash(**line)
            connection.execute(insert(EntryRow), [line])
        self._write_note()
        return _entry(**line)

    def entries(
        self, person: str | None = None, *, kinds: Iterable[EntryKind] | None = None, after: int = 0
    ) -> tuple[LedgerEntry, ...]:
        """The lines about this practice, oldest first: of one person, of some kinds, after a number."""
        wanted = select(EntryRow.__table__).where(EntryRow.practice_key == self._practice_key, EntryRow.id > after)
        if person is not None:
            wanted = wanted.where(EntryRow.person == person)
        if kinds is not None:
            wanted = wanted.where(EntryRow.kind.in_([kind.value for kind in kinds]))
        with self._engine.connect() as connection:
            rows = connection.execute(wanted.order_by(EntryRow.id)).all()
        return tuple(_entry(**row._mapping) for row in rows)

    def last_hash(self) -> str:
        """The hash of the last line, "" where there is none."""
        with self._engine.connect() as connection:
            last = connection.execute(_LAST).one_or_none()
        return str(last.hash) if last else ""

    def verify(self) -> ChainCheck:
        """Read every line of the file, of all practices, and name the first that does not fit."""
        note = chain.read_note(self._note)  # before the lines: one that is added meanwhile is no trouble
        raw = self._engine.raw_connection()
        file = raw.driver_connection
        assert isinstance(file, sqlite3.Connection)  # noqa: S101 - what open_database makes
        # as the file has it: what somebody wrote into it need not be what our own columns can read
        file.text_factory = _read_anything
        try:
            return chain.check(_lines(file.execute(_RAW)), note)
        finally:
            file.text_factory = str
            raw.close()

    def _write_note(self) -> None:
        """Note the last line beside the database, unless the line noted before is gone: that must go on to show."""
        with writing(self._engine) as connection:
            noted = chain.read_note(self._note)
            if isinstance(noted, str):
                return
            if noted is not None and noted.number:
                there = connection.scalar(select(EntryRow.hash).where(EntryRow.id == noted.number))
                if there != noted.hash:
                    return
            last = connection.execute(_LAST).one()
            chain.write_note(self._note, chain.Note(number=last.id, hash=last.hash))


def _read_anything(text: bytes) -> str:
    return text.decode("utf-8", "surrogateescape")


def _lines(rows: Iterable[tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    """The lines as they stand in the file; where it cannot be read on, a line that fits nowhere."""
    try:
        for row in rows:
            yield dict(zip(_COLUMNS, row, strict=True))
    except sqlite3.DatabaseError:
        yield {"id": None}


def _entry(
    *, id: int, practice_key: str, at: str, kind: str, person: str, body: str, previous: str, hash: str
) -> LedgerEntry:
    return LedgerEntry(
        number=id,
        practice=practice_key,
        at=datetime.fromisoformat(at),
        kind=EntryKind(kind),
        person=person,
        body=json.loads(body),
        previous=previous,
        hash=hash,
    )

"""Opening a database: one SQLite file that survives a killed program and two programs at once.

Write-ahead logging lets a dashboard read while an audit writes; every change is one transaction, so a program
that dies in the middle leaves what was there before.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, MetaData, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry

from ..records import InputError, Problem
from .home import HOME_VARIABLE, private_file
from .schema import VERSION, Table

_PATIENCE = 60.0  # seconds to wait for another program's transaction; each of ours takes well under one


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What a database of ours holds, and what to tell somebody whose file is another."""

    tables: MetaData
    version: int
    holds: str  # "kept audits"
    remedy: str


AUDITS = Layout(
    tables=Table.metadata,
    version=VERSION,
    holds="kept audits",
    remedy=(
        "Use the version of this program that made it, or move the file away: the next audit then starts "
        f"a new one, without the history. {HOME_VARIABLE} can name another folder."
    ),
)


def open_database(path: Path, layout: Layout = AUDITS) -> Engine:
    """Open the database, making it if it is not there.

    Raises InputError where the file is no such database, or was made by a newer or older version of this program.
    """
    private_file(path)
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _PATIENCE})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with writing(engine) as connection:
            found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if found == 0 and not _holds_tables(connection):
                layout.tables.create_all(connection)
                connection.exec_driver_sql(f"PRAGMA user_version = {layout.version}")
                found = layout.version
    except DatabaseError as error:
        found_instead = f"a file that is no usable database ({error.orig})"
        raise _refusal(path, found_instead, f"a database of {layout.holds}", layout.remedy) from error
    if found != layout.version:
        raise _refusal(path, f"a database of version {found}", f"version {layout.version}", layout.remedy)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection inside one transaction that may write; it is kept whole at the end, or not at all."""
    # the lock is taken at once: a transaction that first reads and then writes could be refused half way
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        yield connection


def _prepare(connection: object, _: ConnectionPoolEntry) -> None:
    # the driver's own notion of transactions is switched off, so that BEGIN means what _begin says
    connection.isolation_level = None  # type: ignore[attr-defined]
    for pragma in ("journal_mode = WAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _holds_tables(connection: Connection) -> bool:
    return bool(connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one())


def _refusal(path: Path, found: str, expected: str, remedy: str) -> InputError:
    return InputError(Problem(path=str(path), found=found, expected=expected, remedy=remedy))

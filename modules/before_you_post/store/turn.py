"""One audit of a practice at a time: the second one waits for its turn.

Two audits at once would write the same fingerprint index. The lock is a transaction on an empty SQLite file,
which works alike on every system and is let go by the system itself when a program dies, however it dies.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ..records import InputError, Problem
from .home import private_file

_LOOK_AGAIN = 0.2  # seconds


@contextmanager
def turn(lock: Path, *, waiting: Callable[[], None], patience: float = 1800.0) -> Iterator[None]:
    """Hold the lock while the block runs; ``waiting`` is called once where another audit holds it.

    Raises InputError after ``patience`` seconds of waiting.
    """
    give_up = time.monotonic() + patience
    told = False
    with closing(sqlite3.connect(private_file(lock), timeout=0, isolation_level=None)) as file:
        while not _taken(file):
            if time.monotonic() > give_up:
                raise _refusal(lock)
            if not told:
                waiting()
                told = True
            time.sleep(_LOOK_AGAIN)
        yield


def _taken(file: sqlite3.Connection) -> bool:
    try:
        file.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def _refusal(lock: Path) -> InputError:
    return InputError(
        Problem(
            path=str(lock),
            found="another audit of this practice, still running",
            expected="one audit of a practice at a time",
            remedy="Wait until the other audit has ended, or close it; then try again.",
        )
    )

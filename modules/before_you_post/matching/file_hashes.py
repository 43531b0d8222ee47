"""The content hash of every file of a library, worked out again only where the file may have changed.

Reading a million photos at every audit to learn that none changed would take hours. A file is taken for unchanged
while its size and the time of its last change (to the nanosecond, where the disk keeps it so) are what they were.
That is safe enough here: every program that edits a photo sets that time; one that puts it back on purpose must also
leave the very same number of bytes; and what would follow is only that a published photo is compared with the photo
as it was before. Two cases are caught apart: a file changed so short a time ago that a second change could fall into
the same tick of the disk's clock is not remembered, nor one that changed while it was read.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from ..inputs.tree import stamp_of
from ..photos.facts import content_hash

_TICK = 2 * 10**9  # nanoseconds; the coarsest clock of a disk in use is that of FAT, two seconds
_TABLE = "create table if not exists files (path blob primary key, stamp text, sha256 text) without rowid"
_ASK = "select sha256 from files where path = ? and stamp = ?"
_KEEP = "insert or replace into files values (?, ?, ?)"
_AT_ONCE = 256  # files hashed between two writings


class FileHashes:
    """Content hashes kept in one SQLite file. Paths are kept as hashes: the index names nobody's photo."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def of(self, locations: Sequence[str]) -> list[str]:
        """SHA-256 (hexadecimal) of every file, in their order; "" for one that cannot be read."""
        with closing(self._opened()) as known:
            hashes = []
            for number, location in enumerate(locations):
                hashes.append(_hash(known, location))
                if number % _AT_ONCE == 0:
                    known.commit()
            known.commit()
        return hashes

    def _opened(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _table(self._file)
        except sqlite3.OperationalError:  # locked, or no room: not ours to mend
            raise
        except sqlite3.DatabaseError:  # spoilt: nothing is lost but time
            self._file.unlink()
            return _table(self._file)


def _table(file: Path) -> sqlite3.Connection:
    known = sqlite3.connect(file)
    try:
        known.execute(_TABLE)
    except sqlite3.DatabaseError:
        known.close()
        raise
    return known


def _hash(known: sqlite3.Connection, location: str) -> str:
    path = hashlib.sha256(location.encode("utf-8", "surrogateescape")).digest()
    stamp = _stamp(location)
    row = known.execute(_ASK, (path, repr(stamp))).fetchone() if stamp else None
    if row:
        return str(row[0])
    began = time.time_ns()
    sha256, _ = content_hash(Path(location))
    if sha256 and stamp and stamp == _stamp(location) and stamp[0] < began - _TICK:
        known.execute(_KEEP, (path, repr(stamp), sha256))
    return sha256


def _stamp(location: str) -> tuple[int, int] | None:
    """When the file was last changed (nanoseconds) and its bytes; of a zip, for what lies inside it."""
    try:
        return stamp_of(location)
    except (OSError, ValueError):
        return None

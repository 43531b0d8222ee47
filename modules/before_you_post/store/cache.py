"""What earlier audits already worked out, so that the next one looks only at what changed.

A key names everything its value depends on (the content of the file, the version of the way of looking), so an
entry is never wrong, only unused.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from threading import RLock

from sqlalchemy import Engine, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from .database import writing
from .schema import CacheRow

_BATCH = 100  # entries written in one transaction: what a killed audit has to look at again, at most
# built once: an audit asks thousands of times
_VALUE = select(CacheRow.value).where(CacheRow.practice_key == bindparam("practice"), CacheRow.key == bindparam("key"))


class Cache(MutableMapping[str, str]):
    """Remembered results of one practice, in the database; entries are written in batches, and by ``flush``."""

    def __init__(self, engine: Engine, practice_key: str) -> None:
        self._engine = engine
        self._practice_key = practice_key
        self._unwritten: dict[str, str] = {}
        self._lock = RLock()  # collecting may use threads

    def __getitem__(self, key: str) -> str:
        with self._lock:
            if key in self._unwritten:
                return self._unwritten[key]
        with self._engine.connect() as connection:
            value = connection.scalar(_VALUE, {"practice": self._practice_key, "key": key})
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key: str, value: str) -> None:
        with self._lock:
            self._unwritten[key] = value
            if len(self._unwritten) >= _BATCH:
                self.flush()

    def __delitem__(self, key: str) -> None:
        self.flush()
        unwanted = delete(CacheRow).where(CacheRow.practice_key == self._practice_key, CacheRow.key == key)
        with writing(self._engine) as connection:
            if connection.execute(unwanted).rowcount == 0:
                raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        self.flush()
        keys = select(CacheRow.key).where(CacheRow.practice_key == self._practice_key).order_by(CacheRow.key)
        with self._engine.connect() as connection:
            return iter(connection.scalars(keys).all())

    def __len__(self) -> int:
        self.flush()
        size = select(func.count()).where(CacheRow.practice_key == self._practice_key)
        with self._engine.connect() as connection:
            return connection.scalar(size) or 0

    def flush(self) -> None:
        """Write what is not yet in the database."""
        with self._lock:
            if not self._unwritten:
                return
            rows = [
                {"practice_key": self._practice_key, "key": key, "value": value}
                for key, value in self._unwritten.items()
            ]
            add = insert(CacheRow)
            add = add.on_conflict_do_update(
                index_elements=[CacheRow.practice_key, CacheRow.key], set_={"value": add.excluded.value}
            )
            with writing(self._engine) as connection:
                connection.execute(add, rows)
            self._unwritten.clear()

"""The database of kept audits opens, refuses what it does not know, and keeps whole what was kept."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from before_you_post.records import InputError
from before_you_post.store.cache import Cache
from before_you_post.store.database import open_database, writing
from before_you_post.store.schema import VERSION


def test_a_new_database_carries_its_version_and_writes_ahead(tmp_path: Path) -> None:
    open_database(tmp_path / "kept.sqlite")
    file = sqlite3.connect(tmp_path / "kept.sqlite")

    assert file.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("version", [VERSION + 1, VERSION - 1])
def test_a_database_of_another_version_is_refused_with_what_to_do(tmp_path: Path, version: int) -> None:
    file = sqlite3.connect(tmp_path / "kept.sqlite")
    file.execute("CREATE TABLE something (id)")
    file.execute(f"PRAGMA user_version = {version}")
    file.commit()

    with pytest.raises(InputError) as refused:
        open_database(tmp_path / "kept.sqlite")

    assert refused.value.problem.found == f"a database of version {version}"
    assert "move the file away" in refused.value.problem.remedy


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    path.write_text("This is a letter to the practice, not a database. " * 50, encoding="utf-8")

    with pytest.raises(InputError, match="no usable database"):
        open_database(path)

    assert path.read_text(encoding="utf-8").startswith("This is a letter")


def test_foreign_keys_are_enforced(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "kept.sqlite")

    with pytest.raises(Exception, match="FOREIGN KEY"), writing(engine) as connection:
        connection.exec_driver_sql("INSERT INTO findings VALUES (99, 0, 'photo', 'a', 'rule', NULL, 'fail')")


def test_what_a_failed_transaction_wrote_is_not_kept(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "kept.sqlite")
    with pytest.raises(ZeroDivisionError), writing(engine) as connection:
        connection.exec_driver_sql("INSERT INTO cache VALUES ('practice', 'key', 'value')")
        _ = 1 / 0

    assert len(Cache(engine, "practice")) == 0


@pytest.mark.skipif(os.name != "posix", reason="rights of files are a POSIX matter")
def test_only_its_owner_can_read_the_database_and_its_side_files(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "kept.sqlite")
    with writing(engine) as connection:
        connection.exec_driver_sql("INSERT INTO cache VALUES ('practice', 'key', 'value')")
        rights = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}

    assert rights == {"kept.sqlite": 0o600, "kept.sqlite-wal": 0o600, "kept.sqlite-shm": 0o600}


_WRITER = """
import sys
from pathlib import Path
from before_you_post.store.cache import Cache
from before_you_post.store.database import open_database
cache = Cache(open_database(Path(sys.argv[1])), "practice")
for number in range(40):
    cache[f"{sys.argv[2]} {number}"] = "value"
    cache.flush()
"""


def test_programs_that_make_and_write_the_database_at_the_same_time_all_succeed(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    programs = [subprocess.Popen([sys.executable, "-c", _WRITER, str(path), name]) for name in "abc"]

    assert [program.wait(timeout=60) for program in programs] == [0, 0, 0]
    assert len(Cache(open_database(path), "practice")) == 120
    assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)

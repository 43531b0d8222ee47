"""What is kept of a practice can be deleted for good, and nothing else goes with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import handmade_audits as handmade
from before_you_post import cli
from before_you_post.store import PracticeStore, Store

DAY = date(2026, 11, 16)
NAME = "Perpetua-Clementine"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BEFORE_YOU_POST_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def kept(tmp_path: Path, name: str = "practice") -> PracticeStore:
    """A practice with two audits, a remembered result and an index."""
    store = Store().practice(tmp_path / name)
    store.save(handmade.audit(handmade.judged("nose.jpg"), as_of=DAY))
    store.save(handmade.audit(handmade.revoked(f"{NAME}.jpg"), as_of=DAY))
    store.cache["facts/1/abc"] = f'{{"text": "{NAME}"}}'
    store.cache.flush()
    (store.index_folder / "shard.npz").write_bytes(b"an index")
    return store


def rows(home: Path, table: str) -> int:
    with closing(sqlite3.connect(home / "before-you-post.sqlite")) as file:
        return int(file.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


def on_disk(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())


def test_everything_kept_of_a_practice_goes_and_no_name_stays_on_the_disk(tmp_path: Path, home: Path) -> None:
    store = kept(tmp_path)
    assert NAME.encode() in on_disk(home)
    gone = store.forget()
    assert (gone.audits, gone.remembered) == (2, 1)
    assert [rows(home, table) for table in ("audits", "photos", "findings", "judged", "cache")] == [0] * 5
    assert list(store.index_folder.iterdir()) == []
    assert NAME.encode() not in on_disk(home)


def test_another_practice_keeps_what_it_has(tmp_path: Path) -> None:
    other = kept(tmp_path, "other")
    before = other.latest()
    kept(tmp_path).forget()
    assert other.latest() == before
    assert dict(other.cache) == {"facts/1/abc": f'{{"text": "{NAME}"}}'}
    assert (other.index_folder / "shard.npz").exists()


def test_the_audits_alone_may_go(tmp_path: Path) -> None:
    store = kept(tmp_path)
    gone = store.forget(audits_only=True)
    assert (gone.audits, gone.remembered, store.latest(), len(store.cache)) == (2, 0, None, 1)
    assert (store.index_folder / "shard.npz").exists()


def test_a_forgotten_practice_can_be_audited_again(tmp_path: Path) -> None:
    store = kept(tmp_path)
    store.forget()
    again = store.save(handmade.audit(handmade.revoked("chin.jpg"), as_of=DAY))
    assert store.latest() == again
    assert again.changes == ()


def test_the_command_asks_first_and_says_what_it_deleted(tmp_path: Path, home: Path) -> None:
    kept(tmp_path)
    refused = CliRunner().invoke(cli.main, ["forget", str(tmp_path / "practice")], input="n\n")
    assert (refused.exit_code, rows(home, "audits")) == (1, 2)
    done = CliRunner().invoke(cli.main, ["forget", str(tmp_path / "practice")], input="y\n")
    assert done.exit_code == 0
    assert "2 kept audits, 1 remembered result" in done.output
    assert "The practice folder is as it was" in done.output


def test_the_command_can_leave_what_was_worked_out(tmp_path: Path, home: Path) -> None:
    kept(tmp_path)
    done = CliRunner().invoke(cli.main, ["forget", str(tmp_path / "practice"), "--audits", "--yes"])
    assert (done.exit_code, rows(home, "audits"), rows(home, "cache")) == (0, 0, 1)

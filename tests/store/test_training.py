"""Sessions end by themselves, secrets are counted and locked, and forgetting audits keeps training records."""

from __future__ import annotations

import sqlite3
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from before_you_post.cli import main
from before_you_post.records import EntryKind, InputError
from before_you_post.store import Store
from before_you_post.store.home import HOME_VARIABLE
from before_you_post.store.training import FILE, NOTE, PracticeTraining, TrainingStore

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def kept_in(place: Path) -> PracticeTraining:
    return TrainingStore(place / "home").practice(place / "practice")


def test_a_session_is_known_by_its_token_which_is_kept_nowhere(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    token = kept.open_session("S-01", NOW)

    assert kept.session(token, NOW) == "S-01"
    assert kept.session(token + "x", NOW) is None
    assert kept.session("", NOW) is None
    assert token.encode() not in (tmp_path / "home" / FILE).read_bytes()


def test_a_session_ends_when_it_is_idle_for_an_hour_or_half_a_day_old(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    token = kept.open_session("S-01", NOW)
    assert kept.session(token, NOW + timedelta(minutes=59)) == "S-01"
    assert kept.session(token, NOW + timedelta(minutes=118)) == "S-01"
    assert kept.session(token, NOW + timedelta(minutes=180)) is None

    busy = kept.open_session("S-01", NOW)
    for half_hours in range(1, 25):
        assert kept.session(busy, NOW + timedelta(minutes=30 * half_hours)) == "S-01"
    assert kept.session(busy, NOW + timedelta(hours=12, seconds=1)) is None


def test_sessions_of_another_practice_do_not_count_here(tmp_path: Path) -> None:
    token = kept_in(tmp_path).open_session("S-01", NOW)
    other = TrainingStore(tmp_path / "home").practice(tmp_path / "another")

    assert other.session(token, NOW) is None


def test_a_closed_session_is_over(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    one, two = kept.open_session("S-01", NOW), kept.open_session("S-01", NOW)
    kept.close_session(one)
    assert (kept.session(one, NOW), kept.session(two, NOW)) == (None, "S-01")
    kept.close_sessions("S-01")
    assert kept.session(two, NOW) is None


def test_wrong_tries_are_counted_until_they_lock(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    until = NOW + timedelta(minutes=5)
    counts = [kept.count_wrong("S-01", most=3, until=until) for _ in range(3)]

    assert counts == [1, 2, 3]
    assert kept.secret("S-01").locked_until == until
    assert kept.secret("S-02").locked_until is None
    kept.forgive("S-01")
    assert (kept.secret("S-01").wrong, kept.secret("S-01").locked_until) == (0, None)


def test_counting_wrong_tries_leaves_the_secret_as_it_is(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    kept.set_secret("S-01", "a hash", NOW)
    kept.count_wrong("S-01", most=5, until=NOW)
    kept.forgive("S-01")

    assert kept.secret("S-01").hash == "a hash"
    assert kept.chosen() == {"S-01"}
    kept.set_secret("S-01", None, NOW)
    assert kept.chosen() == frozenset()


def test_forgetting_a_practice_keeps_its_training_records_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, folder = tmp_path / "home", tmp_path / "practice"
    folder.mkdir()
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    kept = kept_in(tmp_path)
    kept.ledger.append(EntryKind.PIN, "S-01", {}, NOW)
    Store(home).practice(folder)

    done = CliRunner().invoke(main, ["forget", str(folder), "--yes"])

    assert done.exit_code == 0
    assert "Training records are kept" in done.output
    assert len(kept_in(tmp_path).ledger.entries()) == 1
    assert kept_in(tmp_path).ledger.verify().whole


def test_only_the_owner_may_read_the_records(tmp_path: Path) -> None:
    kept_in(tmp_path).ledger.append(EntryKind.PIN, "S-01", {}, NOW)

    for name in (FILE, NOTE):
        assert stat.S_IMODE((tmp_path / "home" / name).stat().st_mode) == 0o600


def test_records_are_never_kept_inside_the_practice_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="inside the practice folder"):
        TrainingStore(tmp_path / "practice" / "kept").practice(tmp_path / "practice")


def test_a_database_of_a_later_program_is_refused_and_not_to_be_deleted(tmp_path: Path) -> None:
    kept_in(tmp_path)
    with sqlite3.connect(tmp_path / "home" / FILE) as file:
        file.execute("PRAGMA user_version = 99")

    with pytest.raises(InputError, match="do not delete the file"):
        kept_in(tmp_path)

"""The ledger is only ever added to, survives a killed program, and shows every change."""

# ruff: noqa: S608 - these tests are the tamperer

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.records import EntryKind
from before_you_post.store.ledger import Ledger
from before_you_post.store.training import FILE, NOTE, TrainingStore

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FIELDS = ("practice_key", "at", "kind", "person", "body", "previous", "hash")


def ledger_in(home: Path, practice: str = "practice") -> Ledger:
    return TrainingStore(home).practice(home.parent / practice).ledger


def filled(home: Path, count: int = 6) -> Ledger:
    ledger = ledger_in(home)
    for number in range(count):
        ledger.append(EntryKind.SIGN_IN, f"S-{number:02}", {"how": "pin", "number": number}, AT)
    return ledger


def tamper(home: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    """What somebody with the file in their hands can do."""
    file = sqlite3.connect(home / FILE)
    for trigger in ("ledger_no_update", "ledger_no_delete"):
        file.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    for statement in statements:
        file.execute(statement, values)
    file.commit()
    file.close()


def test_what_was_added_is_read_back_and_fits(tmp_path: Path) -> None:
    ledger = filled(tmp_path / "home")

    found = ledger.verify()

    assert found.whole
    assert (found.entries, found.last) == (6, ledger.entries()[-1].hash)
    assert [entry.number for entry in ledger.entries()] == [1, 2, 3, 4, 5, 6]
    assert ledger.entries("S-03")[0].body == {"how": "pin", "number": 3}
    assert ledger.entries(after=4, kinds=[EntryKind.SIGN_IN])[0].person == "S-04"
    assert ledger.entries(kinds=[EntryKind.PIN]) == ()


def test_an_empty_ledger_fits(tmp_path: Path) -> None:
    assert ledger_in(tmp_path / "home").verify().whole


def test_practices_share_one_chain_and_see_their_own_lines(tmp_path: Path) -> None:
    one, other = ledger_in(tmp_path / "home", "one"), ledger_in(tmp_path / "home", "other")
    one.append(EntryKind.PIN, "S-01", {}, AT)
    other.append(EntryKind.PIN, "S-01", {}, AT)
    one.append(EntryKind.PIN, "S-02", {}, AT)

    assert [entry.number for entry in one.entries()] == [1, 3]
    assert [entry.number for entry in other.entries()] == [2]
    assert one.verify().entries == 3


@pytest.mark.parametrize("statement", ["UPDATE ledger SET person = 'S-99'", "DELETE FROM ledger"])
def test_the_database_itself_refuses_to_change_a_line(tmp_path: Path, statement: str) -> None:
    filled(tmp_path / "home")
    with (
        sqlite3.connect(tmp_path / "home" / FILE) as file,
        pytest.raises(sqlite3.DatabaseError, match="only ever added"),
    ):
        file.execute(statement)


@settings(max_examples=60, deadline=None)
@given(
    number=st.integers(1, 5),
    field=st.sampled_from(FIELDS),
    value=st.one_of(st.text(max_size=20), st.integers(-5, 5), st.none()),
)
def test_a_change_of_any_field_of_any_line_is_noticed(number: int, field: str, value: object) -> None:
    with TemporaryDirectory() as place:
        home = Path(place) / "home"
        ledger = filled(home, 5)
        before = (
            sqlite3.connect(home / FILE).execute(f"SELECT {field} FROM ledger WHERE id = ?", (number,)).fetchone()[0]
        )
        if value in (before, None):
            value = f"{before} " if isinstance(before, str) else "x"
        tamper(home, f"UPDATE ledger SET {field} = ? WHERE id = {number}", values=(value,))

        found = ledger.verify()

        assert not found.whole
        assert found.first_bad is not None
        # a changed hash is noticed in its own line; nothing later is named first
        assert found.first_bad == number


@pytest.mark.parametrize(
    "change",
    [
        "person = '\\'",
        "person = '\\u0053-02'",  # the same name to a reader of JSON, and another one to a search
        "person = NULL",
        "body = x'ff00'",
        "body = CAST(x'ff00' AS TEXT)",
        "body = replace(body, ':', ': ')",
        "kind = 'gossip'",
    ],
)
def test_a_line_that_can_hardly_be_read_is_named_like_any_other(tmp_path: Path, change: str) -> None:
    home = tmp_path / "home"
    ledger = filled(home)
    tamper(home, "PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '')")
    tamper(home, f"UPDATE ledger SET {change} WHERE id = 3")

    assert ledger.verify().first_bad == 3


@settings(max_examples=25, deadline=None)
@given(gone=st.sets(st.integers(1, 6), min_size=1))
def test_missing_lines_are_noticed_wherever_they_stood(gone: set[int]) -> None:
    with TemporaryDirectory() as place:
        home = Path(place) / "home"
        ledger = filled(home)
        tamper(home, f"DELETE FROM ledger WHERE id IN ({', '.join(map(str, gone))})")

        found = ledger.verify()

        assert found.first_bad == min(gone)
        assert str(min(gone)) in found.trouble


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(1, 6)).filter(lambda order: list(order) != [1, 2, 3, 4, 5]))
def test_lines_in_another_order_are_noticed(order: list[int]) -> None:
    with TemporaryDirectory() as place:
        home = Path(place) / "home"
        ledger = filled(home, 5)
        moves = [f"UPDATE ledger SET id = {100 + new} WHERE id = {old}" for new, old in enumerate(order, start=1)]
        tamper(home, *moves, "UPDATE ledger SET id = id - 100")

        assert not ledger.verify().whole


def test_a_tail_that_was_cut_off_shows_also_after_new_lines(tmp_path: Path) -> None:
    home = tmp_path / "home"
    ledger = filled(home)
    tamper(home, "DELETE FROM ledger WHERE id > 4")
    assert ledger.verify().trouble == "Entries 5 to 6 are missing at the end."

    for _ in range(3):
        ledger.append(EntryKind.SIGN_IN, "S-09", {}, AT)

    found = ledger.verify()
    assert found.first_bad == 6
    assert found.trouble == "Entry 6 is another one than was noted when it was written."


def test_a_ledger_that_was_deleted_as_a_whole_shows(tmp_path: Path) -> None:
    home = tmp_path / "home"
    filled(home)
    for file in home.glob("training.sqlite*"):
        file.unlink()

    assert ledger_in(home).verify().trouble == "Entries 1 to 6 are missing at the end."


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (None, "The note of the last entry is missing beside the database."),
        ("nothing", "The note of the last entry beside the database was changed."),
        ('{"number": 6, "hash": "00"}', "Entry 6 is another one than was noted when it was written."),
    ],
)
def test_a_note_that_was_touched_shows_and_stays_as_it_is(tmp_path: Path, content: str | None, trouble: str) -> None:
    home = tmp_path / "home"
    ledger = filled(home)
    note = home / NOTE
    note.unlink() if content is None else note.write_text(content, encoding="utf-8")

    assert ledger.verify().trouble == trouble
    if content is not None:
        ledger.append(EntryKind.SIGN_IN, "S-09", {}, AT)
        assert note.read_text(encoding="utf-8") == content


def test_a_note_that_lags_behind_a_crash_is_no_trouble(tmp_path: Path) -> None:
    home = tmp_path / "home"
    ledger = filled(home)
    note = (home / NOTE).read_text(encoding="utf-8")
    ledger.append(EntryKind.SIGN_IN, "S-09", {}, AT)
    (home / NOTE).write_text(note, encoding="utf-8")

    assert ledger.verify().whole


def test_a_fraction_is_refused_because_it_has_more_than_one_spelling(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        ledger_in(tmp_path / "home").append(EntryKind.PIN, "S-01", {"scores": [0.8]}, AT)


def test_names_and_words_of_every_kind_are_kept(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path / "home")
    ledger.append(EntryKind.ASSIGNED, "Ł\udcff漢", {"why": 'a "quoted"\nline 漢 \udc80'}, AT)

    assert ledger.entries("Ł\udcff漢")[0].body == {"why": 'a "quoted"\nline 漢 \udc80'}
    assert ledger.verify().whole


_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from before_you_post.records import EntryKind
from before_you_post.store.training import TrainingStore
home, count = Path(sys.argv[1]), int(sys.argv[2])
ledger = TrainingStore(home).practice(home.parent / "practice").ledger
for number in range(count):
    entry = ledger.append(EntryKind.ANSWERED, "S-01", {"number": number}, datetime.now(UTC))
    print(entry.number, entry.hash, flush=True)
"""


def writer(home: Path, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", _WRITER, str(home), str(count)], stdout=subprocess.PIPE, text=True)


def test_a_killed_program_loses_nothing_that_it_said_was_saved(tmp_path: Path) -> None:
    home = tmp_path / "home"
    process = writer(home, 100_000)
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(40)]
    os.kill(process.pid, signal.SIGKILL)
    said += process.stdout.readlines()
    process.wait()

    ledger = ledger_in(home)
    there = {f"{entry.number} {entry.hash}\n" for entry in ledger.entries()}

    assert len(said) >= 40
    assert set(said) <= there
    assert ledger.verify().whole
    ledger.append(EntryKind.PIN, "S-01", {}, AT)
    assert ledger.verify().whole


def test_programs_that_write_at_once_make_one_chain(tmp_path: Path) -> None:
    home = tmp_path / "home"
    ledger = ledger_in(home)
    processes = [writer(home, 25) for _ in range(3)]
    for process in processes:
        process.communicate()
        assert process.returncode == 0

    assert ledger.verify().whole
    assert len(ledger.entries()) == 75
    assert json.loads((home / NOTE).read_text(encoding="utf-8"))["number"] == 75

"""A session's rows: one is open at a time, many answer at once, and nobody answers after the answer was shown."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from before_you_post.store.staff_session import KeptSession, StaffSessionRows
from before_you_post.store.training import TrainingStore

AT = datetime(2026, 3, 3, 12, 15, tzinfo=UTC)


def begun(name: str = "one") -> KeptSession:
    return KeptSession(
        id=name,
        led_by="S-01",
        held_on="2026-03-03",
        agenda={"title": "A session", "steps": []},
        step=0,
        step_began_at=AT,
        question=None,
        notes={},
        began_at=AT,
    )


@pytest.fixture
def rows_of(tmp_path: Path) -> Callable[[], StaffSessionRows]:
    """Each call is a program of its own: another connection to the same file."""
    return lambda: TrainingStore(tmp_path / "home").practice(tmp_path / "practice").staff_sessions()


@pytest.fixture
def rows(rows_of: Callable[[], StaffSessionRows]) -> StaffSessionRows:
    opened = rows_of()
    assert opened.begin(begun())
    return opened


def test_one_session_is_open_at_a_time(rows: StaffSessionRows) -> None:
    assert not rows.begin(begun("two"))
    rows.end("one", AT)
    assert rows.open_one() is None
    assert rows.begin(begun("two"))


def test_another_program_sees_the_session_as_it_stands(
    rows: StaffSessionRows, rows_of: Callable[[], StaffSessionRows]
) -> None:
    rows.to_step("one", 3, AT + timedelta(minutes=9))
    rows.ask("one", "q", AT)
    rows.note("one", "decided", "Łukasz hangs it up")
    seen = rows_of().open_one()
    assert seen is not None
    assert (seen.step, seen.question, seen.notes) == (3, "q", {"decided": "Łukasz hangs it up"})
    assert seen.step_began_at == AT + timedelta(minutes=9)
    assert rows_of().reached("one") == {0, 3}


def test_sessions_of_another_practice_are_not_seen(rows: StaffSessionRows, tmp_path: Path) -> None:
    other = TrainingStore(tmp_path / "home").practice(tmp_path / "other").staff_sessions()
    assert other.open_one() is None
    assert other.begin(begun("two"))
    assert rows.open_one() is not None


def test_an_answer_can_be_changed_until_it_is_shown(rows: StaffSessionRows) -> None:
    rows.ask("one", "q", AT)
    assert rows.answer("one", "q", "S-02", ["yes"], AT)
    assert rows.answer("one", "q", "S-02", ["no"], AT)
    rows.show("one", "q", AT)
    assert not rows.answer("one", "q", "S-02", ["yes"], AT)
    assert [one.answer for one in rows.answers("one", "q")] == [["no"]]


def test_what_was_not_asked_or_is_over_takes_no_answer(rows: StaffSessionRows) -> None:
    assert not rows.answer("one", "q", "S-02", ["yes"], AT)
    rows.ask("one", "q", AT)
    rows.end("one", AT)
    assert not rows.answer("one", "q", "S-02", ["yes"], AT)


def test_whoever_is_on_the_list_stays_as_they_were_entered(rows: StaffSessionRows) -> None:
    rows.come("one", ["S-02", "S-03"], own_device=False)
    rows.come("one", ["S-02", "S-04"], own_device=True)
    rows.go("one", "S-03")
    assert rows.people("one") == {"S-02": False, "S-04": True}


def test_fifteen_people_answer_in_the_same_moment(
    rows: StaffSessionRows, rows_of: Callable[[], StaffSessionRows]
) -> None:
    rows.ask("one", "q", AT)

    def arrive(number: int) -> bool:
        own = rows_of()
        own.come("one", [f"S-{number}"], own_device=True)
        return own.answer("one", "q", f"S-{number}", ["yes"], AT)

    with ThreadPoolExecutor(15) as pool:
        assert list(pool.map(arrive, range(15))) == [True] * 15
    assert len(rows.answers("one", "q")) == len(rows.people("one")) == 15


_ANSWER = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from before_you_post.store.training import TrainingStore
place, first = Path(sys.argv[1]), int(sys.argv[2])
rows = TrainingStore(place / "home").practice(place / "practice").staff_sessions()
for number in range(first, first + 5):
    assert rows.answer("one", "q", f"S-{number}", ["yes"], datetime.now(UTC))
"""


def test_programs_of_their_own_answer_without_an_error(rows: StaffSessionRows, tmp_path: Path) -> None:
    rows.ask("one", "q", AT)
    started = [subprocess.Popen([sys.executable, "-c", _ANSWER, str(tmp_path), str(first)]) for first in (0, 5, 10)]
    assert [one.wait(120) for one in started] == [0, 0, 0]
    assert len(rows.answers("one", "q")) == 15


def test_hands_are_counted_for_each_option(rows: StaffSessionRows) -> None:
    rows.ask("one", "q", AT)
    rows.raise_hands("one", "q", "yes", 4)
    rows.raise_hands("one", "q", "yes", 3)
    rows.raise_hands("one", "q", "no", 1)
    assert rows.hands("one", "q") == {"yes": 3, "no": 1}


def test_a_file_made_before_there_were_sessions_gets_their_tables(tmp_path: Path) -> None:
    kept = TrainingStore(tmp_path / "home").practice(tmp_path / "practice")
    with kept._engine.begin() as connection:
        for table in ("sessions", "session_steps", "session_people", "session_questions"):
            connection.exec_driver_sql(f"DROP TABLE staff_{table}")
    assert kept.staff_sessions().begin(begun())

"""Two audits of one practice take turns."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from before_you_post.records import InputError
from before_you_post.store.turn import turn


def _unexpected() -> None:
    raise AssertionError("nobody else holds the lock")


def test_the_second_audit_begins_when_the_first_has_ended(tmp_path: Path) -> None:
    order: list[str] = []
    waits = threading.Event()

    def second() -> None:
        with turn(tmp_path / "audit.lock", waiting=waits.set):
            order.append("second begins")

    with turn(tmp_path / "audit.lock", waiting=_unexpected):
        other = threading.Thread(target=second)
        other.start()
        assert waits.wait(timeout=10)
        order.append("first ends")
    other.join(timeout=10)

    assert order == ["first ends", "second begins"]


def test_an_audit_that_waited_too_long_says_so(tmp_path: Path) -> None:
    with (
        turn(tmp_path / "audit.lock", waiting=_unexpected),
        pytest.raises(InputError, match="another audit"),
        turn(tmp_path / "audit.lock", waiting=lambda: None, patience=0.0),
    ):
        _unexpected()


_KILLED = """
import sys
from pathlib import Path
from before_you_post.store.turn import turn
with turn(Path(sys.argv[1]), waiting=lambda: None):
    print("holding", flush=True)
    input()
"""


def test_a_killed_audit_lets_go_of_its_turn(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _KILLED, str(tmp_path / "audit.lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "holding\n"
        program.kill()
        program.wait(timeout=10)

    with turn(tmp_path / "audit.lock", waiting=_unexpected):
        pass

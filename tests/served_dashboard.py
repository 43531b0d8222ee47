"""Starts the real dashboard server for a test, in a process of its own, and ends it as Ctrl-C would."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

# Whatever runs the tests in the background has Ctrl-C ignored, and its children inherit that.
_AS_IN_A_TERMINAL = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
_START = "import sys; from pathlib import Path; from before_you_post.app import serve_dashboard; "
_SERVE = "serve_dashboard(Path(sys.argv[1]), open_browser=False)"
_PATIENCE = 120  # seconds; the machines that run tests are busy


@dataclass(frozen=True)
class Server:
    """A running dashboard: its process, where it answers, and the address with the token."""

    process: subprocess.Popen[str]
    origin: str  # "http://127.0.0.1:8866"
    address: str

    def kernels(self) -> list[int]:
        """Process ids of the kernels that live now."""
        found = []
        for child in psutil.Process(self.process.pid).children(recursive=True):
            try:
                if any("ipykernel" in word for word in child.cmdline()) and child.status() != psutil.STATUS_ZOMBIE:
                    found.append(child.pid)
            except psutil.NoSuchProcess:
                continue
        return found

    def stop(self) -> int:
        """What Ctrl-C does; returns the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(_PATIENCE)


@contextmanager
def serve(practice: Path, home: Path) -> Iterator[Server]:
    """A server for one practice, its audits kept below ``home``."""
    surroundings = {**os.environ, "BEFORE_YOU_POST_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", _AS_IN_A_TERMINAL + _START + _SERVE, str(practice)],
        stdout=subprocess.PIPE,
        text=True,
        env=surroundings,
        cwd=home,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("Dashboard: http://127.0.0.1:"), line
        address = line.removeprefix("Dashboard: ").strip()
        yield Server(process, address.partition("/?")[0], address)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def wait_until(true: object, seconds: float = _PATIENCE) -> bool:
    """Ask again and again until ``true()`` is; False when the time is over."""
    assert callable(true)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.2)
    return False

"""Serves one notebook made for a test, in a process of its own, as the dashboard's tests serve theirs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import nbformat

TESTS = Path(__file__).parent
_START = """
import signal, sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)
import tornado.ioloop
from voila.app import Voila
from before_you_post.app.configuration import voila_configuration
from before_you_post.app.serve import show_template
show_template()
config = voila_configuration(Path(sys.argv[1]), token="test", port=9200, port_retries=300)
server = Voila(config=config)
server.initialize(argv=[])
say = lambda: print(f"http://127.0.0.1:{server.port}/?token=test", flush=True)
tornado.ioloop.IOLoop.current().add_callback(say)
server.start()
"""


def write_notebook(path: Path, cells: Sequence[str]) -> Path:
    """A notebook of these cells; one that begins with # and a space is text."""
    made = [
        nbformat.v4.new_markdown_cell(cell) if cell.startswith("# ") else nbformat.v4.new_code_cell(cell)
        for cell in cells
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=made), path)
    return path


@contextmanager
def serve_notebook(notebook: Path, home: Path, practice: Path | None = None) -> Iterator[str]:
    """The address of the notebook while it is served; its records are kept below ``home``."""
    surroundings = {
        **os.environ,
        "BEFORE_YOU_POST_HOME": str(home),
        "PYTHONPATH": str(TESTS),
        **({"BEFORE_YOU_POST_PRACTICE": str(practice)} if practice else {}),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", _START, str(notebook)], stdout=subprocess.PIPE, text=True, env=surroundings, cwd=home
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("http://127.0.0.1:"), line
        yield line.strip()
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()

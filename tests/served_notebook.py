"""Serves a notebook made for a test as the project serves its own: same template, same content policy, same kernel."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import nbformat

_RUN = """
import sys, tornado.ioloop
from pathlib import Path
from voila.app import Voila
from before_you_post.app.configuration import voila_configuration
server = Voila(config=voila_configuration(Path(sys.argv[1]), token=sys.argv[2], port=int(sys.argv[3]), port_retries=0))
server.initialize(argv=[])
tornado.ioloop.IOLoop.current().add_callback(lambda: print("ready", flush=True))
server.start()
"""
_PATIENCE = 60  # seconds to begin, and to end


@contextmanager
def serve_notebook(cells: Sequence[str], folder: Path) -> Iterator[str]:
    """The address of a page with these code cells, as long as it is needed; its notebook is written into ``folder``."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    path = folder / "try.ipynb"
    nbformat.write(notebook, path)
    from before_you_post.app.configuration import TEMPLATE_HOME

    paths = os.pathsep.join([str(TEMPLATE_HOME), *filter(None, [os.environ.get("JUPYTER_PATH")])])
    surroundings = {**os.environ, "JUPYTER_PATH": paths, "BEFORE_YOU_POST_HOME": str(folder), "PYTHONUNBUFFERED": "1"}
    port, token = _free_port(), secrets.token_urlsafe(16)
    process = subprocess.Popen(
        [sys.executable, "-c", _RUN, str(path), token, str(port)], stdout=subprocess.PIPE, text=True, env=surroundings
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.strip() == "ready", line
        yield f"http://127.0.0.1:{port}/?token={token}"
    finally:
        _end(process)


def _end(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGTERM)
    end = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < end:
        time.sleep(0.1)
    if process.poll() is None:
        process.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

"""Starts the real site for a test, in a process of its own, with small notebooks and a stand-in for the desk."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from os import environ
from pathlib import Path

import nbformat

from before_you_post.app.notebook import NOTEBOOKS
from served_dashboard import Server

WIDGET = '''
import os
import anywidget

class Ask(anywidget.AnyWidget):
    """A button, and how often the kernel heard of it."""

    _esm = """
    export default { render({ model, el }) {
      el.innerHTML = '<div class="byp byp-lesson"><h1>A lesson</h1><button>Answer</button><p></p></div>';
      el.querySelector("button").addEventListener("click", () => model.send({ do: "answer" }));
      model.on("msg:custom", news => { el.querySelector("p").textContent = news.said; });
    } }
    """
    heard = 0

    def __init__(self):
        super().__init__()
        self.on_msg(self.answer)

    def answer(self, widget, content, buffers):
        self.heard += 1
        self.send({"said": f"heard {self.heard}, sign-in {os.environ['BEFORE_YOU_POST_SIGN_IN']}"})

Ask()
'''
WORDS = """## What tells who it is

A face is only the beginning. **Tattoos** and a *room* can tell it too.

> **Remember.** A bar over the eyes is not enough. The photo still needs a signed form.

1. The face
2. Marks that stay:
   - tattoos, as on form `A-304`

| What | Who sees it |
|---|---|
| Caption | everybody |

See [the next part](#the-next-part).
"""
LESSONS = ("why-it-matters", "what-identifies")

# What the server asks of training.desk, for tests that are about serving.
_START = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored for whatever runs tests in the background
from pathlib import Path
from types import SimpleNamespace
from before_you_post.app import Serving, serve_site

class Desk:
    def start_code(self): return "246810"
    def roster(self): return [SimpleNamespace(name=name, manager=name != "Ona", has_pin=name == "Sam")
                              for name in ("Ona", "Sam", "Mika Vale")]
    def session_for(self, identity): return "session-of-" + identity if identity == "S-07" else None

serving = Serving(notebooks=Path(sys.argv[2]), open_browser=False, **eval(sys.argv[3]))
serve_site(Path(sys.argv[1]), serving, desk_of=lambda _: Desk())
"""


def write_notebooks(folder: Path, lessons: tuple[str, ...] = LESSONS) -> Path:
    """The course's order, small lessons, a home page, and a notebook that nobody may reach."""
    (folder / "lessons").mkdir(parents=True)
    shutil.copy(NOTEBOOKS / "course.toml", folder)
    page = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("For JupyterLab only.", metadata={"tags": ["aside"]}),
            nbformat.v4.new_code_cell(WIDGET),
            nbformat.v4.new_markdown_cell(WORDS),
            nbformat.v4.new_code_cell("raise SystemExit('an aside was run')", metadata={"tags": ["aside", "golden"]}),
        ]
    )
    for name in ("home", "private", *(f"lessons/{slug}" for slug in lessons)):
        nbformat.write(page, folder / f"{name}.ipynb")
    return folder


class SiteServer(Server):
    """A running site, and the lines it printed when it started."""

    said: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The code in its address."""
        return self.address.partition("token=")[2]


@contextmanager
def serve_pages(folder: Path, home: Path, **options: object) -> Iterator[SiteServer]:
    """The site of the notebooks in ``folder``; what it keeps lies below ``home``."""
    with running([_START, str(home), str(folder), repr(options)], home / "kept", cwd=home) as server:
        yield server


@contextmanager
def running(program: list[str], kept: Path, cwd: Path | None = None) -> Iterator[SiteServer]:
    """What a program for ``python -c`` serves, its records below ``kept``; ended as Ctrl-C would."""
    process = subprocess.Popen(
        [sys.executable, "-c", *program],
        stdout=subprocess.PIPE,
        text=True,
        env={**environ, "BEFORE_YOU_POST_HOME": str(kept), "PYTHONUNBUFFERED": "1"},
        cwd=cwd,
    )
    try:
        yield _answering(process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()


def _answering(process: subprocess.Popen[str]) -> SiteServer:
    assert process.stdout is not None
    said = []
    while not said or "Ctrl-C" not in said[-1]:
        line = process.stdout.readline()
        assert line, said
        said.append(line.strip())
    assert said[0].startswith("Before You Post: http://"), said
    address = said[0].removeprefix("Before You Post: ")
    server = SiteServer(process, address.partition("/?")[0], address)
    object.__setattr__(server, "said", tuple(said))
    return server

"""The lessons of the course, run as their pages are: every sample they show is there, and opening one costs little."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import nbformat
import pytest

from before_you_post.training.course import load_course
from before_you_post.training.places import LESSONS
from before_you_post.ui.lessons.sampled import Sampled

SLUGS = load_course().slugs()
# Rooms that look at pictures or keep tables: a page that waits ready for a visitor must not bring them with it.
HEAVY = ("onnxruntime", "faiss", "rapidocr", "pandas", "reportlab")
OPEN = """
import sys
import nbformat

notebook, spoken = nbformat.read(sys.argv[1], 4), {}
for cell in notebook.cells:
    if cell.cell_type == "code" and "aside" not in cell.metadata.get("tags", []):
        exec(cell.source, spoken)
print(*sorted(set(sys.modules) & set(sys.argv[2].split())))
"""


def shown_by(slug: str) -> list[Any]:
    """What the cells of a lesson show, as a page would."""
    spoken: dict[str, Any] = {}
    shown = []
    for cell in nbformat.read(LESSONS / f"{slug}.ipynb", 4).cells:
        if cell.cell_type == "code" and "aside" not in cell.metadata.get("tags", []):
            if cell.source.startswith("lesson."):
                shown.append(eval(cell.source, spoken))  # noqa: S307 - the project's own lessons
            else:
                exec(cell.source, spoken)  # noqa: S102
    return shown


@pytest.mark.parametrize("slug", SLUGS)
def test_every_sample_that_a_lesson_shows_is_there(slug: str) -> None:
    shown = shown_by(slug)
    assert shown
    for widget in shown:
        if isinstance(widget, Sampled):
            widget.fetch()
            assert widget.pictures["photo"]
            assert widget.given["alt"]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_lesson_that_waits_ready_brings_nothing_heavy_with_it(slug: str) -> None:
    opened = subprocess.run(
        [sys.executable, "-c", OPEN, str(LESSONS / f"{slug}.ipynb"), " ".join(HEAVY)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert opened.stdout.split() == []

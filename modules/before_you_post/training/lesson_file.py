"""A lesson's notebook as a text: which questions it asks, what it says, and which parts it has.

Read as plain JSON: to look at the text of a lesson nobody has to run it.
"""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass
from pathlib import Path

from ..records import InputError, Problem
from .places import LESSONS

CALLED = "lesson"  # the name that a lesson's page has in its notebook


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonFile:
    """What stands in a lesson's notebook."""

    path: Path
    words: str  # its markdown, cell after cell
    asks: tuple[str, ...]  # ids of the questions it shows, in order
    shows: tuple[str, ...]  # everything it shows: "top", "ask", "compare", "rules", "quiz", in order


def read_lesson_file(slug: str, folder: Path = LESSONS) -> LessonFile:
    """The notebook of that lesson. Raises InputError where there is none that can be read."""
    path = folder / f"{slug}.ipynb"
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        words = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
        calls = [call for cell in cells if cell["cell_type"] == "code" for call in _calls("".join(cell["source"]))]
    except (OSError, ValueError, KeyError, SyntaxError) as error:
        raise InputError(
            Problem(
                path=str(path),
                found=f"no lesson that can be read ({error})",
                expected="a Jupyter notebook",
                remedy="docs/curriculum.md says how a lesson is written.",
            )
        ) from error
    asks = [call.args[0].value for name, call in calls if name == "ask" and isinstance(call.args[0], ast.Constant)]
    return LessonFile(path=path, words=words, asks=tuple(map(str, asks)), shows=tuple(name for name, _ in calls))


def _calls(source: str) -> list[tuple[str, ast.Call]]:
    """``lesson.ask("...")`` as ("ask", the call)."""
    return [
        (node.func.attr, node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == CALLED
    ]

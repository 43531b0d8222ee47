"""The house rules that a program can check: sizes, and names that say nothing."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from before_you_post.rules import SHARED

PACKAGE = Path(__file__).parent.parent / "modules" / "before_you_post"
MODULES = sorted(PACKAGE.rglob("*.py"))
SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short_and_so_are_its_functions(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    in_a_family = path.parent.parent == PACKAGE / "rules" and path.parent.name not in SHARED
    assert len(source.splitlines()) <= (80 if in_a_family else 300)
    functions = [
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    too_long = {node.name: node.end_lineno - node.lineno + 1 for node in functions if node.end_lineno}
    assert {name: lines for name, lines in too_long.items() if lines > 40} == {}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_begins_with_a_sentence_about_itself(path: Path) -> None:
    doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert doc
    assert doc.splitlines()[0].rstrip().endswith((".", ":", "?")), doc.splitlines()[0]


def test_every_module_has_a_name_that_says_something() -> None:
    named = {path.stem for path in MODULES} | {path.parent.name for path in MODULES}
    assert named & SAY_NOTHING == set()

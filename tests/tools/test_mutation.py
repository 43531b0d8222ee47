"""Scores of mutations are written line by line, and a part that was not run keeps its own."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("mutation_tool", REPOSITORY / "tools/mutation.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "RESULT", tmp_path / "mutation.txt")
    monkeypatch.setattr(module, "version", lambda name: "0")
    yield module


def test_the_parts_are_the_families_and_what_they_share(tool: ModuleType) -> None:
    assert {"authorization", "california", "incidents", "signer", "shared"} <= set(tool.parts())


def test_a_family_is_held_against_the_tests_of_its_own_rules(tool: ModuleType) -> None:
    *files, option, words = tool._tests("signer")
    assert option == "-k"
    assert "hipaa-minor-parent or hipaa-minor-majority" in words or "hipaa-minor-majority or " in words
    assert all((REPOSITORY / file).is_file() for file in files)
    assert tool._tests("shared")[-1] == tool.CASES_ONLY


def test_what_is_shared_is_what_has_behaviour(tool: ModuleType) -> None:
    names = {Path(path).name for path in tool._mutated("shared")}
    assert {"governing.py", "breach.py", "facts.py"} <= names
    assert not names & {"base.py", "__init__.py", "clean.py", "photos.py"}


def test_a_score_is_read_back_and_others_stay(tool: ModuleType) -> None:
    first = tool.Score(part="signer", noticed=147, made=162, day=date(2026, 11, 22), seconds=84.4)
    second = tool.Score(part="shared", noticed=8, made=10, day=date(2026, 11, 21), seconds=5.0)
    tool.write([first, second])
    tool.write([tool.Score(part="shared", noticed=9, made=10, day=date(2026, 11, 22), seconds=6.0)])

    text = tool.RESULT.read_text(encoding="utf-8")
    assert first.line() in text.splitlines()
    assert tool.Score.of_line(first.line()).line() == first.line()
    assert "shared             9 of 10      90.0 %   2026-11-22      6 s" in text
    assert "All together: 156 of 172, 90.7 %. Wanted: 90 %." in text


def test_a_part_nobody_knows_is_refused(tool: ModuleType) -> None:
    with pytest.raises(SystemExit, match="nonsense: no part"):
        tool.main(["nonsense"])

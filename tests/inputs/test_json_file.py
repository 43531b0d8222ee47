"""JSON from outside is read with a bound, and asked for values that may not be there."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from before_you_post.inputs import json_file
from before_you_post.inputs.json_file import begins, day_of, entries_at, read_json, text_at, value_at
from before_you_post.inputs.tree import open_tree

VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(),
    lambda inner: some.lists(inner) | some.dictionaries(some.sampled_from(["a", "b", "c"]), inner),
)


def reading(folder: Path, data: bytes, *, script: bool = False) -> json_file.JsonReading:
    (folder / "posts.json").write_bytes(data)
    return read_json(open_tree(folder), "posts.json", script=script)


def test_a_file_is_read(tmp_path: Path) -> None:
    assert reading(tmp_path, b'{"a": [1]}').value == {"a": [1]}
    assert reading(tmp_path, '["Zoë"]'.encode("utf-16")).value == ["Zoë"]


def test_what_stands_before_the_list_of_a_script_is_cut_off(tmp_path: Path) -> None:
    assert reading(tmp_path, b"window.YTD.tweets.part0 = [1, [2]];\n", script=True).value == [1, [2]]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no JSON"),
        (b'{"a": ', "no JSON"),
        (b"\xff\xfe\x00", "no JSON"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a":' * 200_000, "nested too deeply"),
        (b"[" + b"9" * 5000 + b"]", "no JSON"),
        (b"alert('no list')", "no JSON"),
    ],
)
def test_what_is_no_json_is_one_problem(tmp_path: Path, data: bytes, words: str) -> None:
    found = reading(tmp_path, data)

    assert found.value is None
    assert [words in problem.found for problem in found.problems] == [True]
    assert found.problems[0].path == str(tmp_path / "posts.json")


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_file, "MAX_BYTES", 3)

    assert reading(tmp_path, b"[1]").value == [1]
    assert reading(tmp_path, b"[1]\n").value is None


def test_a_missing_file_is_a_problem_and_begins_with_nothing(tmp_path: Path) -> None:
    tree = open_tree(tmp_path)

    assert read_json(tree, "posts.json").problems
    assert begins(tree, "posts.json") == b""


@given(value=VALUES, keys=some.lists(some.sampled_from(["a", "b", "c"])))
def test_asking_for_what_may_not_be_there_never_fails(value: Any, keys: list[str]) -> None:
    assert isinstance(text_at(value, *keys), str)
    assert all(isinstance(entry, dict) for entry in entries_at(value, *keys))
    value_at(value, *keys)


def test_values_are_found_under_their_keys() -> None:
    value = {"a": {"b": " Zoë \ud83d", "c": [{"d": 1}, None, 2]}}

    assert text_at(value, "a", "b") == "Zoë ?"
    assert list(entries_at(value, "a", "c")) == [{"d": 1}]
    assert list(entries_at({"a": None}, "a")) == []


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-06-03T10:00:00Z", date(2026, 6, 3)),
        ("2026-06-03T23:30:00.123456789-07:00", date(2026, 6, 4)),
        ("2026-06-03", date(2026, 6, 3)),
        ("0001-01-01T00:00:00+14:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_time_names_a_day_of_universal_time(written: str, day: date | None) -> None:
    assert day_of(written) == day


@given(written=some.text())
def test_any_text_is_a_day_or_none(written: str) -> None:
    day_of(written)

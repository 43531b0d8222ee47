"""What was worked out once is remembered, per practice, by every later program."""

from __future__ import annotations

from pathlib import Path

import pytest

from before_you_post.store.cache import Cache
from before_you_post.store.database import open_database


def test_a_flushed_entry_is_there_for_the_next_program(tmp_path: Path) -> None:
    first = Cache(open_database(tmp_path / "kept.sqlite"), "practice")
    first["facts:1:abc"] = '{"width": 640}'
    first.flush()

    second = Cache(open_database(tmp_path / "kept.sqlite"), "practice")

    assert second["facts:1:abc"] == '{"width": 640}'
    assert dict(second) == {"facts:1:abc": '{"width": 640}'}


def test_an_entry_can_be_read_before_it_is_written_to_disk(tmp_path: Path) -> None:
    cache = Cache(open_database(tmp_path / "kept.sqlite"), "practice")
    cache["key"] = "value"

    assert cache["key"] == "value"
    assert len(cache) == 1


def test_many_entries_are_written_without_waiting_for_the_end(tmp_path: Path) -> None:
    cache = Cache(open_database(tmp_path / "kept.sqlite"), "practice")
    for number in range(250):
        cache[f"key {number}"] = "value"

    killed_now = Cache(open_database(tmp_path / "kept.sqlite"), "practice")

    assert len(killed_now) == 200


def test_a_second_value_replaces_the_first(tmp_path: Path) -> None:
    cache = Cache(open_database(tmp_path / "kept.sqlite"), "practice")
    cache["key"] = "old"
    cache.flush()
    cache["key"] = "new"
    cache.flush()

    assert dict(cache) == {"key": "new"}


def test_one_practice_does_not_see_the_entries_of_another(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "kept.sqlite")
    one, other = Cache(engine, "one"), Cache(engine, "other")
    one["key"] = "value"
    one.flush()

    assert "key" not in other
    with pytest.raises(KeyError):
        other["key"]


def test_a_deleted_entry_is_gone(tmp_path: Path) -> None:
    cache = Cache(open_database(tmp_path / "kept.sqlite"), "practice")
    cache["key"] = "value"
    del cache["key"]

    assert list(cache) == []
    with pytest.raises(KeyError):
        del cache["key"]

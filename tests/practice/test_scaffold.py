"""A new practice folder can be used at once, and nothing that is there is ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from before_you_post.practice import load, scaffold
from before_you_post.practice.layouts import TABLES
from before_you_post.records import InputError


def test_an_empty_practice_is_read_without_a_problem(tmp_path: Path) -> None:
    made = scaffold(tmp_path / "new" / "practice")

    files = load(tmp_path / "new" / "practice")

    assert all(path.exists() for path in made)
    assert files.problems == ()
    assert [channel.name for channel in files.practice.channels] == ["website", "instagram"]
    assert (files.patients, files.originals, files.authorizations) == ((), (), ())


def test_every_column_is_a_header_and_is_explained(tmp_path: Path) -> None:
    scaffold(tmp_path)

    words = (tmp_path / "README.txt").read_text(encoding="utf-8").split()
    for table in TABLES:
        header = (tmp_path / f"{table.name}.csv").read_text(encoding="utf-8-sig").strip()
        assert header.split(",") == [column.name for column in table.columns]
        assert {column.name + "*" * column.required for column in table.columns} <= set(words)


@pytest.mark.parametrize("name", ["patients.csv", "practice.yaml", "README.txt", "originals", "published/website"])
def test_what_is_there_is_not_overwritten_and_nothing_is_half_made(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine")

    with pytest.raises(InputError) as error:
        scaffold(tmp_path)

    assert error.value.problem.path == str(tmp_path / name)
    assert (tmp_path / name).read_text() == "mine"
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path != tmp_path / name]


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(InputError):
        scaffold(tmp_path / "file")

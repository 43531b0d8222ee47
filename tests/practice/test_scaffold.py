"""A new practice folder can be used at once, and nothing that is there is ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from before_you_post.practice import load, scaffold
from before_you_post.practice.form_layouts import PRINTED
from before_you_post.practice.layouts import TABLES
from before_you_post.records import InputError


def test_an_empty_practice_is_read_without_a_problem(tmp_path: Path) -> None:
    made = scaffold(tmp_path / "new" / "practice")

    files = load(tmp_path / "new" / "practice")

    assert all(path.exists() for path in made)
    assert files.problems == ()
    assert [channel.name for channel in files.practice.channels] == ["website", "instagram"]
    assert (files.patients, files.originals, files.authorizations) == ((), (), ())


def test_every_column_is_explained_and_a_header_but_for_what_a_form_says_like_its_version(tmp_path: Path) -> None:
    made = scaffold(tmp_path)

    words = (tmp_path / "README.txt").read_text(encoding="utf-8").split()
    headers = {path.stem: path.read_text(encoding="utf-8-sig").strip() for path in made if path.suffix == ".csv"}
    assert set(headers) == {table.name for table in TABLES}
    for table in TABLES:
        there = headers[table.name].split(",")
        left_out = [column for column in table.columns if column.name not in there]
        assert there == [column.name for column in table.columns if column not in left_out]
        assert left_out == (list(PRINTED) if table.name == "authorizations" else [])
        assert {column.name + "*" * column.required for column in table.columns} <= set(words)


@pytest.mark.parametrize("place", ["further-tables", "."])
def test_a_further_table_is_read_in_its_folder_or_beside_the_others(tmp_path: Path, place: str) -> None:
    scaffold(tmp_path)
    blank = (tmp_path / "further-tables/devices.csv").read_bytes()
    (tmp_path / place / "devices.csv").write_bytes(blank + b"camera 1,camera\r\n")

    files = load(tmp_path)

    assert files.problems == ()
    assert [device.id for device in files.devices or ()] == ["camera 1"]
    assert files.papers.staff is None


def test_a_further_table_in_two_places_is_reported(tmp_path: Path) -> None:
    scaffold(tmp_path)
    for place in (tmp_path, tmp_path / "further-tables"):
        (place / "devices.csv").write_text(f"device\n{place.name}\n", encoding="utf-8")

    files = load(tmp_path)

    assert [device.id for device in files.devices or ()] == [tmp_path.name]
    assert [problem.path for problem in files.problems] == [str(tmp_path.resolve() / "further-tables/devices.csv")]


def test_a_further_table_under_the_practices_own_headers_is_read_in_its_folder(tmp_path: Path) -> None:
    scaffold(tmp_path)
    (tmp_path / "further-tables/devices.csv").write_text("Asset\nD1\n", encoding="utf-8")
    with (tmp_path / "practice.yaml").open("a", encoding="utf-8") as settings:
        settings.write("columns:\n  devices:\n    file: further-tables/devices.csv\n    header: {device: Asset}\n")

    files = load(tmp_path)

    assert files.problems == ()
    assert [device.id for device in files.devices or ()] == ["D1"]


def test_a_further_table_in_a_format_that_is_not_read_is_reported(tmp_path: Path) -> None:
    scaffold(tmp_path)
    (tmp_path / "devices.numbers").write_bytes(b"")

    assert [problem.path for problem in load(tmp_path).problems] == [str(tmp_path.resolve() / "devices.numbers")]


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

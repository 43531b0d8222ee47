"""Every photo of the library is an original, whether or not a row describes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from before_you_post.inputs.table import read_table
from before_you_post.practice.layouts import ORIGINALS
from before_you_post.practice.library import read_library
from before_you_post.records import Original, Problem


def read(folder: Path, rows: str, *photos: str) -> tuple[tuple[Original, ...], tuple[Problem, ...]]:
    for photo in photos:
        (folder / "originals" / photo).parent.mkdir(parents=True, exist_ok=True)
        (folder / "originals" / photo).write_bytes(b"x")
    (folder / "originals.csv").write_text(f"file,patient,kind\n{rows}", encoding="utf-8")
    originals, _, problems = read_library(folder / "originals", read_table(folder, ORIGINALS))
    return originals, problems


def test_a_photo_that_no_row_describes_is_an_original_of_nobody(tmp_path: Path) -> None:
    originals, problems = read(tmp_path, "a.jpg,P1,before\n", "a.jpg", "b.jpg", "x/c.jpg")

    assert [(original.id, original.patient) for original in originals] == [
        ("a.jpg", "P1"),
        ("b.jpg", None),
        ("x/c.jpg", None),
    ]
    (problem,) = problems
    assert "2 photos" in problem.found


@pytest.mark.parametrize("written", ["A.JPG", "originals/a.jpg", "originals\\a.jpg", "./a.jpg"])
def test_a_row_finds_its_photo_however_the_path_is_spelled(tmp_path: Path, written: str) -> None:
    originals, problems = read(tmp_path, f"{written},P1,before\n", "a.jpg")

    assert [(original.id, original.patient) for original in originals] == [("a.jpg", "P1")]
    assert problems == ()


def test_a_row_without_its_photo_is_left_out_and_reported(tmp_path: Path) -> None:
    originals, problems = read(tmp_path, "a.jpg,P1,before\ngone.jpg,P1,after\n", "a.jpg")

    assert [original.id for original in originals] == ["a.jpg"]
    assert [(problem.row, problem.column) for problem in problems] == [(3, "file")]


def test_rows_that_disagree_whose_photo_it_is_make_it_nobodys(tmp_path: Path) -> None:
    originals, problems = read(tmp_path, "a.jpg,P1,before\na.jpg,P2,before\nb.jpg,P1,\nb.jpg,P1,\n", "a.jpg", "b.jpg")

    assert [original.patient for original in originals] == [None, "P1"]
    assert [problem.row for problem in problems] == [3, 5]

"""The columns: part of practice.yaml is read table by table; a wrong one costs only itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from before_you_post.practice import load, scaffold
from before_you_post.practice.columns import read_columns

GOOD = "  patients:\n    file: list.csv\n    header: {patient: Nr, given_name: First}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    scaffold(tmp_path / "practice")
    return (tmp_path / "practice").resolve()


def write(folder: Path, columns: str) -> None:
    with (folder / "practice.yaml").open("a", encoding="utf-8") as file:
        file.write(f"columns:\n{columns}")


def test_the_practices_own_file_is_read_in_place_of_ours(folder: Path) -> None:
    write(folder, GOOD)
    (folder / "list.csv").write_text("Our patients\nNr;First\n007;Zoë\n", encoding="utf-8")

    files = load(folder)

    assert [(patient.code, patient.given_name) for patient in files.patients] == [("007", "Zoë")]
    assert files.problems == ()


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        ("  visits: {file: a.csv, header: {patient: Nr}}\n", "the name of no table"),
        ("  originals: {header: {file: Image}}\n", "no file"),
        ("  originals: {file: a.csv}\n", "no header"),
        ("  originals: {file: a.csv, header: {shoe: Size}}\n", "'shoe', which is no column of originals"),
        ("  originals: {file: ../a.csv, header: {file: Image}}\n", "outside"),
        ("  originals: {file: a.csv, header: {file: [Image]}}\n", "header.file"),
        ("  originals: a.csv\n", "'a.csv'"),
        ("  originals: {file: a.csv, header: {file: Image}, colour: red}\n", "colour"),
    ],
)
def test_a_wrong_part_is_a_problem_and_the_others_are_used(folder: Path, wrong: str, found: str) -> None:
    write(folder, wrong + GOOD)

    columns, (problem,) = read_columns(folder)

    assert set(columns) == {"patients"}
    assert found in problem.found
    assert problem.row is not None


def test_columns_that_are_no_list_of_tables_are_one_problem(folder: Path) -> None:
    write(folder, "  - patients\n")

    assert len(read_columns(folder)[1]) == 1

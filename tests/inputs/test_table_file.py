"""Which file and which sheet is a table, whatever its ending says."""

from __future__ import annotations

from pathlib import Path

import pytest

from before_you_post.inputs.header import Names
from before_you_post.inputs.sheet import Sheet
from before_you_post.inputs.table_file import best_sheet, locate, read_file, sheets_of
from before_you_post.records import Problem
from spreadsheets_by_hand import ods, xls

NAMES = Names({"patient": "patient", "name": "name", "state": "state"})
PATH = Path("patients.csv")
ROWS = [["patient", "name"], ["007", "Zoë"]]


def sheet(name: str, *headers: str, hidden: bool = False) -> Sheet:
    return Sheet(name=name, hidden=hidden, rows=(headers, tuple("1" for _ in headers)))


@pytest.mark.parametrize("ending", [".csv", ".xls", ".xlsx", ".txt"])
@pytest.mark.parametrize("data", [b"patient\tname\n007\tZo\xc3\xab\n", xls({"A": ROWS}), ods({"A": ROWS})])
def test_what_a_file_is_its_bytes_say(ending: str, data: bytes) -> None:
    (found,) = sheets_of(Path(f"patients{ending}"), data, NAMES)

    assert found.rows == (("patient", "name"), ("007", "Zoë"))


def test_of_several_files_the_first_kind_is_read_and_the_others_named(tmp_path: Path) -> None:
    for ending in (".xls", ".ods", ".CSV", ".pdf"):
        (tmp_path / f"Patients{ending}").touch()

    path, problems = locate(tmp_path, "patients")

    assert path == tmp_path / "Patients.CSV"
    assert "'Patients.ods', 'Patients.xls'" in problems[0].found
    assert [problem.found for problem in problems[1:]] == ["a .pdf file"]


@pytest.mark.parametrize(
    ("sheets", "best", "problems"),
    [
        ([sheet("a", "patient", "name")], "a", 0),
        ([sheet("a", "x"), sheet("b", "patient", "name")], "b", 1),
        ([sheet("a", "patient", "name", "state", hidden=True), sheet("b", "patient", "name")], "b", 1),
        ([sheet("a", "patient", "name", hidden=True), sheet("b", "x")], "a", 1),
        ([Sheet(name="a"), sheet("b", "patient", "name")], "b", 0),
        ([Sheet(name="a"), Sheet(name="b")], "a", 0),
    ],
)
def test_the_sheet_that_fits_best_is_read(sheets: list[Sheet], best: str, problems: int) -> None:
    found, said = best_sheet(PATH, sheets, NAMES)

    assert (found.name, len(said)) == (best, problems)


def test_a_sheet_somebody_chose_is_read_without_a_word_about_the_others() -> None:
    sheets = [sheet("a", "x"), sheet("b", "patient", "name")]

    assert best_sheet(PATH, sheets, NAMES, "a") == (sheets[0], [])
    found, (problem,) = best_sheet(PATH, sheets[1:], NAMES, "a")
    assert found.name == "b"
    assert "'a'" in problem.found


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    assert isinstance(read_file(tmp_path), Problem)
    assert isinstance(read_file(tmp_path / "gone.csv"), Problem)

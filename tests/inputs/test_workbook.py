"""Excel workbooks are read as the person who filled them in sees them."""

from __future__ import annotations

import random
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from before_you_post.inputs.sheet import Sheet
from before_you_post.inputs.workbook import read_workbook


def sheets(path: Path) -> tuple[Sheet, ...]:
    with path.open("rb") as file:
        return read_workbook(path, file)


def first(path: Path) -> Sheet:
    return sheets(path)[0]


def workbook(folder: Path, *rows: list[object]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "patients.xlsx")
    return folder / "patients.xlsx"


def test_values_are_read_as_text_without_spurious_decimals(tmp_path: Path) -> None:
    path = workbook(tmp_path, [7, 7.0, 7.5, "007", True, date(2026, 6, 3), datetime(2026, 6, 3, 10, 5), None, "Zoë"])

    sheet = first(path)

    assert sheet.rows == (("7", "7", "7.5", "007", "yes", "2026-06-03", "2026-06-03 10:05:00", "", "Zoë"),)
    assert sheet.problems == ()


def test_zeros_that_only_the_format_shows_are_kept(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 7
    book.active["A1"].number_format = "000"
    book.save(tmp_path / "patients.xlsx")

    assert first(tmp_path / "patients.xlsx").rows == (("007",),)


def test_empty_rows_keep_their_numbers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A4"] = "patient", "1"
    book.save(tmp_path / "patients.xlsx")

    rows = first(tmp_path / "patients.xlsx").rows

    assert [number for number, row in enumerate(rows, 1) if any(row)] == [1, 4]


def test_every_sheet_is_read_and_hidden_ones_are_known_as_such(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "patient"
    book.create_sheet("Old")["B2"] = "x"
    book["Old"].sheet_state = "hidden"
    book.create_sheet("Empty")
    book.save(tmp_path / "patients.xlsx")

    found = [(sheet.name, sheet.hidden, sheet.rows) for sheet in sheets(tmp_path / "patients.xlsx")]

    assert found == [("Sheet", False, (("patient",),)), ("Old", True, ((), ("", "x"))), ("Empty", False, ())]


def test_days_counted_from_1904_are_the_days_excel_shows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = date(2026, 6, 3)
    book.save(tmp_path / "patients.xlsx")

    sheet = first(tmp_path / "patients.xlsx")

    assert sheet.rows == (("2026-06-03",),)
    assert sheet.from_1904


def test_a_formula_that_was_never_calculated_is_reported_and_left_empty(tmp_path: Path) -> None:
    sheet = first(workbook(tmp_path, ["patient", "x"], ["1", '=CONCAT("a","b")']))

    assert sheet.rows[1][0] == "1"
    assert not any(sheet.rows[1][1:])
    assert [(problem.row, problem.column) for problem in sheet.problems] == [(2, "B")]


def test_a_damaged_workbook_is_a_problem_and_nothing_worse(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["patient"], *([f"P{number}"] for number in range(50)))
    whole = path.read_bytes()
    chance = random.Random(7)  # noqa: S311
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])

        sheet = first(path)

        assert sheet.rows or sheet.problems


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "patients.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/a.xml", "w") as entry:
        for _ in range(60):
            entry.write(bytes(10_000_000))

    (problem,) = first(path).problems

    assert "500 MB" in problem.found

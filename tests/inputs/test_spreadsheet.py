"""Old Excel and LibreOffice files are read as their programs show them; hostile ones do no harm."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from before_you_post.inputs.spreadsheet import read_spreadsheet
from spreadsheets_by_hand import ods, ods_of, xls, xls_with_corners

WRITERS = {"ods": ods, "xls": xls}


@pytest.fixture(params=WRITERS)
def write(request: pytest.FixtureRequest) -> Callable[..., bytes]:
    return WRITERS[request.param]


def test_values_are_read_as_text(write: Callable[..., bytes]) -> None:
    (sheet,) = read_spreadsheet(Path("x"), write({"Log": [["007", 7, 7.5, True, date(2026, 6, 3), None, "Zoë\n☂"]]}))

    assert sheet.rows == (("007", "7", "7.5", "yes", "2026-06-03", "", "Zoë\n☂"),)
    assert sheet.problems == ()


def test_empty_rows_and_columns_keep_their_places(write: Callable[..., bytes]) -> None:
    (sheet,) = read_spreadsheet(Path("x"), write({"Log": [[], [None, "a"], [None, None], ["b"]]}))

    assert [(number, [*row]) for number, row in enumerate(sheet.rows, 1) if any(row)] == [
        (2, ["", "a"]),
        (4, ["b", ""]),
    ]


def test_hidden_sheets_are_known_as_such(write: Callable[..., bytes]) -> None:
    sheets = read_spreadsheet(Path("x"), write({"Log": [["a"]], "Old": [["b"]]}, ["Old"]))

    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Log", False), ("Old", True)]


def test_days_counted_from_1904_are_the_days_excel_shows() -> None:
    (sheet,) = read_spreadsheet(Path("x"), xls({"Log": [[date(2026, 6, 3)]]}, from_1904=True))

    assert sheet.rows == (("2026-06-03",),)


def test_a_spreadsheet_with_nothing_in_it_is_a_problem(write: Callable[..., bytes]) -> None:
    (sheet,) = read_spreadsheet(Path("x"), write({"Log": []}))

    assert "'Log'" in sheet.problems[0].found


def test_a_workbook_with_a_password_is_said_to_have_one() -> None:
    data = xls({"A": [["x"]]}).replace("Workbook".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le"))

    assert [sheet.problems[0].found for sheet in read_spreadsheet(Path("x"), data)] == ["a workbook with a password"]


def test_a_damaged_spreadsheet_is_a_problem_and_nothing_worse(write: Callable[..., bytes]) -> None:
    whole = write({"Log": [["patient", "name"], *([f"P{number}", "Ann"] for number in range(50))]})
    chance = random.Random(7)  # noqa: S311
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(4, len(data))] = chance.randrange(256)

        sheets = read_spreadsheet(Path("x"), bytes(data[: chance.choice([len(data), chance.randrange(4, len(data))])]))

        assert all(sheet.rows or sheet.problems for sheet in sheets)


FULL = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
WIDE = 'cell table:number-columns-repeated="99999999" '


@pytest.mark.parametrize(
    "rows",
    [
        f'<table:table-row table:number-rows-repeated="1000000">{FULL * 10}</table:table-row>',
        f"<table:table-row>{FULL.replace('cell ', WIDE, 1)}</table:table-row>",
        '<table:table-row table:number-rows-repeated="1048575"/><table:table-row>'
        f'<table:table-cell table:number-columns-repeated="16000"/>{FULL}</table:table-row>',
    ],
)
def test_a_few_words_that_unfold_to_millions_of_cells_are_refused(rows: str) -> None:
    body = f"<table:table table:name='T'>{rows}</table:table>"

    (sheet,) = read_spreadsheet(
        Path("x"), ods_of(f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>")
    )

    assert "five million" in sheet.problems[0].found


def test_cells_in_far_corners_of_an_old_workbook_are_not_joined_by_millions_of_empty_ones() -> None:
    (sheet,) = read_spreadsheet(Path("x"), xls_with_corners("A", "B"))

    assert "five million" in sheet.problems[0].found


def test_a_bomb_of_xml_entities_is_not_unfolded() -> None:
    with zipfile.ZipFile(io.BytesIO(ods({"T": [["x"]]}))) as archive:
        content = archive.read("content.xml").decode()
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 50}">' for n in range(1, 9))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f'<!DOCTYPE x [<!ENTITY e0 "lol">{bomb}]>' + content.replace(">x<", ">&e8;<"))

    (sheet,) = read_spreadsheet(Path("x"), file.getvalue())

    assert sum(map(len, map("".join, sheet.rows))) < 1000

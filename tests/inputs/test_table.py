"""Tables lose no row and invent no value, whatever order, spelling or encoding they come in."""

from __future__ import annotations

import csv
import io
import random
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from before_you_post.inputs.cells import DATE, TEXT, WORDS, YES_NO
from before_you_post.inputs.table import Column, Table, TableReading, read_table

VISITS = Table(
    name="visits",
    meaning="one row a visit",
    columns=(
        Column(name="visit", kind=TEXT, meaning="", required=True, field="id"),
        Column(name="given_name", kind=TEXT, meaning="", also=("first name",)),
        Column(name="seen_on", kind=DATE, meaning=""),
        Column(name="photographed", kind=YES_NO, meaning=""),
        Column(name="other_names", kind=WORDS, meaning=""),
        Column(name="ended_on", kind=DATE, meaning="", decisive=True),
    ),
)


def read(folder: Path, text: str) -> TableReading:
    (folder / "visits.csv").write_text(text, encoding="utf-8", newline="")
    return read_table(folder, VISITS)


def test_columns_come_in_any_order_and_spelling(tmp_path: Path) -> None:
    reading = read(tmp_path, "FIRST-NAME,Seen On *,vísit\nZoë,2026-06-03,007\n")

    assert [row.cells for row in reading.rows] == [{"visit": "007", "given_name": "Zoë", "seen_on": date(2026, 6, 3)}]
    assert reading.rows[0].fields(VISITS)["id"] == "007"
    assert reading.problems == ()


def test_a_blank_row_is_skipped_without_a_problem(tmp_path: Path) -> None:
    reading = read(tmp_path, "visit,given_name\n1,a\n,\n\n , \n2,b\n")

    assert [row.number for row in reading.rows] == [2, 6]
    assert reading.problems == ()


def test_a_bad_optional_cell_is_reported_and_the_row_used_without_it(tmp_path: Path) -> None:
    reading = read(tmp_path, "visit,seen_on,given_name\n1,soon,Zoë\n")

    assert reading.rows[0].cells == {"visit": "1", "given_name": "Zoë"}
    (problem,) = reading.problems
    assert (problem.row, problem.column, problem.found) == (2, "seen_on", "'soon'")
    assert "used without" in problem.remedy


@pytest.mark.parametrize(("row", "column"), [(",Zoë,", "visit"), ("1,Zoë,soon", "ended_on")])
def test_a_row_without_a_cell_it_cannot_do_without_is_left_out_and_reported(
    tmp_path: Path, row: str, column: str
) -> None:
    reading = read(tmp_path, f"visit,given_name,ended_on\n{row}\n2,Bea,\n")

    assert [row.number for row in reading.rows] == [3]
    (problem,) = reading.problems
    assert (problem.row, problem.column) == (2, column)
    assert "left out" in problem.remedy


def test_a_row_with_cells_too_many_is_left_out_since_its_cells_have_moved(tmp_path: Path) -> None:
    reading = read(tmp_path, "visit,given_name\n1,Lee, Ann\n2,Bea,\n3\n")

    assert [row.number for row in reading.rows] == [3, 4]
    assert [problem.row for problem in reading.problems] == [2]


def test_an_unknown_column_is_reported_once(tmp_path: Path) -> None:
    reading = read(tmp_path, "visit,shoe size\n1,38\n2,39\n")

    (problem,) = reading.problems
    assert "shoe size" in problem.found
    assert "given_name" in problem.expected


def test_a_second_column_for_the_same_fact_is_not_read(tmp_path: Path) -> None:
    reading = read(tmp_path, "visit,given_name,First Name\n1,a,b\n")

    assert reading.rows[0].cells["given_name"] == "a"
    assert len(reading.problems) == 1


def test_cells_under_no_header_are_reported(tmp_path: Path) -> None:
    assert "without a name" in read(tmp_path, "visit,,\n1,note,\n").problems[0].found


def test_a_missing_required_column_leaves_every_row_out(tmp_path: Path) -> None:
    reading = read(tmp_path, "given_name\nZoë\nBea\n")

    assert reading.rows == ()
    assert "2 left out" in reading.problems[0].remedy


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff"])
def test_an_empty_file_is_a_problem_and_a_header_alone_is_none(tmp_path: Path, text: str) -> None:
    assert len(read(tmp_path, text).problems) == 1
    assert read(tmp_path, "visit\n").problems == ()


def test_a_missing_table_is_a_problem_unless_it_is_optional(tmp_path: Path) -> None:
    assert len(read_table(tmp_path, VISITS).problems) == 1
    assert read_table(tmp_path, Table(name="x", meaning="", columns=(), required=False)).problems == ()


def test_csv_is_read_where_excel_lies_beside_it_and_a_problem_says_so(tmp_path: Path) -> None:
    (tmp_path / "Visits.XLSX").write_bytes(b"")
    reading = read(tmp_path, "visit\n1\n")

    assert len(reading.rows) == 1
    (problem,) = reading.problems
    assert "'Visits.XLSX' was not" in problem.remedy


def test_an_old_excel_file_is_reported_as_not_read(tmp_path: Path) -> None:
    (tmp_path / "visits.xls").write_bytes(b"")

    found = [problem.found for problem in read_table(tmp_path, VISITS).problems]

    assert found == ["a .xls file", "no such file"]


def test_a_long_or_unprintable_cell_is_quoted_short_and_safe(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, "visit,seen_on\n1,\u202e\x1b[31m" + "x" * 5000 + "\n").problems

    assert problem.found.isprintable()
    assert len(problem.found) < 100


# Letters whose Windows-1252 bytes can never look like UTF-8, so that the file's encoding is not itself in doubt.
LETTERS = "aZ09éñßÀ-'\";,\t/= \n#"
CELLS = st.one_of(
    st.text(LETTERS, max_size=12),
    st.sampled_from(["", "", "yes", "NO", "2026-06-03", "6/3/2026", "31/12/2026", "a;b", "0", "#REF!", "=1+1"]),
)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]


def written(rows: list[list[str]], delimiter: str, encoding: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def in_excel(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    for number, row in enumerate(rows, 1):
        for place, text in enumerate(row, 1):
            if text:
                cell = book.active.cell(number, place)
                cell.value, cell.data_type = text, "s"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").strip()


def spelled(value: Any) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def check(rows: list[list[str]], headers: list[str], reading: TableReading) -> None:
    """Every cell is either a value that spells the same or has a Problem; every row is used or has one."""
    used = {row.number: row.cells for row in reading.rows}
    reported = {(problem.row, problem.column) for problem in reading.problems}
    known = {column.name: column for column in VISITS.columns}
    for number, row in enumerate(rows, 2):
        if not any(map(plain, row)):
            assert number not in used
            continue
        assert number in used or any(at == number for at, _ in reported)
        for header, text in zip(headers, row, strict=True):
            column = known.get(header)
            if column is None:
                continue
            value = used.get(number, {}).get(header)
            if not plain(text):
                assert value is None
            elif value is None:
                assert number not in used or (number, header) in reported or not plain(text).strip("; \n\t")
            elif column.kind is TEXT:
                assert value == plain(text)
            elif column.kind is WORDS:
                assert [
                    word for part in plain(text).split("\n") for word in map(str.strip, part.split(";")) if word
                ] == [*value]
            else:
                assert column.kind.read(spelled(value)) == value
                assert (number, header) not in reported
    assert set(used) <= set(range(2, len(rows) + 2))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.lists(st.lists(CELLS, min_size=7, max_size=7), max_size=8),
    shuffle=st.randoms(use_true_random=False),
    delimiter=st.sampled_from(",;\t"),
    encoding=st.sampled_from([*ENCODINGS, "xlsx"]),
)
def test_no_cell_is_lost_or_invented(
    tmp_path: Path, body: list[list[str]], shuffle: random.Random, delimiter: str, encoding: str
) -> None:
    headers = [*VISITS.header(), "something else"]
    shuffle.shuffle(headers)
    rows = [[shuffle.choice([str.upper, str.title, str])(header) for header in headers], *body]
    for old in tmp_path.iterdir():
        old.unlink()
    if encoding == "xlsx":
        (tmp_path / "visits.xlsx").write_bytes(in_excel(rows))
    else:
        (tmp_path / "visits.csv").write_bytes(written(rows, delimiter, encoding))

    check(body, headers, read_table(tmp_path, VISITS))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.one_of(st.binary(max_size=400), st.text('ab",;\n\r\t\0=é', max_size=200).map(str.encode)))
def test_no_file_stops_the_reader_and_no_row_below_the_header_vanishes(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "visits.csv").write_bytes(b"visit,given_name\r\n" + body)

    reading = read_table(tmp_path, VISITS)

    if body.strip(b'",;\n\r\t\0 ') and b"," not in body and b"\xef" not in body:
        assert reading.rows or reading.problems

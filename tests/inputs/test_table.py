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
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from before_you_post.inputs.cells import DATE, TEXT, WORDS, YES_NO
from before_you_post.inputs.table import Column, ColumnMap, Table, TableReading, read_table, read_table_data
from spreadsheets_by_hand import ods, xls

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


def test_a_file_of_another_program_is_reported_as_not_read(tmp_path: Path) -> None:
    (tmp_path / "visits.numbers").write_bytes(b"")

    found = [problem.found for problem in read_table(tmp_path, VISITS).problems]

    assert found == ["a .numbers file", "no such file"]


def test_text_that_calls_itself_excel_is_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "visits.xls").write_text("visit\tgiven name\n007\tZoë\n", encoding="utf-8")

    assert [row.cells for row in read_table(tmp_path, VISITS).rows] == [{"visit": "007", "given_name": "Zoë"}]


def test_a_web_page_that_calls_itself_excel_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "visits.xls").write_text("\n<HTML><table><tr><td>visit</td></tr></table>", encoding="utf-8")

    assert [problem.found for problem in read_table(tmp_path, VISITS).problems] == ["a web page"]


def test_a_title_above_the_header_is_passed_over_and_reported(tmp_path: Path) -> None:
    reading = read(tmp_path, "Consent log of 2026\n\nVisits,,\nVisit,First name,Seen on\n7,Zoë,2026-06-03\n")

    assert [(row.number, row.cells["given_name"]) for row in reading.rows] == [(5, "Zoë")]
    (problem,) = reading.problems
    assert (problem.row, "2 rows above" in problem.found) == (1, True)


def test_a_header_in_two_rows_with_merged_cells_is_one_header(tmp_path: Path) -> None:
    reading = read(tmp_path, "Visit,Seen,,Given\n,on,by whom,name\n7,2026-06-03,,Zoë\n,2026-06-04,,Bea\n")

    assert [row.cells for row in reading.rows] == [
        {"visit": "7", "seen_on": date(2026, 6, 3), "given_name": "Zoë"},
    ]
    assert [(problem.row, problem.column) for problem in reading.problems] == [(2, "'by whom'"), (4, "visit")]


@pytest.mark.parametrize("total", ["Total,,2", "TOTAL: 57,,", ",Grand total,12.50", "Sum,$3,"])
def test_sums_below_the_table_are_left_out_and_reported(tmp_path: Path, total: str) -> None:
    reading = read(tmp_path, f"visit,given_name,other_names\n1,Total,a\n{total}\n\n")

    assert [row.cells["given_name"] for row in reading.rows] == ["Total"]
    assert [problem.row for problem in reading.problems] == [3]


def test_a_row_that_only_begins_like_a_sum_is_a_row(tmp_path: Path) -> None:
    assert len(read(tmp_path, "visit,given_name\nTotal,Ann\n").rows) == 1


def test_a_header_that_stands_again_further_down_is_no_row(tmp_path: Path) -> None:
    reading = read(tmp_path, "visit,given_name\n1,a\nvisit,given_name\n2,b\n")

    assert [row.number for row in reading.rows] == [2, 4]
    assert [problem.row for problem in reading.problems] == [3]


def workbook(folder: Path, sheets: dict[str, list[list[object]]], hidden: tuple[str, ...] = ()) -> TableReading:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    book.save(folder / "visits.xlsx")
    return read_table(folder, VISITS)


def test_the_sheet_whose_headers_fit_best_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    reading = workbook(tmp_path, {"Notes": [["Ask Ann"]], "Log": [["visit", "first name"], [7, "Zoë"]], "Empty": []})

    assert [row.cells["visit"] for row in reading.rows] == ["7"]
    (problem,) = reading.problems
    assert "'Notes' besides 'Log'" in problem.found


def test_two_sheets_that_fit_as_well_are_reported_as_a_doubt(tmp_path: Path) -> None:
    rows: list[list[object]] = [["visit", "first name"], [7, "Zoë"]]

    (problem,) = workbook(tmp_path, {"2025": rows, "2026": rows}).problems

    assert "'2026' fits as well" in problem.remedy


def test_a_hidden_sheet_is_read_only_where_no_visible_one_fits(tmp_path: Path) -> None:
    better: list[list[object]] = [["visit", "first name", "seen on"], [8, "Bea", ""]]
    worse: list[list[object]] = [["visit", "first name"], [7, "Zoë"]]

    assert [row.cells["visit"] for row in workbook(tmp_path, {"a": better, "b": worse}, ("a",)).rows] == ["7"]
    reading = workbook(tmp_path, {"a": [["Ask Ann"]], "b": worse}, ("b",))
    assert [row.cells["visit"] for row in reading.rows] == ["7"]
    assert "a hidden one" in reading.problems[0].remedy


def test_notes_beside_the_table_of_a_workbook_cost_no_row(tmp_path: Path) -> None:
    reading = workbook(tmp_path, {"Log": [["visit", "first name"], [7, "Zoë", None, "call her"]]})

    assert len(reading.rows) == 1
    assert [problem.found for problem in reading.problems] == ["a column without a name"]


def test_a_day_count_in_a_workbook_that_counts_from_1904_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    for row in (["visit", "seen on"], ["7", 44714], ["8", date(2026, 6, 3)]):
        book.active.append(row)
    book.save(tmp_path / "visits.xlsx")

    reading = read_table(tmp_path, VISITS)

    assert [row.cells.get("seen_on") for row in reading.rows] == [None, date(2026, 6, 3)]
    assert [problem.row for problem in reading.problems] == [2]


def in_excel_with_dates(rows: list[list[Any]], *, from_1904: bool) -> bytes:
    book = openpyxl.Workbook()
    if from_1904:
        book.epoch = CALENDAR_MAC_1904
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    day=st.dates(date(1904, 1, 2), date(2199, 12, 31)),
    code=st.from_regex(r"0{0,3}[1-9][0-9]{0,6}", fullmatch=True),
    kind=st.sampled_from(["xlsx", "xlsx from 1904", "xls", "xls from 1904", "ods"]),
)
def test_dates_are_the_days_the_program_shows_and_codes_keep_their_zeros(
    tmp_path: Path, day: date, code: str, kind: str
) -> None:
    rows: list[list[Any]] = [["visit", "seen on"], [code, day]]
    ending, _, old = kind.partition(" ")
    if ending == "xlsx":
        data = in_excel_with_dates(rows, from_1904=bool(old))
    else:
        data = ods({"A": rows}) if ending == "ods" else xls({"A": rows}, from_1904=bool(old))

    reading = read_table_data(tmp_path / f"visits.{ending}", data, VISITS)

    assert [row.cells for row in reading.rows] == [{"visit": code, "seen_on": day}]
    assert reading.problems == ()


OWN_HEADER = {"visit": "No.", "given_name": "Patient", "seen_on": "Given Name"}


def test_the_practices_own_names_of_columns_count_and_ours_do_not(tmp_path: Path) -> None:
    file = tmp_path / "log of visits.csv"
    file.write_text("Log\nNo.,PATIENT ,given name,Visit,Notes\n7,Zoë,2026-06-03,first,x\n", encoding="utf-8")

    reading = read_table(tmp_path, VISITS, ColumnMap(file=file, header=OWN_HEADER, ignored=("notes",)))

    assert [row.cells for row in reading.rows] == [{"visit": "7", "given_name": "Zoë", "seen_on": date(2026, 6, 3)}]
    assert [problem.column for problem in reading.problems] == ["'Visit'"]


def test_a_mapped_column_that_was_renamed_is_a_problem_and_a_decisive_one_leaves_every_row_out(tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text("No.,Patient\n7,Zoë\n", encoding="utf-8")

    reading = read_table(tmp_path, VISITS, ColumnMap(file=file, header=OWN_HEADER))
    assert (len(reading.rows), [problem.column for problem in reading.problems]) == (1, ["seen_on"])

    reading = read_table(tmp_path, VISITS, ColumnMap(file=file, header={"visit": "No.", "ended_on": "Left on"}))
    assert reading.rows == ()
    assert "ended_on" in [problem.column for problem in reading.problems]


def test_rows_in_a_table_beside_the_mapped_file_are_reported(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text("No.,Patient\n7,Zoë\n", encoding="utf-8")
    own = ColumnMap(file=tmp_path / "log.csv", header={"visit": "No.", "given_name": "Patient"})
    (tmp_path / "visits.csv").write_text("visit,given_name\n", encoding="utf-8")
    assert read_table(tmp_path, VISITS, own).problems == ()

    (tmp_path / "visits.csv").write_text("visit,given_name\n8,Bea\n", encoding="utf-8")
    assert ["'visits.csv' besides" in problem.found for problem in read_table(tmp_path, VISITS, own).problems] == [True]


def test_a_mapped_file_or_sheet_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    own = ColumnMap(file=tmp_path / "log.csv", header=OWN_HEADER)
    assert [problem.path for problem in read_table(tmp_path, VISITS, own).problems] == [str(tmp_path / "log.csv")]

    workbook(tmp_path, {"2026": [["No.", "Patient"], [7, "Zoë"]]})
    header = {"visit": "No.", "given_name": "Patient"}
    reading = read_table(tmp_path, VISITS, ColumnMap(file=tmp_path / "visits.xlsx", header=header, sheet="2025"))
    assert len(reading.rows) == 1
    assert ["'2025'" in problem.found for problem in reading.problems] == [True]


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
    delimiter=st.sampled_from(",;\t|^~"),
    encoding=st.sampled_from([*ENCODINGS, "xlsx", "ods", "xls"]),
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
    elif encoding in ("ods", "xls"):
        data = {"ods": ods, "xls": xls}[encoding]({"Visits": rows})
        (tmp_path / f"visits.{encoding}").write_bytes(data)
    else:
        (tmp_path / "visits.csv").write_bytes(written(rows, delimiter, encoding))

    check(body, headers, read_table(tmp_path, VISITS))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.one_of(st.binary(max_size=400), st.text('ab",;\n\r\t\0=é', max_size=200).map(str.encode)))
def test_no_file_stops_the_reader_and_no_row_below_the_header_vanishes(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "visits.csv").write_bytes(b"visit,given_name\r\n" + body)

    reading = read_table(tmp_path, VISITS)

    if body.strip(b'",;\n\r\t\0 \x0b\x0c\xa0') and b"," not in body and b"\xef" not in body:
        assert reading.rows or reading.problems

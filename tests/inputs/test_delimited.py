"""CSV files from any program are read cell by cell as they were written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.inputs.delimited import decoded, read_delimited
from before_you_post.inputs.sheet import Sheet


def known(headers: Sequence[str]) -> int:
    return sum(header in ("patient", "name") for header in headers)


def read(folder: Path, data: bytes | str) -> Sheet:
    path = folder / "patients.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_delimited(path, path.read_bytes(), known)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_delimiters_and_line_ends_are_told_apart(
    tmp_path: Path, encoding: str, delimiter: str, end: str
) -> None:
    rows = [("patient", "name"), ("007", "Zoë Ångström"), ("008", "José")]
    text = end.join(delimiter.join(row) for row in rows) + end

    sheet = read(tmp_path, text.encode(encoding))

    assert sheet.rows == tuple(rows)
    assert sheet.problems == ()


def test_the_delimiter_is_the_one_that_finds_known_headers(tmp_path: Path) -> None:
    assert read(tmp_path, "patient;name,x,y\n1;a,b\n").rows[1] == ("1", "a,b")


def test_the_line_excel_hides_names_the_delimiter_and_has_no_row_number(tmp_path: Path) -> None:
    assert read(tmp_path, "sep=;\r\npatient;name\r\n1;a\r\n").rows == (("patient", "name"), ("1", "a"))


def test_cells_may_hold_line_breaks_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    sheet = read(tmp_path, 'patient,name\n1,"a\nb"\n\n2,c\n')

    assert sheet.rows == (("patient", "name"), ("1", "a\nb"), (), ("2", "c"))


@pytest.mark.parametrize("line", ['1,"Ann', '1,"Ann" Lee', '"1,Ann'])
def test_a_stray_quotation_mark_costs_no_other_row(tmp_path: Path, line: str) -> None:
    sheet = read(tmp_path, f"patient,name\n{line}\n2,Bea\n3,Cy\n")

    assert sheet.rows[1:] == (tuple(line.split(",")), ("2", "Bea"), ("3", "Cy"))
    assert [problem.row for problem in sheet.problems] == [2]


def test_a_mixed_file_keeps_the_accents_of_both_its_encodings() -> None:
    assert decoded("Zoë;".encode() + "José".encode("cp1252")) == "Zoë;José"


def test_bytes_that_no_encoding_has_are_reported(tmp_path: Path) -> None:
    sheet = read(tmp_path, b"patient,name\n1,a\x81b\n")

    assert sheet.rows[1] == ("1", "a\ufffdb")
    assert len(sheet.problems) == 1


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-1.7"])
def test_another_kind_of_file_is_not_taken_for_a_table(tmp_path: Path, start: bytes) -> None:
    sheet = read(tmp_path, start + b"a,b\n1,2\n")

    assert sheet.rows == ()
    assert len(sheet.problems) == 1


@given(st.binary(max_size=300))
def test_any_bytes_become_text(data: bytes) -> None:
    assert isinstance(decoded(data), str)

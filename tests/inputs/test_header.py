"""The header is the row that names most of the columns we know."""

from __future__ import annotations

import pytest

from before_you_post.inputs.header import Names, find_header, is_total, plain

NAMES = Names({"patient": "patient", "signedon": "signed_on", "signedby": "signed_by", "state": "state"})


@pytest.mark.parametrize("header", ["Signed on", "signed_on *", "SIGNED-ON", "Sígned On:"])
def test_spelling_does_not_matter(header: str) -> None:
    assert plain(header) == "signedon"


def test_a_header_of_signs_alone_has_a_name() -> None:
    assert plain(" # ") == "#"


@pytest.mark.parametrize(
    ("rows", "number", "cells"),
    [
        ([["patient", "x"], ["1", "y"]], 1, ("patient", "x")),
        ([[], ["Log"], ["Patient", "State"], ["1", "CA"]], 3, ("Patient", "State")),
        ([["Log of each patient"], ["a"]], 1, ("Log of each patient",)),
        ([["x", "y"], ["state", "z"]], 1, ("x", "y")),  # one known word is more likely a cell
        ([["Patient", "Signed", ""], ["", "on", "by"]], 2, ("Patient", "Signed on", "Signed by")),
        ([["patient", "state", "note"], ["", "", "patient state"]], 1, ("patient", "state", "note")),
    ],
)
def test_the_header_is_found(rows: list[list[str]], number: int, cells: tuple[str, ...]) -> None:
    header = find_header(rows, NAMES)

    assert header is not None
    assert (header.number, header.cells) == (number, cells)


def test_rows_above_and_below_keep_their_numbers() -> None:
    header = find_header([["Log"], [], ["Patient", "Signed"], ["", "on"], [], ["1"]], NAMES)

    assert header is not None
    assert [number for number, _ in header.above] == [1]
    assert [number for number, _ in header.body] == [6]


def test_an_empty_sheet_has_no_header() -> None:
    assert find_header([[], ["", " "]], NAMES) is None


@pytest.mark.parametrize(
    ("row", "total"),
    [
        (["Total"], True),
        (["", "Grand Total:", "12", "$3.50"], True),
        (["Count: 7"], True),
        (["Total", "Ann"], False),
        (["Totaly"], False),
        (["7", "Total"], False),
    ],
)
def test_sums_are_told_from_rows(row: list[str], total: bool) -> None:
    assert is_total(row) is total

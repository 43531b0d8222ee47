"""The size of an old workbook is told from its records."""

from __future__ import annotations

from before_you_post.inputs.old_excel import cells_of
from spreadsheets_by_hand import xls, xls_with_corners


def test_cells_are_counted_up_to_the_last_row_and_column_of_every_sheet() -> None:
    assert cells_of(xls({"A": [["a"], [None, None, 7]], "B": [[True]], "C": []})) == 2 * 3 + 1


def test_empty_cells_between_others_count() -> None:
    assert cells_of(xls_with_corners("A", "B")) == 2 * 65536 * 256

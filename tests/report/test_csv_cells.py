"""Cells that a spreadsheet must not run."""

from __future__ import annotations

import pytest

from before_you_post.report.csv_cells import plain


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_words_that_begin_like_a_formula_get_an_apostrophe(words: str) -> None:
    assert plain(words) == f"'{words}"


@pytest.mark.parametrize("words", ["", "a = b", "1-2", "'quoted", " =1"])
def test_other_words_stay_as_they_are(words: str) -> None:
    assert plain(words) == words

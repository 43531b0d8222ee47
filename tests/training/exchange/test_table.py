"""The table of questions: a line for each option, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from before_you_post.records import Question
from before_you_post.report.csv_cells import plain
from before_you_post.training.exchange import to_table


def lines(bank: tuple[Question, ...]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_table(bank).files["questions.csv"].decode("utf-8-sig"))))


def test_every_option_has_its_line_with_its_reason(bank: tuple[Question, ...]) -> None:
    found = lines(bank)
    options = [option for question in bank for option in question.options]
    assert [line["option"] for line in found] == [option.id for option in options]
    assert [line["why"] for line in found] == [plain(option.why) for option in options]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_words_that_look_like_a_formula_are_none(bank: tuple[Question, ...], words: str) -> None:
    assert lines((replace(bank[0], stem=words),))[0]["stem"] == f"'{words}"

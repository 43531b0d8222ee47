"""How rules and questions are answered: every figure with its number of answers, and nothing left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from before_you_post.training.records_view import Overview, overview
from before_you_post.training.statistics import Discrimination
from before_you_post.ui.lessons.records_figures import (
    ENOUGH,
    QuestionQuery,
    question_rows,
    read_question_query,
    rule_rows,
)
from invented_office import shared_office


@pytest.fixture(scope="module")
def seen() -> Overview:
    office = shared_office()
    return overview(office.desk, now=office.clock)


def every(rows: Any, pages: int) -> list[dict[str, Any]]:
    return [row for page in range(1, pages + 1) for row in rows(page)["rows"]]


@pytest.mark.parametrize("asked", [None, "x", {"order": "x"}, {"lesson": 7}, {"page": 0}])
def test_a_query_that_makes_no_sense_asks_for_all_questions(asked: object) -> None:
    assert read_question_query(asked) == QuestionQuery()


def test_the_weakest_rules_stand_first_and_those_hardly_asked_last(seen: Overview) -> None:
    rows = every(lambda page: rule_rows(seen, page), rule_rows(seen, 1)["pages"])
    assert len(rows) == len(seen.rules)
    enough = [row for row in rows if row["count"] >= ENOUGH]
    assert enough
    assert rows[: len(enough)] == enough
    assert [row["percent"] for row in enough] == sorted(row["percent"] for row in enough)


def test_each_rule_has_its_name_its_number_and_its_lesson(seen: Overview) -> None:
    for row in every(lambda page: rule_rows(seen, page), rule_rows(seen, 1)["pages"]):
        assert row["title"]
        assert row["lesson"] == seen.titles[row["slug"]]
        assert row["percent"] == round(100 * row["right"] / row["count"])
        assert row["trust"] == ("indicative only" if row["count"] < 30 else "with caution")


def test_no_question_is_left_out_whatever_the_order(seen: Overview) -> None:
    for order in ("flagged", "share", "count"):
        pages = question_rows(seen, QuestionQuery(order=order))["pages"]
        rows = every(lambda page, order=order: question_rows(seen, QuestionQuery(order=order, page=page)), pages)
        assert sorted(row["question"] for row in rows) == sorted(one.question for one in seen.questions)


def test_a_lesson_keeps_to_its_own_questions(seen: Overview) -> None:
    rows = question_rows(seen, QuestionQuery(lesson="why-it-matters"))["rows"]
    assert rows
    assert {row["slug"] for row in rows} == {"why-it-matters"}


def test_a_figure_that_cannot_be_worked_out_says_why(seen: Overview) -> None:
    rows = every(
        lambda page: question_rows(seen, QuestionQuery(page=page)), question_rows(seen, QuestionQuery())["pages"]
    )
    assert any(row["tells"] == "–" and row["no_tells"] for row in rows)
    assert all(bool(row["no_tells"]) == (row["tells"] == "–") for row in rows)


@pytest.mark.parametrize(("value", "words"), [(0.314, "+0.31"), (-0.5, "−0.50"), (-0.001, "+0.00")])
def test_a_figure_is_written_with_its_sign(seen: Overview, value: float, words: str) -> None:
    one = replace(seen.questions[0], discrimination=Discrimination(value=value))
    [row] = question_rows(replace(seen, questions=(one,)), QuestionQuery())["rows"]
    assert row["tells"] == words


def test_wrong_answers_nobody_chooses_are_shown_with_nothing(seen: Overview) -> None:
    options = [
        option
        for one in seen.questions
        for option in question_rows(replace(seen, questions=(one,)), QuestionQuery())["rows"][0]["options"]
    ]
    assert any(option["percent"] == 0 for option in options)
    assert any(option["right"] and option["percent"] == 100 for option in options)


def test_an_earlier_version_is_counted_apart_and_says_so(seen: Overview) -> None:
    former = replace(seen.questions[0], version=seen.questions[0].version + 1)
    [row] = question_rows(replace(seen, questions=(former,)), QuestionQuery())["rows"]
    assert row["former"] is True
    assert row["options"] == []

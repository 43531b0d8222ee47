"""A missed question comes back after a day, a week and a month."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from before_you_post.training.history import Answered
from before_you_post.training.spacing import due, returns

START = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)


def answered(days: float, right: bool, question: str = "q", attempt: str | None = "a") -> Answered:
    return Answered(
        person="S-01",
        question=question,
        version=1,
        right=right,
        at=START + timedelta(days=days),
        answer=["yes"],
        attempt=attempt,
    )


def days(*answers: Answered) -> dict[str, int]:
    """After how many days each question is due."""
    return {name: (one.due - START.date()).days for name, one in returns(answers, UTC).items()}


def test_a_missed_question_is_due_the_next_day_and_a_right_one_never() -> None:
    assert days(answered(0, False), answered(0, True, "other")) == {"q": 1}


def test_right_answers_move_it_to_a_week_then_a_month_then_away() -> None:
    missed = answered(0, False)
    assert days(missed, answered(1, True)) == {"q": 8}
    assert days(missed, answered(1, True), answered(8, True)) == {"q": 38}
    assert days(missed, answered(1, True), answered(8, True), answered(38, True)) == {}


def test_a_wrong_answer_begins_anew() -> None:
    assert days(answered(0, False), answered(1, True), answered(8, False)) == {"q": 9}


def test_a_right_answer_before_it_is_due_moves_nothing() -> None:
    assert days(answered(0, False), answered(0.01, True)) == {"q": 1}


def test_practice_is_not_counted() -> None:
    assert days(answered(0, False, attempt=None)) == {}
    assert days(answered(0, False), answered(1, True, attempt=None)) == {"q": 1}


def test_days_are_those_of_the_office() -> None:
    evening = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)  # still March 2 in Ohio
    missed = Answered(person="S-01", question="q", version=1, right=False, at=evening, answer=["no"], attempt="a")

    assert returns([missed], timezone(timedelta(hours=-5)))["q"].due == date(2026, 3, 3)


def test_the_longest_due_comes_first() -> None:
    waiting = returns([answered(2, False, "b"), answered(0, False, "a"), answered(5, False, "c")], UTC)

    assert due(waiting, START.date() + timedelta(days=3)) == ("a", "b")
    assert due(waiting, START.date()) == ()

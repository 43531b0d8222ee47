"""Figures on questions: right against figures worked out by hand, and silent where there is too little to say."""

from __future__ import annotations

import math
import statistics
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.records import Asked, Attempt, Purpose, QuestionKind
from before_you_post.training.statistics import point_biserial, question_figures, rule_figures, trust_in
from invented_learning import question

AT = datetime(2026, 3, 2, tzinfo=UTC)
BANK = {name: question(name) for name in ("a", "b", "c", "d")}


def attempt(*right: bool, names: str = "abcd", **changed: object) -> Attempt:
    asked = tuple(
        Asked(question=name, version=1, answer=["yes" if one else "no"], right=one, at=AT)
        for name, one in zip(names, right, strict=False)
    )
    values: dict[str, object] = {
        "id": "x",
        "person": "S-01",
        "lesson": "first",
        "purpose": Purpose.LESSON,
        "content": "",
        "began_at": AT,
        "asked": asked,
        "ended_at": AT,
        "passed": True,
    }
    return Attempt(**(values | changed))  # type: ignore[arg-type]


def test_difficulty_discrimination_and_choices_by_hand() -> None:
    attempts = [
        attempt(True, True, True, True),
        attempt(True, True, True, False),
        attempt(False, True, False, False),
        attempt(False, False, False, False),
    ]

    figures = {one.question: one for one in question_figures(attempts, BANK)}

    a = figures["a"]
    assert (a.count, a.share_right) == (4, 0.5)
    # the rests of "a": 3/3, 2/3, 1/3, 0 of the other three items
    expected = statistics.correlation([1, 1, 0, 0], [1, 2 / 3, 1 / 3, 0])
    assert a.discrimination.value == pytest.approx(expected)
    assert a.chosen == {"no": 0.5, "yes": 0.5}
    assert a.trust == "indicative only"


def test_the_item_itself_is_left_out_of_the_score_it_is_compared_with() -> None:
    attempts = [attempt(True, False), attempt(False, True)]

    figures = {one.question: one for one in question_figures(attempts, BANK)}

    assert figures["a"].discrimination.value == pytest.approx(-1)


def test_a_suspicious_answer_is_flagged_once_enough_people_gave_one() -> None:
    two = [attempt(True, False), attempt(False, True)]

    assert not any("look whether" in flag for one in question_figures(two, BANK) for flag in one.flags)
    assert any("look whether" in flag for one in question_figures(two * 4, BANK) for flag in one.flags)


@pytest.mark.parametrize(
    ("right", "rest", "reason"),
    [
        ([], [], "fewer than two"),
        ([True], [0.5], "fewer than two"),
        ([True, True, True], [0.1, 0.5, 0.9], "every answer is right"),
        ([False, False], [0.1, 0.5], "every answer is wrong"),
        ([True, False], [0.5, 0.5], "the same score"),
    ],
)
def test_what_cannot_be_worked_out_says_why(right: list[bool], rest: list[float], reason: str) -> None:
    found = point_biserial(right, rest)

    assert found.value is None
    assert reason in found.reason


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5)), min_size=2, max_size=40))
def test_discrimination_is_the_correlation_wherever_there_is_one(pairs: list[tuple[bool, int]]) -> None:
    right, rest = [one for one, _ in pairs], [score / 5 for _, score in pairs]

    value = point_biserial(right, rest).value

    if value is None:
        assert len(set(right)) == 1 or len(set(rest)) == 1
    else:
        assert math.isclose(value, statistics.correlation(list(map(float, right)), rest), abs_tol=1e-9)
        assert -1 - 1e-9 <= value <= 1 + 1e-9


def test_versions_are_counted_apart() -> None:
    newer = attempt(True)
    newer = attempt(True, asked=(Asked(question="a", version=2, answer=["yes"], right=True, at=AT),))

    figures = question_figures([attempt(False), newer], BANK)

    assert [(one.version, one.share_right) for one in figures] == [(1, 0.0), (2, 1.0)]


def test_reviews_and_unfinished_attempts_do_not_count() -> None:
    attempts = [attempt(True, purpose=Purpose.REVIEW), attempt(True, ended_at=None, passed=None)]

    assert question_figures(attempts, BANK) == ()


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "indicative only"), (29, "indicative only"), (30, "with caution"), (99, "with caution"), (100, "")],
)
def test_every_figure_says_how_far_to_trust_it(count: int, words: str) -> None:
    assert trust_in(count) == words
    assert question_figures([attempt(True)] * count, BANK)[0].trust == words


def test_flags_name_what_somebody_should_look_at() -> None:
    hard = question_figures([attempt(False), attempt(False), attempt(False)], BANK)[0]
    easy = question_figures([attempt(True)] * 40, BANK)[0]
    once = question_figures([attempt(False)], BANK)[0]

    assert any("is it taught?" in flag for flag in hard.flags)
    assert any("it tells little" in flag for flag in easy.flags)
    assert "Nobody chooses: no, maybe." in easy.flags
    assert once.flags == (), "one answer is no reason to look"


def test_an_order_has_no_choices() -> None:
    bank = {"a": question("a", kind=QuestionKind.ORDER)}

    assert question_figures([attempt(True), attempt(False)], bank)[0].chosen == {}


def test_scores_by_rule_begin_with_the_worst() -> None:
    bank = {"a": question("a", rules=("one", "two")), "b": question("b", rules=("two",))}

    figures = rule_figures([attempt(True, False), attempt(True, True)], bank)

    assert [(one.rule, one.count, one.share_right) for one in figures] == [("two", 4, 0.75), ("one", 2, 1.0)]

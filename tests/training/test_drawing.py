"""Each attempt is a fresh draw: nothing twice too soon, nothing important left out, and the same for the same seed."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.records import QuestionUse
from before_you_post.training.bank import load_bank
from before_you_post.training.course import load_course
from before_you_post.training.drawing import Past, draw
from invented_learning import question

TEN = tuple(question(f"q{number}", difficulty=number % 3 + 1) for number in range(10))


def names(drawn: tuple[object, ...]) -> list[str]:
    return [one.id for one in drawn]  # type: ignore[attr-defined]


def test_the_same_seed_draws_the_same_and_another_one_something_else() -> None:
    assert draw(TEN, 4, seed="a") == draw(tuple(reversed(TEN)), 4, seed="a")
    assert len({tuple(names(draw(TEN, 4, seed=str(seed)))) for seed in range(20)}) > 15


@given(st.integers(0, 15), st.text(max_size=5), st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_a_draw_has_as_many_as_wanted_and_none_twice(count: int, seed: str, wrong: set[int], due: set[int]) -> None:
    before = Past(wrong_now=frozenset(f"q{one}" for one in wrong), due=frozenset(f"q{one}" for one in due))

    drawn = names(draw(TEN, count, seed=seed, before=before))

    assert len(drawn) == len(set(drawn)) == min(count, 10)


@given(st.integers(0, 1000))
def test_no_question_comes_again_until_all_were_asked(seed: int) -> None:
    asked: Counter[str] = Counter()
    for attempt in range(5):
        asked.update(names(draw(TEN, 2, seed=f"{seed}-{attempt}", before=Past(asked=asked))))

    assert set(asked.values()) == {1}
    assert len(asked) == 10


@given(st.integers(0, 1000))
def test_a_question_that_must_be_right_and_was_not_yet_is_always_asked(seed: int) -> None:
    must = question("must", critical=True)
    asked = Counter({"must": 3})

    assert "must" in names(draw((*TEN, must), 3, seed=str(seed), before=Past(asked=asked)))


def test_a_question_that_must_be_right_and_was_waits_like_the_others() -> None:
    must = question("must", critical=True)
    before = Past(asked=Counter({"must": 1}), right_now=frozenset({"must"}))

    assert all("must" not in names(draw((*TEN, must), 5, seed=str(seed), before=before)) for seed in range(20))


@given(st.integers(0, 1000))
def test_what_was_missed_comes_first_but_leaves_half_of_the_draw_fresh(seed: int) -> None:
    missed = frozenset({"q0", "q1", "q2", "q3", "q4"})
    before = Past(asked=Counter(missed), wrong_now=missed)

    drawn = names(draw(TEN, 6, seed=str(seed), before=before))

    assert len(missed.intersection(drawn)) == 3
    assert missed.intersection(names(draw(TEN, 1, seed=str(seed), before=before)))


def test_a_draw_mixes_how_hard_questions_are_and_what_they_are_about() -> None:
    alike = tuple(question(f"same{number}", rules=("one",), difficulty=1) for number in range(9))
    other = (question("hard", rules=("two",), difficulty=3), question("middle", rules=("three",), difficulty=2))

    came = Counter(name for seed in range(400) for name in names(draw((*alike, *other), 3, seed=str(seed))))

    by_chance = 400 * 3 / 11
    assert min(came["hard"], came["middle"]) > 1.3 * by_chance


@pytest.mark.parametrize("slug", [lesson.slug for lesson in load_course().lessons if not lesson.exam])
def test_every_question_of_a_lesson_comes_often_enough_in_first_attempts(slug: str) -> None:
    """Colleagues who take one lesson get different questions; none is there in vain."""
    mine = [one for one in load_bank() if one.lesson == slug and one.use is QuestionUse.QUIZ]
    came = Counter(one.id for seed in range(600) for one in draw(mine, 6, seed=str(seed)))

    free = [one for one in mine if not one.critical]
    assert min(came[one.id] for one in free) > 0.2 * 600 * (6 - (len(mine) - len(free))) / len(free)


def test_an_exam_asks_of_every_lesson() -> None:
    many = tuple(question(f"a{number}", "a", critical=True) for number in range(20))
    few = tuple(question(f"{lesson}1", lesson) for lesson in "bcdef")

    for seed in range(10):
        drawn = draw((*many, *few), 8, seed=str(seed), each_lesson=True)
        assert {one.lesson for one in drawn} == set("abcdef")
        assert len(drawn) == 8


def test_an_exam_is_longer_where_there_are_more_lessons_than_questions_wanted() -> None:
    many = tuple(question(f"{lesson}1", lesson) for lesson in "abcdef")

    assert len(draw(many, 4, seed="s", each_lesson=True)) == 6

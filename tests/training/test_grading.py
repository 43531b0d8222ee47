"""Marking: every kind of question, right, wrong, and answers no learner can have given."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.records import CaseRef, InputError, Option, Question, QuestionKind, QuestionUse
from before_you_post.training.grading import grade, solution
from before_you_post.training.option_rules import as_day, as_number, complaint_about

CASE = CaseRef(practice="quillfeather", photo="website/who-is-it/eyes-barred-before.jpg")


def option(name: str, *, right: bool = True, **more: object) -> Option:
    return Option(id=name, text=f"The words of {name}", right=right, why=f"The reason of {name}", **more)  # type: ignore[arg-type]


def question(kind: QuestionKind, *options: Option, **more: object) -> Question:
    values: dict[str, object] = {
        "id": "one",
        "lesson": "what-identifies",
        "version": 1,
        "use": QuestionUse.QUIZ,
        "stem": "What is it?",
        "rules": ("hipaa-phi-photo",),
        "claims": (),
        "difficulty": 1,
    }
    return Question(kind=kind, options=options, **{**values, **more})  # type: ignore[arg-type]


A, B, C = option("a"), option("b", right=False), option("c", right=False)
EVERY_KIND = (
    question(QuestionKind.SINGLE, A, B, C),
    question(QuestionKind.SEVERAL, A, replace(B, right=True), C),
    question(QuestionKind.TRUE_FALSE, option("true", right=False), option("false")),
    question(QuestionKind.DECISION, A, B, case=CASE),
    question(QuestionKind.ORDER, option("a"), option("b"), option("c")),
    question(QuestionKind.MATCH, *(option(x, partner=f"of {x}") for x in "abc")),
    question(
        QuestionKind.SORT, *(option(x, pile="left" if x < "c" else "right") for x in "abc"), piles=("left", "right")
    ),
    question(
        QuestionKind.NUMBER,
        option("thirty", value="30"),
        option("sixty", right=False, value="60"),
        otherwise="The law says thirty days.",
    ),
    question(QuestionKind.DATE, option("may", value="2026-05-01"), otherwise="Count sixty days from 2 March."),
    question(
        QuestionKind.HOTSPOT,
        *(option(x, right=x == "a", region=(0.1, 0.1, 0.2, 0.2)) for x in "abc"),
        case=CASE,
    ),
    question(QuestionKind.DEFECTS, A, B, C, case=CaseRef(practice="quillfeather", form="A-304")),
)


@pytest.mark.parametrize("asked", EVERY_KIND, ids=lambda asked: asked.kind.value)
def test_every_kind_has_a_case_here_and_its_solution_is_right(asked: Question) -> None:
    assert {one.kind for one in EVERY_KIND} == set(QuestionKind)
    assert complaint_about(asked) is None
    marked = grade(asked, solution(asked))
    assert marked.right
    assert marked.told
    assert all(told.why and told.right for told in marked.told)


def test_a_wrong_choice_is_told_with_the_reason_of_every_option() -> None:
    marked = grade(EVERY_KIND[0], ["b"])
    assert not marked.right
    assert [(told.option, told.chosen, told.right) for told in marked.told] == [
        ("a", False, False),
        ("b", True, False),
        ("c", False, True),
    ]


def test_several_is_right_only_as_a_whole() -> None:
    asked = EVERY_KIND[1]
    assert not grade(asked, ["a"]).right
    assert not grade(asked, ["a", "b", "c"]).right
    assert grade(asked, ["b", "a"]).right


def test_an_order_says_which_places_are_right() -> None:
    marked = grade(EVERY_KIND[4], ["a", "c", "b"])
    assert not marked.right
    assert [told.right for told in marked.told] == [True, False, False]


def test_what_is_matched_or_sorted_wrongly_is_told_piece_by_piece() -> None:
    matched = grade(EVERY_KIND[5], {"a": "of a", "b": "of c", "c": "of b"})
    assert [told.right for told in matched.told] == [True, False, False]
    laid = grade(EVERY_KIND[6], {"a": "left", "b": "right", "c": "right"})
    assert [told.right for told in laid.told] == [True, False, True]


@pytest.mark.parametrize("typed", ["30", " 30 ", "30.0", "$30"])
def test_a_number_counts_however_it_is_written(typed: str) -> None:
    assert grade(EVERY_KIND[7], typed).right


def test_a_wrong_number_that_was_foreseen_has_its_own_reason_and_the_right_one_is_told() -> None:
    marked = grade(EVERY_KIND[7], "60")
    assert [told.why for told in marked.told] == ["The reason of sixty", "The reason of thirty"]


def test_a_number_nobody_foresaw_and_words_are_told_so() -> None:
    assert grade(EVERY_KIND[7], "61").told[0].why == "The law says thirty days."
    assert grade(EVERY_KIND[7], "soon").told[0].why == "This is not a number. The law says thirty days."


@pytest.mark.parametrize("typed", ["2026-05-01", "5/1/2026", "05/01/2026"])
def test_a_day_counts_in_both_ways_of_writing(typed: str) -> None:
    assert grade(EVERY_KIND[8], typed).right
    assert not grade(EVERY_KIND[8], "1/5/2026").right


WRONG_SHAPES = (
    None,
    7,
    "a",
    [],
    ["a", "a"],
    ["nobody"],
    {"a": "left"},
    {"a": 1, "b": 2, "c": 3},
    [["a"]],
    "",
    "x" * 101,
)


@pytest.mark.parametrize("answer", WRONG_SHAPES, ids=repr)
@pytest.mark.parametrize("asked", EVERY_KIND, ids=lambda asked: asked.kind.value)
def test_an_answer_that_no_page_would_send_is_refused_or_wrong(asked: Question, answer: object) -> None:
    typed = asked.kind in (QuestionKind.NUMBER, QuestionKind.DATE) and answer == "a"
    if typed:
        assert not grade(asked, answer).right
        return
    with pytest.raises(InputError) as refused:
        grade(asked, answer)
    assert "question one" in str(refused.value)


@given(
    answer=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda x: st.lists(x) | st.dictionaries(st.text(max_size=3), x),
    )
)
@pytest.mark.parametrize("asked", EVERY_KIND, ids=lambda asked: asked.kind.value)
def test_whatever_comes_from_a_browser_is_marked_or_refused(asked: Question, answer: object) -> None:
    try:
        marked = grade(asked, answer)
    except InputError:
        return
    assert marked.told


@given(st.text(max_size=12))
def test_reading_numbers_and_days_never_fails(text: str) -> None:
    as_number(text)
    as_day(text)

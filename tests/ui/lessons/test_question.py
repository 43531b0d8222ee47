"""What the page is sent of a question: enough to ask it, nothing that answers it, and then every reason."""

from __future__ import annotations

import json
from typing import Any

import pytest

from before_you_post.records import Answer, Question, QuestionKind
from before_you_post.training.grading import grade, solution
from before_you_post.ui.lessons.question import explained, in_shown_order, shown
from tried_lesson import tried_questions

QUESTIONS = tried_questions()
WRONG: dict[str, Answer] = {
    "kind-before": ["never"],
    "kind-single": ["enough"],
    "kind-several": ["tattoo", "wall"],
    "kind-true-false": ["true"],
    "kind-decision": ["leave"],
    "kind-order": ["down", "keep", "tell", "write"],
    "kind-match": dict.fromkeys(("signed", "talk", "firm", "told"), "Authorization"),
    "kind-sort": dict.fromkeys(("story", "mail", "chart"), "A new post"),
    "kind-number": "30",
    "kind-date": "2026-06-01",
    "kind-hotspot": ["nose", "corner"],
    "kind-defects": ["who"],
}


def told(question: Question, answer: Answer) -> dict[str, Any]:
    return explained(question, answer, grade(question, answer))


def test_the_small_lesson_has_every_kind() -> None:
    assert {question.kind for question in QUESTIONS.values()} == set(QuestionKind)


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_page_that_asks_does_not_know_the_answer(question: Question) -> None:
    sent = json.dumps(shown(question, "seed"))
    assert not any(option.why in sent for option in question.options)
    assert '"right"' not in sent
    assert '"value"' not in sent
    if question.kind in (QuestionKind.NUMBER, QuestionKind.DATE):
        assert not any(option.text in sent or str(option.value) in sent for option in question.options)


@pytest.mark.parametrize("seed", ["a", "b", "c", "d", "e", "f"])
def test_what_is_to_be_put_in_order_never_begins_in_order(seed: str) -> None:
    question = QUESTIONS["kind-order"]
    given = [option.id for option in in_shown_order(question, seed)]
    assert given != solution(question)
    assert sorted(given) == sorted(solution(question))


def test_a_page_opened_again_shows_the_same_order_and_another_attempt_another() -> None:
    question = QUESTIONS["kind-match"]
    assert shown(question, "one attempt") == shown(question, "one attempt")
    orders = {tuple(option.id for option in in_shown_order(question, str(seed))) for seed in range(20)}
    assert len(orders) > 5


def test_the_partners_stand_in_no_order_that_gives_them_away() -> None:
    question = QUESTIONS["kind-match"]
    orders = {tuple(shown(question, str(seed))["places"]) for seed in range(20)}
    assert len(orders) > 5
    assert all(sorted(order) == sorted(str(option.partner) for option in question.options) for order in orders)


def test_yes_stands_before_no_and_a_form_stays_as_it_is_written() -> None:
    assert [option["id"] for option in shown(QUESTIONS["kind-true-false"], "x")["options"]] == ["true", "false"]
    assert [option["id"] for option in shown(QUESTIONS["kind-defects"], "x")["options"]] == ["who", "until", "signed"]


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_the_right_answer_is_told_so_with_a_reason_for_every_part(question: Question) -> None:
    said = told(question, solution(question))
    assert said["right"] is True
    assert said["verdict"] == "That is right."
    assert {part["sign"] for part in said["parts"]} <= {"right", "left"}
    assert all(part["why"] and part["words"] and part["text"] for part in said["parts"])


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_wrong_answer_is_told_kindly_with_what_would_have_been_right(question: Question) -> None:
    said = told(question, WRONG[question.id])
    assert said["right"] is False
    assert said["verdict"].startswith("Not quite.")
    assert {part["sign"] for part in said["parts"]} & {"wrong", "missed"}
    assert all(part["why"] for part in said["parts"])


def test_every_way_of_dealing_with_an_option_has_its_own_sign() -> None:
    signs = {part["id"]: part["sign"] for part in told(QUESTIONS["kind-several"], ["tattoo", "wall"])["parts"]}
    assert signs == {"tattoo": "right", "name": "missed", "wall": "wrong"}
    signs = {part["id"]: part["sign"] for part in told(QUESTIONS["kind-several"], ["tattoo"])["parts"]}
    assert signs == {"tattoo": "right", "name": "missed", "wall": "left"}


def test_an_order_is_explained_from_the_first_to_the_last() -> None:
    parts = told(QUESTIONS["kind-order"], ["down", "keep", "tell", "write"])["parts"]
    assert [part["words"] for part in parts] == [
        "Belongs in place 1; you put it in place 2",
        "Belongs in place 2; you put it in place 1",
        "Place 3: right",
        "Place 4: right",
    ]


def test_a_partner_that_was_wrong_is_named_beside_the_right_one() -> None:
    parts = {part["id"]: part["words"] for part in told(QUESTIONS["kind-match"], WRONG["kind-match"])["parts"]}
    assert parts["signed"] == "Right: Authorization"
    assert parts["talk"] == "Belongs to: Informed consent. You chose: Authorization"


def test_a_day_that_was_typed_is_repeated_in_words_and_the_right_one_follows() -> None:
    parts = told(QUESTIONS["kind-date"], "2026-06-01")["parts"]
    assert [(part["sign"], part["words"]) for part in parts] == [
        ("wrong", "You entered June 1, 2026: not right"),
        ("missed", "The right answer"),
    ]
    assert parts[1]["text"] == "May 1, 2026"


def test_of_several_parts_it_is_said_how_many_are_right() -> None:
    assert told(QUESTIONS["kind-sort"], WRONG["kind-sort"])["verdict"] == "Not quite. 2 of 3 parts are right."

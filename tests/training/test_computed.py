"""Answers the program finds: every question of the bank that can be worked out is, and agrees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from before_you_post.records import Audit, CaseRef, Computed, Option, Question, QuestionKind, QuestionUse
from before_you_post.store import Store, audit_and_keep
from before_you_post.training.bank import load_bank
from before_you_post.training.computed import Audits, ComputedError, disagreement
from before_you_post.training.places import SAMPLES

AS_OF = date(2026, 11, 22)
COMPUTED = [question for question in load_bank() if question.computed]


@pytest.fixture(scope="module")
def audits(sample_home: Path) -> Audits:
    """The audits of the sample practices, each made once for all tests."""

    @cache
    def audit(practice: str) -> Audit:
        return audit_and_keep(SAMPLES / practice, today=AS_OF, store=Store(sample_home)).audit

    return audit


@pytest.mark.parametrize("question", COMPUTED, ids=lambda question: question.id)
def test_the_bank_says_what_the_program_finds(question: Question, audits: Audits) -> None:
    assert disagreement(question, audits) is None


def test_many_answers_are_worked_out() -> None:
    assert len(COMPUTED) >= 60
    assert {question.computed.ask for question in COMPUTED if question.computed} >= {"verdict", "rules", "last_day"}


def question(
    ask: str, *values: tuple[str, bool], kind: QuestionKind = QuestionKind.SINGLE, **needs: object
) -> Question:
    return Question(
        id="made-up",
        lesson="what-identifies",
        version=1,
        kind=kind,
        use=QuestionUse.QUIZ,
        stem="What is it?",
        options=tuple(
            Option(id=value, text=value, right=right, why="Because.", value=value) for value, right in values
        ),
        rules=("hipaa-phi-photo",),
        claims=(),
        difficulty=1,
        case=CaseRef(practice="quillfeather", photo="website/who-is-it/eyes-barred-before.jpg"),
        computed=Computed(ask=ask, values=dict(needs)),
    )


WRONG: tuple[tuple[str, Question, str], ...] = (
    ("a verdict", question("verdict", ("clear", True), ("take_down", False)), "the program finds take_down"),
    ("a rule", question("rules", ("hipaa-auth-revoked", True)), "the bank says hipaa-auth-revoked"),
    (
        "a rule called wrong that speaks",
        question("rules", ("hipaa-auth-before-photo", False), ("hipaa-auth-before-photo", True)),
        "calls hipaa-auth-before-photo wrong",
    ),
    ("an outcome", question("outcome", ("pass", True), rule="hipaa-auth-before-photo"), "the program finds fail"),
    (
        "a last day",
        question(
            "last_day", ("2026-05-02", True), kind=QuestionKind.DATE, clock="individuals", discovered="2026-03-02"
        ),
        "the program finds 2026-05-01",
    ),
    ("a number of days", question("days", ("30", True), kind=QuestionKind.NUMBER, clock="individuals"), "finds 6E+1"),
    (
        "an amount",
        question(
            "amount", ("141", True), kind=QuestionKind.NUMBER, figure="hipaa-civil", what="did not know", bound="least"
        ),
        "finds 145",
    ),
    (
        "no value",
        replace(question("verdict"), options=(Option(id="a", text="A", right=True, why="Because."),)),
        "no value",
    ),
)


@pytest.mark.parametrize(("asked", "said"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_a_wrong_answer_in_the_bank_is_told_with_what_was_found(asked: Question, said: str, audits: Audits) -> None:
    assert said in (disagreement(asked, audits) or "")


IMPOSSIBLE: tuple[tuple[str, Question], ...] = (
    ("no such way", question("guess", ("clear", True))),
    (
        "no such case",
        replace(question("verdict", ("clear", True)), case=CaseRef(practice="quillfeather", photo="no.jpg")),
    ),
    ("no case", replace(question("verdict", ("clear", True)), case=None)),
    ("no such rule", question("outcome", ("pass", True), rule="no-rule")),
    ("no rule named", question("outcome", ("pass", True))),
    ("no such figure", question("amount", ("1", True), figure="none", what="x", bound="least")),
)


@pytest.mark.parametrize("asked", [case[1] for case in IMPOSSIBLE], ids=[case[0] for case in IMPOSSIBLE])
def test_what_cannot_be_worked_out_is_told_to_its_author(asked: Question, audits: Callable[[str], Audit]) -> None:
    with pytest.raises(ComputedError, match="made-up"):
        disagreement(asked, audits)

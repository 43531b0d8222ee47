"""xAPI: statements that somebody else's checker has no complaint about, and that tell what the ledger tells."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from before_you_post.records import EntryKind, Question, QuestionKind
from before_you_post.store.training import TrainingStore
from before_you_post.training.exchange.xapi import to_xapi
from before_you_post.training.grading import solution
from other_readers import by_node

BEGAN = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def statements(tmp_path: Path, bank: tuple[Question, ...]) -> bytes:
    """What a person did: one question of every kind answered, one attempt passed, signed, certified."""
    ledger = TrainingStore(tmp_path / "home").practice(tmp_path / "practice").ledger
    asked = [next(question for question in bank if question.kind is kind) for kind in QuestionKind]
    began = {
        "attempt": "a1", "lesson": "channels", "purpose": "lesson", "content": "c1",
        "questions": [[question.id, question.version] for question in asked],
    }  # fmt: skip
    ledger.append(EntryKind.BEGAN, "S-04", began, BEGAN)
    for number, question in enumerate(asked):
        answer = {
            "attempt": "a1", "question": question.id, "version": question.version, "answer": solution(question),
            "right": True,
        }  # fmt: skip
        ledger.append(EntryKind.ANSWERED, "S-04", answer, BEGAN + timedelta(seconds=number))
    ledger.append(EntryKind.FINISHED, "S-04", {"attempt": "a1", "passed": True}, BEGAN + timedelta(seconds=90))
    ledger.append(EntryKind.ATTESTED, "S-04", {"lesson": "channels", "content": "c1"}, BEGAN + timedelta(seconds=99))
    gone = {"attempt": None, "question": "gone", "version": 1, "answer": ["x"], "right": False}
    ledger.append(EntryKind.ANSWERED, "S-04", gone, BEGAN + timedelta(seconds=100))
    exported = to_xapi(ledger.entries(), bank, {"S-04": "Corwin Halloway-Stone"})
    assert {(loss.question, loss.what) for loss in exported.losses} == {
        ("began", "has no statement: it is kept in the ledger"),
        ("gone", "is no question any more: its words are left out"),
    }
    return exported.files["statements.jsonl"]


def read(statements: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in statements.splitlines()]


def test_another_checker_has_no_complaint(statements: bytes) -> None:
    complaints = by_node("check_xapi.js", statements)
    assert len(complaints) == len(QuestionKind) + 3
    assert complaints == [[]] * len(complaints)


def test_the_other_checker_complains_about_a_broken_statement(statements: bytes) -> None:
    [first, *_] = read(statements)
    broken = json.dumps({**first, "actor": {"objectType": "Agent"}}).encode()
    assert by_node("check_xapi.js", broken) != [[]]


def test_the_score_of_the_attempt_is_told_with_its_time(statements: bytes) -> None:
    [passed] = [one for one in read(statements) if one["verb"]["id"].endswith("/passed")]
    many = len(QuestionKind)
    assert passed["result"]["score"] == {"scaled": 1.0, "raw": many, "min": 0, "max": many}
    assert passed["result"]["duration"] == "PT90S"
    assert passed["actor"]["name"] == "Corwin Halloway-Stone"


def test_a_right_answer_equals_the_pattern_of_right_answers(statements: bytes) -> None:
    for one in read(statements):
        definition = one["object"].get("definition", {})
        if "correctResponsesPattern" in definition:
            assert definition["correctResponsesPattern"] == [one["result"]["response"]]


def test_ids_are_the_same_each_time_and_differ_from_each_other(statements: bytes) -> None:
    ids = [one["id"] for one in read(statements)]
    assert len(set(ids)) == len(ids)

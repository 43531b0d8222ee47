"""Attempts: questions are drawn, answered one by one, and counted at the end; each step is on the disk at once."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..records import (
    Attempt,
    Certificate,
    EntryKind,
    InputError,
    Marked,
    Problem,
    Purpose,
    Question,
    QuestionUse,
    TrainingSettings,
)
from ..store.ledger import Ledger
from .content import digest_of, question_parts
from .grading import checked, grade
from .history import History


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of an attempt."""

    attempt: Attempt
    passed: bool
    right: int
    asked: int
    pass_mark: float  # share of right answers that it takes
    missed: tuple[str, ...]  # question ids
    missed_critical: tuple[str, ...]  # those of them that must be right
    certificate: Certificate | None  # issued only when passed and attested
    needs_attestation: bool


class Attempts:
    """The attempts of one practice, in its ledger."""

    def __init__(
        self,
        ledger: Ledger,
        history: Callable[[], History],
        bank: Mapping[str, Question],
        settings: Callable[[], TrainingSettings],
        now: Callable[[], datetime],
    ) -> None:
        self._ledger = ledger
        self._history = history
        self._bank = bank
        self._settings = settings
        self._now = now

    def unfinished(self, person: str, lesson: str, purpose: Purpose, content: str) -> Attempt | None:
        """The attempt to go on with: begun, not finished, and its questions are still what they were."""
        for attempt in reversed(self._history().of(person)):
            mine = attempt.lesson == lesson and attempt.purpose is purpose and attempt.content == content
            if mine and attempt.ended_at is None:
                same = all(
                    one.question in self._bank and self._bank[one.question].version == one.version
                    for one in attempt.asked
                )
                return attempt if same else None
        return None

    def begin(
        self,
        person: str,
        lesson: str,
        purpose: Purpose,
        content: str,
        drawing: Callable[[str], tuple[Question, ...]],
    ) -> Attempt:
        """Begin an attempt; ``drawing`` gives its questions for the attempt's id. InputError where there are none."""
        attempt = secrets.token_hex(8)
        questions = drawing(attempt)
        if not questions:
            raise _refused(f"lesson {lesson}", "no questions", "questions to ask", "Come back when there are some.")
        body = {
            "attempt": attempt,
            "lesson": lesson,
            "purpose": purpose.value,
            "content": content,
            "questions": [[one.id, one.version, self._text(one)] for one in questions],
        }
        self._ledger.append(EntryKind.BEGAN, person, body, self._now())
        return self._history().attempts[attempt]

    def practised(self, person: str, question_id: str, answer: object) -> tuple[Marked, datetime]:
        """Keep an answer that is never counted."""
        question = self._question(question_id)
        if question.use is QuestionUse.QUIZ:
            raise _refused(f"question {question_id}", "a question of the quiz", "one to practise", "Begin the quiz.")
        return self._keep(person, question, answer, None)

    def answer(self, attempt_id: str, question_id: str, answer: object) -> tuple[Marked, datetime]:
        """Keep an answer of an attempt. A question that was answered before keeps its first answer."""
        attempt = self._attempt(attempt_id)
        asked = next((one for one in attempt.asked if one.question == question_id), None)
        if asked is None:
            raise _refused(f"question {question_id}", "not asked in this attempt", "one of it", "Load the page anew.")
        question = self._question(question_id)
        if question.version != asked.version:
            raise _refused(f"question {question_id}", "a newer version", f"version {asked.version}", "Begin anew.")
        if asked.answer is not None and asked.at is not None:
            return grade(question, asked.answer), asked.at.astimezone(self._now().tzinfo)
        if attempt.ended_at is not None:
            raise _refused(f"attempt {attempt_id}", "an attempt that is over", "one that is not", "Begin anew.")
        return self._keep(attempt.person, question, answer, attempt_id)

    def finish(self, attempt_id: str) -> Attempt:
        """Count an attempt, once. Raises InputError while questions are open."""
        attempt = self._attempt(attempt_id)
        if attempt.ended_at is not None:
            return attempt
        unanswered = sum(one.answer is None for one in attempt.asked)
        if unanswered:
            found = f"{unanswered} of {len(attempt.asked)} questions not answered"
            raise _refused(f"attempt {attempt_id}", found, "an answer to each", "Answer them, then finish.")
        missed, critical = self.missed(attempt)
        share_reached = attempt.right >= self._settings().pass_mark * len(attempt.asked) - 1e-9
        body = {
            "attempt": attempt_id,
            "lesson": attempt.lesson,
            "passed": share_reached and not (critical and self._settings().critical_must_be_right),
            "right": attempt.right,
            "asked": len(attempt.asked),
            "pass_mark": str(self._settings().pass_mark),
            "missed": list(missed),
            "missed_critical": list(critical),
        }
        self._ledger.append(EntryKind.FINISHED, attempt.person, body, self._now())
        return self._attempt(attempt_id)

    def missed(self, attempt: Attempt) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The questions answered wrong, and those of them that must be right."""
        missed = tuple(one.question for one in attempt.asked if one.right is False)
        return missed, tuple(one for one in missed if one in self._bank and self._bank[one].critical)

    def _keep(self, person: str, question: Question, answer: object, attempt: str | None) -> tuple[Marked, datetime]:
        given = checked(question, answer)
        marked = grade(question, given)
        body = {
            "attempt": attempt,
            "question": question.id,
            "version": question.version,
            "text": self._text(question),
            "answer": given,
            "right": marked.right,
        }
        now = self._now()
        self._ledger.append(EntryKind.ANSWERED, person, body, now)
        return marked, now

    def keep_content(self, digest: str, parts: dict[str, Any]) -> str:
        """Keep what a lesson or a question holds, once; return its digest."""
        if digest not in self._history().contents:
            self._ledger.append(EntryKind.CONTENT, "", {"digest": digest, **parts}, self._now())
        return digest

    def _text(self, question: Question) -> str:
        parts = question_parts(question)
        return self.keep_content(digest_of(parts), parts)

    def _attempt(self, attempt_id: str) -> Attempt:
        attempt = self._history().attempts.get(attempt_id)
        if attempt is None:
            raise _refused(f"attempt {attempt_id}", "no such attempt", "one that was begun", "Load the page anew.")
        return attempt

    def _question(self, question_id: str) -> Question:
        question = self._bank.get(question_id)
        if question is None:
            raise _refused(f"question {question_id}", "no such question", "one of the course", "Load the page anew.")
        return question


def _refused(path: str, found: str, expected: str, remedy: str) -> InputError:
    return InputError(Problem(path=path, found=found, expected=expected, remedy=remedy))

"""One sitting at a quiz: with a record, at the practice's desk, or without one, for whoever only wants to try.

Both are used alike. With a record every answer is on the disk before the page shows what was right; a sitting that was
broken off goes on where it stood.
"""

from __future__ import annotations

import math
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ...records import Answer, Certificate, Lesson, Marked, Purpose, Question, QuestionUse, TrainingSettings
from ...report.days import clock
from ...training.drawing import draw
from ...training.grading import grade
from .exercise import NOT_KEPT
from .learning import Learning

if TYPE_CHECKING:
    from ...training.desk import Learner


class SessionOverError(Exception):
    """Whoever began is signed in no longer. What they answered is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a sitting. ``needed`` right answers were asked for."""

    recorded: bool
    passed: bool
    right: int
    asked: int
    needed: int
    missed: tuple[str, ...]  # question ids
    missed_critical: tuple[str, ...]
    certificate: Certificate | None = None
    needs_attestation: bool = False


class Sitting(Protocol):
    """What the quiz needs to know of a sitting."""

    seed: str  # decides the order of options
    questions: tuple[str, ...]  # ids, in the order they are asked
    answered: int  # so many of them are answered

    def answer(self, question: Question, answer: Answer) -> tuple[Marked, str]:
        """Mark the next answer; the words say whether it was kept. Raises SessionOverError, InputError."""

    def finish(self) -> Outcome:
        """Count. Raises SessionOverError, InputError."""

    def sign(self) -> Certificate | None:
        """“I have read and understood”: the certificate that this earns. Raises SessionOverError, InputError."""


class Recorded:
    """A sitting of somebody who is signed in. Raises InputError where there is nothing to ask."""

    def __init__(self, learning: Learning, learner: Learner, lesson: Lesson | None, purpose: Purpose) -> None:
        """``lesson`` is ``None`` for a review: that asks across the course."""
        self._learning = learning
        self._person = learner.person
        self._slug = lesson.slug if lesson else ""
        attempt = learning.desk.begin(learner.person, self._slug, purpose)
        self.seed = attempt.id
        done = [one for one in attempt.asked if one.answer is not None]
        left = [one for one in attempt.asked if one.answer is None]
        self.questions = tuple(one.question for one in (*done, *left))
        self.answered = len(done)

    def answer(self, question: Question, answer: Answer) -> tuple[Marked, str]:
        """Kept on the disk before it is marked."""
        self._still_here()
        marked, at = self._learning.desk.answer(self.seed, question.id, answer)
        self.answered += 1
        self._learning.saved(at)
        return marked, f"Saved {clock(at)}."

    def finish(self) -> Outcome:
        """What the desk counts."""
        self._still_here()
        result = self._learning.desk.finish(self.seed)
        self._learning.has_finished()
        return Outcome(
            recorded=True,
            passed=result.passed,
            right=result.right,
            asked=result.asked,
            needed=needed(result.asked, result.pass_mark),
            missed=result.missed,
            missed_critical=result.missed_critical,
            certificate=result.certificate,
            needs_attestation=result.needs_attestation,
        )

    def sign(self) -> Certificate | None:
        """The signature stands in the record, and the certificate after it."""
        self._still_here()
        certificate = self._learning.desk.attest(self._person, self._slug)
        self._learning.has_finished()
        return certificate

    def is_of(self, learner: Learner | None) -> bool:
        """Whether it is that person's."""
        return learner is not None and learner.person == self._person

    def _still_here(self) -> None:
        if not self.is_of(self._learning.learner):
            raise SessionOverError


class Unrecorded:
    """A sitting that nobody keeps."""

    def __init__(self, lesson: Lesson, bank: Mapping[str, Question], settings: TrainingSettings | None = None) -> None:
        self._settings = settings or TrainingSettings()
        self.seed = secrets.token_hex(8)
        drawn = draw(quiz_questions(lesson, bank.values()), lesson.draws, seed=self.seed, each_lesson=lesson.exam)
        self.questions = tuple(question.id for question in drawn)
        self.answered = 0
        self._bank = bank
        self._missed: list[str] = []

    def answer(self, question: Question, answer: Answer) -> tuple[Marked, str]:
        """Marked, and forgotten with the page."""
        marked = grade(question, answer)
        self.answered += 1
        if not marked.right:
            self._missed.append(question.id)
        return marked, NOT_KEPT

    def finish(self) -> Outcome:
        """Counted as the desk would count it."""
        asked, right = len(self.questions), len(self.questions) - len(self._missed)
        critical = tuple(one for one in self._missed if self._bank[one].critical)
        enough = needed(asked, self._settings.pass_mark)
        stopped = bool(critical) and self._settings.critical_must_be_right
        return Outcome(
            recorded=False,
            passed=right >= enough and not stopped,
            right=right,
            asked=asked,
            needed=enough,
            missed=tuple(self._missed),
            missed_critical=critical,
        )

    def sign(self) -> Certificate | None:
        """Nobody signs what is not kept."""
        return None


def quiz_questions(lesson: Lesson, bank: Iterable[Question]) -> tuple[Question, ...]:
    """What an attempt at that lesson's quiz may ask."""
    return tuple(one for one in bank if one.use is QuestionUse.QUIZ and (lesson.exam or one.lesson == lesson.slug))


def needed(asked: int, pass_mark: float) -> int:
    """How many of so many answers have to be right."""
    return math.ceil(pass_mark * asked - 1e-9)

"""The quiz of a lesson: begun by a button, one question at a time, then the result, the signature, the certificate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

import traitlets

from ...records import Certificate, InputError, Lesson, Purpose, Question, TrainingSettings
from ...training.bank import load_bank
from ...training.course import Course
from ...training.grading import checked
from ..handing_back import written_down
from .asking import Asking, script, style
from .learning import Learning
from .question import explained, shown
from .result import certificate_values, in_words
from .sitting import Outcome, Recorded, SessionOverError, Sitting, Unrecorded

Values = dict[str, Any]
SESSION_OVER = "Your session has ended. Please sign in again at the top. What you answered is kept."
FAULT = "This did not work, because of a fault in this program. What you answered is kept. Load the page again."
SIGNATURE = "I have read and understood this lesson, and I will work by it."


class LessonQuiz(Asking):
    """The quiz at the end of a lesson, or the exam across the course. ``view`` is all the page needs to know."""

    _esm = script("result", "quiz")
    _css = style("quiz")

    view = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        course: Course,
        lesson: Lesson,
        learning: Learning,
        *,
        purpose: Purpose | None = None,
        bank: Callable[[], Iterable[Question]] | None = None,
    ) -> None:
        """``purpose`` is by default the lesson's own: its quiz, or the exam. ``bank`` is read once
        somebody begins; by default it is the course's."""
        self._read_bank = bank
        self._course = course
        self.lesson = lesson
        self.learning = learning
        self.purpose = purpose or (Purpose.EXAM if lesson.exam else Purpose.LESSON)
        self._title = "The final check" if lesson.exam else "The quiz"
        self._sitting: Sitting | None = None
        self._went_on = False
        self._outcome: Outcome | None = None
        self._certificate: Certificate | None = None
        super().__init__()
        self._show_start()
        learning.watch(self._somebody_else)

    @property
    def asked_of(self) -> Lesson | None:
        """The lesson whose questions are asked; ``None`` = a review, which asks across the course."""
        return None if self.purpose is Purpose.REVIEW else self.lesson

    @cached_property
    def bank(self) -> Mapping[str, Question]:
        """Every question of the course by its id."""
        return {question.id: question for question in (self._read_bank or load_bank)()}

    def question_of(self, question_id: str) -> Question | None:
        """The question of that id, if it is the one on the page."""
        question = self.view.get("asked")
        return self.bank.get(question_id) if question and question["id"] == question_id else None

    def actions(self, content: Mapping[str, Any]) -> Mapping[str, Callable[[], None]]:
        """Begin, answer, go on, sign, fetch the certificate, begin afresh."""
        steps: Mapping[str, Callable[[], None]] = {
            "start": self.start,
            "answer": lambda: self._answer(content.get("question"), content.get("answer")),
            "next": self._next,
            "sign": lambda: self._sign(content.get("agreed")),
            "certificate": self._save_certificate,
        }
        return {name: lambda step=step: self._safely(step) for name, step in steps.items()}  # type: ignore[misc]

    # ---------------------------------------------------------------- the steps

    def start(self) -> None:
        """Begin, or go on where the last sitting was broken off; with a record where somebody is signed in."""
        learner = self.learning.learner
        self._outcome = self._certificate = None
        if learner is None:
            self._sitting = Unrecorded(self.lesson, self.bank)
        else:
            self._sitting = Recorded(self.learning, learner, self.asked_of, self.purpose)
        self._went_on = self._sitting.answered > 0
        self._next()

    def _next(self) -> None:
        sitting = self._sitting
        if sitting is None:
            self._show_start()
        elif sitting.answered < len(sitting.questions):
            self._show_question(sitting, self.bank[sitting.questions[sitting.answered]])
        elif self._outcome is None:
            self._outcome = sitting.finish()
            self._certificate = self._outcome.certificate
            self.view = self._result_view(self._outcome)

    def _answer(self, question_id: Any, given: Any) -> None:
        question = self.question_of(question_id) if isinstance(question_id, str) else None
        if self._sitting is None or question is None or self.view.get("marked") is not None:
            return
        answer = checked(question, given)
        marked, kept = self._sitting.answer(question, answer)
        last = self._sitting.answered == len(self._sitting.questions)
        self.view = {
            **self.view,
            "marked": {**explained(question, answer, marked), "kept": kept},
            "next": "See the result" if last else "Next question",
        }

    def _sign(self, agreed: Any) -> None:
        if agreed is not True or self._sitting is None or self._outcome is None or self._certificate is not None:
            return
        self._certificate = self._sitting.sign()
        if self._certificate is not None:
            values = certificate_values(self._certificate)
            self.view = {**self.view, "result": {**self.view["result"], "sign": False, "certificate": values}}

    def _save_certificate(self) -> None:
        from ...report.certificate import certificate_pdf  # noqa: PLC0415 - brings the PDF's letters with it

        if self._certificate is not None:
            pdf = certificate_pdf(self._certificate)
            self.send({"tell": "certificate", "name": f"{self._certificate.id}.pdf"}, [pdf])

    # ---------------------------------------------------------------- what is shown

    def start_words(self) -> tuple[str, ...]:
        """What is said before the quiz begins."""
        settings = self.learning.desk.settings if self.learning.token is not None else TrainingSettings()
        asked = self.lesson.draws if self.lesson.exam else settings.questions or self.lesson.draws
        where = "from all lessons" if self.lesson.exam else "about this lesson"
        return (
            f"{asked} questions {where}, one at a time. After each you see what is right, and why.",
            "Take your time, and take it as often as you like; each try draws fresh questions.",
        )

    def _show_start(self) -> None:
        self.view = self._start_view()

    def _start_view(self) -> Values:
        recorded = self.learning.token is not None and self.learning.learner is not None
        return {
            "stage": "start",
            "title": self._title,
            "lines": list(self.start_words()),
            "record": ""
            if recorded
            else "You are not signed in: you can try it, and nothing is recorded. "
            "To have it counted, sign in at the top of the page first.",
            "button": "Start",
            "recorded": recorded,
            "key": f"{self.purpose.value}:{self.lesson.slug}",
        }

    def _show_question(self, sitting: Sitting, question: Question) -> None:
        self.view = {
            "stage": "question",
            "title": self._title,
            "key": f"{self.purpose.value}:{self.lesson.slug}",
            "recorded": isinstance(sitting, Recorded),
            "number": sitting.answered + 1,
            "of": len(sitting.questions),
            "asked": shown(question, sitting.seed),
            "critical": question.critical,
            "went_on": "You go on where you stopped." if self._went_on else "",
            "marked": None,
            "next": "",
        }
        self._went_on = False

    def _result_view(self, outcome: Outcome) -> Values:
        return {
            "stage": "result",
            "title": self._title,
            "key": f"{self.purpose.value}:{self.lesson.slug}",
            "signature": SIGNATURE,
            "result": in_words(outcome, self.asked_of, self.bank, self._course),
        }

    def _somebody_else(self) -> None:
        """Another person is there: what is on the page belongs to who was there before."""
        if self.view["stage"] in ("start", "none"):
            self._show_start()
        elif isinstance(self._sitting, Recorded) and not self._sitting.is_of(self.learning.learner):
            self._sitting = self._outcome = self._certificate = None
            self._show_start()

    def _safely(self, step: Callable[[], None]) -> None:
        try:
            step()
        except SessionOverError:
            self._sitting = None
            self._show_start()
            self.send({"tell": "refused", "words": SESSION_OVER})
        except InputError as error:
            self.send({"tell": "refused", "words": f"{error.problem.found}. {error.problem.remedy}"})
        except Exception as error:  # whatever it is, nobody must be left at a button that does nothing
            written_down(error)
            self.send({"tell": "refused", "words": FAULT})

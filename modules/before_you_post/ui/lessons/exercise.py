"""One question inside a lesson: to be tried, explained, and tried again. It is never counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import traitlets

from ...records import Answer, InputError, Marked, Question, QuestionUse
from ...report.days import clock
from ...training.grading import checked, grade
from .asking import Asking, script, style
from .learning import Learning
from .question import explained, shown

_KICKERS = {QuestionUse.BEFORE: "Before you read: what do you think?", QuestionUse.PRACTICE: "Try it"}
NOT_KEPT = "Tried without a record."


class Exercise(Asking):
    """One question of use ``before`` or ``practice``. An answer of somebody signed in is kept; it never counts."""

    _esm = script("exercise")
    _css = style()

    asked = traitlets.Dict().tag(sync=True)
    marked = traitlets.Any(None).tag(sync=True)  # None = not answered

    def __init__(self, question: Question, learning: Learning) -> None:
        self._question = question
        self._learning = learning
        super().__init__(asked={**shown(question, question.id), "kicker": _KICKERS.get(question.use, "")})

    def question_of(self, question_id: str) -> Question | None:
        """The question of that id, if it is this one."""
        return self._question if question_id == self._question.id else None

    def actions(self, content: Mapping[str, Any]) -> Mapping[str, Callable[[], None]]:
        """``answer`` with the answer, ``again`` to try once more."""
        return {"answer": lambda: self._answer(content.get("answer")), "again": self._again}

    def _answer(self, given: Any) -> None:
        try:
            answer = checked(self._question, given)
            marked, at = self._mark(answer)
        except InputError as error:
            self.send({"tell": "refused", "words": error.problem.remedy})
            return
        kept = NOT_KEPT if at is None else f"Saved {clock(at)}."
        self.marked = {**explained(self._question, answer, marked), "kept": kept}

    def _mark(self, answer: Answer) -> tuple[Marked, datetime | None]:
        learner = self._learning.learner
        if learner is None:
            return grade(self._question, answer), None
        marked, at = self._learning.desk.practised(learner.person, self._question.id, answer)
        self._learning.saved(at)
        return marked, at

    def _again(self) -> None:
        if self._question.use is QuestionUse.PRACTICE:
            self.marked = None

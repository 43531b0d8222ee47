"""Questions that came back: what somebody missed is asked again after a day, a week, a month."""

from __future__ import annotations

from typing import Any

from ...records import Purpose
from ...training.course import Course
from .learning import Learning
from .quiz import LessonQuiz
from .sitting import Outcome

Values = dict[str, Any]


class Review(LessonQuiz):
    """The review on the home page, across all lessons. Hidden where nothing is due."""

    def __init__(self, course: Course, learning: Learning) -> None:
        self._due: tuple[str, ...] = ()
        super().__init__(course, course.lessons[0], learning, purpose=Purpose.REVIEW)

    def start_words(self) -> tuple[str, ...]:
        """How many came back."""
        count = len(self._due)
        came = "One question that you missed came back." if count == 1 else f"{count} questions you missed came back."
        return (came, "A few minutes now make what you learned stay. It changes no result and no certificate.")

    def _start_view(self) -> Values:
        learner = self.learning.learner if self.learning.token else None
        self._due = self.learning.desk.reviews_due(learner.person) if learner else ()
        start = super()._start_view()
        if not self._due:
            return {**start, "stage": "none"}
        return {**start, "title": "Welcome back", "record": "", "button": "Answer them now"}

    def _result_view(self, outcome: Outcome) -> Values:
        view = super()._result_view(outcome)
        learner = self.learning.learner
        left = self.learning.desk.reviews_due(learner.person) if learner else ()
        result = {
            **view["result"],
            "headline": "Thank you",
            "score": f"{outcome.right} of {outcome.asked} right. What you missed comes back another day.",
            "critical": "",
            "again": f"Go on: {len(left)} more" if left else "",
            "next": None,  # this is the home page
        }
        return {**view, "title": "Review", "result": result}

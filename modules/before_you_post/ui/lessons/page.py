"""One lesson's page: what the code cells of its notebook call, each a line.

A page may be opened by the server before anybody visits. So nothing here asks who the learner is, reads the clock
or looks at a picture; each widget does that once it is on a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...records import Lesson, Question, QuestionUse
from ...training.bank import load_questions
from ...training.course import Course, load_course
from ...training.places import QUIZZES
from .bringing import bring
from .learning import Learning, this_page


def open_lesson(slug: str) -> LessonPage:
    """The page of the lesson with that slug. Raises KeyError where the course has none, InputError for a bad file."""
    course = load_course()
    lesson = course.lesson(slug)
    questions = () if lesson.exam else load_questions(QUIZZES / f"{slug}.yaml")
    return LessonPage(course, lesson, questions, this_page())


class LessonPage:
    """What a lesson's notebook shows. Each method gives a widget; ``docs/curriculum.md`` lists them."""

    def __init__(self, course: Course, lesson: Lesson, questions: Sequence[Question], learning: Learning) -> None:
        self.lesson = lesson
        self._course = course
        self._questions = {question.id: question for question in questions}
        self._learning = learning

    def top(self) -> Any:
        """Title, minutes, whom it is for, and who is signed in."""
        return _made("top", "Top", self.lesson, self._learning)

    def ask(self, question: str) -> Any:
        """One question of this lesson for use before or inside it. Raises KeyError for any other."""
        found = self._questions.get(question)
        if found is None or found.use is QuestionUse.QUIZ:
            raise KeyError(f"quizzes/{self.lesson.slug}.yaml has no question {question!r} of use before or practice")
        return _made("exercise", "Exercise", found, self._learning)

    def quiz(self) -> Any:
        """The quiz, its result, the signature and the certificate."""
        return _made("quiz", "LessonQuiz", self._course, self.lesson, self._learning)

    def rules(self) -> Any:
        """The rules and claims of the lesson, with citations."""
        return _made("taught", "Taught", self.lesson)

    def photo(self, practice: str, photo: str | None = None, caption: str = "", *, original: str | None = None) -> Any:
        """A sample photo; an original of the library is named by ``original``."""
        return _made("photo", "Photo", practice, photo, caption, original=original)

    def compare(self, practice: str, photo: str, panel: int = 1) -> Any:
        """A published panel laid over its original."""
        return _made("compare", "Compare", practice, photo, panel)

    def reveal(self, practice: str, photo: str) -> Any:
        """Everything hidden in a file."""
        return _made("reveal", "Reveal", practice, photo)

    def caption_check(self, text: str = "") -> Any:
        """A caption to type, and what in it identifies."""
        return _made("caption_check", "CaptionCheck", text)

    def what_if(self, *facts: str) -> Any:
        """Facts of a clean case to change, and what the rules say then."""
        return _made("what_if", "WhatIf", *facts)

    def check(self, practice: str, photo: str) -> Any:
        """What the programs see in a photo."""
        return _made("check", "Check", practice, photo)

    def clocks(self, discovered: str, people: int | None = None, states: Sequence[str] = ()) -> Any:
        """The last days of every clock, from a day of discovery as 2026-03-02."""
        return _made("clocks", "Clocks", discovered, people, tuple(states))

    def timeline(self, practice: str, matter: str) -> Any:
        """What happened when in a sample case."""
        return _made("timeline", "Timeline", practice, matter)


def _made(module: str, widget: str, *values: Any, **named: Any) -> Any:
    """One of the widgets beside this file, whose module is read only where a lesson uses it."""
    return bring(f".{module}", widget)(*values, **named)

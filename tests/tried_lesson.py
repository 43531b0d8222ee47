"""A small lesson for the tests: one question of each kind, about cases of the sample practice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ipywidgets import HTML, Widget

from before_you_post.records import Audience, Lesson, Question, QuestionUse
from before_you_post.training import desk as desk_module
from before_you_post.training.bank import load_questions
from before_you_post.training.course import Course
from before_you_post.training.curriculum import Curriculum
from before_you_post.training.desk import TrainingDesk
from before_you_post.ui.lessons import quiz as quiz_module
from before_you_post.ui.lessons.gate import guarded
from before_you_post.ui.lessons.home import HomePage
from before_you_post.ui.lessons.learning import Learning
from before_you_post.ui.lessons.page import LessonPage
from before_you_post.ui.practice_folder import practice_folder

BANK = Path(__file__).parent / "ui" / "lessons" / "every-kind.yaml"
LESSON = Lesson(
    slug="every-kind",
    title="Every kind of question",
    summary="One question of each kind, to see how they look and sound.",
    minutes=5,
    audience=(Audience.EVERYONE,),
    claims=("S15", "S22"),
    draws=4,
)
COURSE = Course(title="A course of one lesson", lessons=(LESSON,))


def tried_questions() -> dict[str, Question]:
    """The questions by their ids."""
    return {question.id: question for question in load_questions(BANK)}


def tried_page() -> LessonPage:
    """The page of the lesson, for the practice that is served."""
    learning = Learning(lambda: TrainingDesk(practice_folder()))
    return LessonPage(COURSE, LESSON, tuple(tried_questions().values()), learning)


def quiz_questions() -> tuple[Question, ...]:
    """The same questions as a quiz would draw them; the one about the eye bar must be right."""
    return tuple(
        replace(question, id=f"{question.id}-quiz", use=QuestionUse.QUIZ, critical=question.id == "kind-single")
        for question in tried_questions().values()
    )


def tried_course() -> tuple[HomePage, LessonPage]:
    """The home page and the lesson's page of a course of this lesson only, with one learner for both."""
    bank = (*quiz_questions(), *tried_questions().values())
    desk_module.load_curriculum = lambda: Curriculum(course=COURSE, bank={one.id: one for one in bank})
    quiz_module.load_bank = lambda: bank
    learning = Learning(lambda: TrainingDesk(practice_folder()))
    return HomePage(COURSE, learning), LessonPage(COURSE, LESSON, bank, learning)


def tried_gate() -> Widget:
    """A manager's page behind the sign-in."""
    return guarded(lambda: HTML("photos of patients"), Learning(lambda: TrainingDesk(practice_folder())))

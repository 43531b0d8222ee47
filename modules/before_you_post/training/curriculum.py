"""The lessons and the question bank together: what a lesson teaches now, and what an attempt may ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..records import Audience, InputError, Lesson, Problem, Purpose, Question, QuestionUse
from .bank import load_bank
from .content import Content, content_of
from .course import Course, load_course
from .drawing import Past, draw

MOST_REVIEWED = 10  # questions of one review


@dataclass(frozen=True, slots=True, kw_only=True)
class Curriculum:
    """The course and every question of it."""

    course: Course
    bank: Mapping[str, Question]  # by Question.id
    contents: Mapping[str, Content] = field(init=False)  # by slug, as the lessons stand now

    def __post_init__(self) -> None:
        now = {one.slug: content_of(one, self.course, self.bank.values()) for one in self.course.lessons}
        object.__setattr__(self, "contents", now)

    def lesson(self, slug: str) -> Lesson:
        """The lesson with that slug. Raises InputError for one there is not: it comes from a browser."""
        try:
            return self.course.lesson(slug)
        except KeyError:
            raise InputError(
                Problem(
                    path="course",
                    found=f"no lesson {slug!r}",
                    expected=f"one of {', '.join(self.course.slugs())}",
                    remedy="Load the page anew.",
                )
            ) from None

    def quiz(self, lessons: Iterable[str]) -> list[Question]:
        """The questions that are drawn and counted, of these lessons."""
        wanted = set(lessons)
        return [one for one in self.bank.values() if one.use is QuestionUse.QUIZ and one.lesson in wanted]

    def of_audience(self, audiences: Iterable[Audience]) -> list[str]:
        """The slugs of the lessons for somebody, without exams."""
        mine = set(audiences)
        return [one.slug for one in self.course.lessons if not one.exam and mine.intersection(one.audience)]

    def drawn(
        self,
        lesson: Lesson | None,
        purpose: Purpose,
        *,
        count: int | None,
        audiences: Iterable[Audience],
        before: Past,
        seed: str,
    ) -> tuple[Question, ...]:
        """The questions of an attempt. ``count``: of a lesson's quiz, in place of the course's own number.

        A review asks what came back, in any lesson.
        """
        if purpose is Purpose.REVIEW:
            back = [one for one in self.quiz(self.course.slugs()) if one.id in before.due]
            return draw(back, MOST_REVIEWED, seed=seed, before=before)
        if lesson is None:
            return ()
        if lesson.exam:
            among = self.quiz(self.of_audience(audiences))
            return draw(among, lesson.draws, seed=seed, before=before, each_lesson=True)
        return draw(self.quiz([lesson.slug]), count or lesson.draws, seed=seed, before=before)


def load_curriculum() -> Curriculum:
    """The curriculum of this checkout. Raises InputError for a mistake in its files."""
    return Curriculum(course=load_course(), bank={one.id: one for one in load_bank()})

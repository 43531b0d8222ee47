"""Every gap between the law, the rules, the lessons and the questions: ``before-you-post course check``.

A rule that no lesson teaches, or that nobody is asked about, is a rule that staff break in good faith. Nothing here
can be switched off for a single case: what is named is mended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..law.citation import url
from ..law.rows import How, every_row
from ..law.watch_list import due
from ..records import InputError, Lesson, Question, QuestionUse
from ..rules import load_rules
from .bank import load_bank
from .course import Course, load_course
from .lesson_file import LessonFile, read_lesson_file
from .places import COURSE_FILE, LESSONS, QUIZZES

ASKED = 2  # times that every rule and every claim is asked, from different angles
PARTS = ("top", "rules", "quiz")  # what every lesson shows
CLAIMS = tuple(f"S{number}" for number in range(1, 45))


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """One thing that is missing, and where."""

    about: str  # a rule, a lesson, a question, a claim
    words: str


def gaps(
    on: date, *, course_file: Path = COURSE_FILE, quizzes: Path = QUIZZES, lessons: Path = LESSONS
) -> tuple[Gap, ...]:
    """Everything that is missing as of a day, in the order a maintainer would look at it.

    Raises InputError where the course or a question file cannot be read at all.
    """
    course = load_course(course_file)
    bank = load_bank(quizzes)
    return (
        *_of_lessons(course, bank, lessons),
        *_of_rules(course, bank),
        *_of_rows(course, bank),
        *_of_claims(course, bank),
        *_of_questions(course, bank),
        *_of_dates(on),
    )


def _of_lessons(course: Course, bank: Sequence[Question], folder: Path) -> Iterator[Gap]:
    for lesson in course.lessons:
        try:
            file = read_lesson_file(lesson.slug, folder)
        except InputError as error:
            yield Gap(lesson.slug, error.problem.found)
            continue
        wanted = ("top", "quiz") if lesson.exam else PARTS
        for part in wanted:
            if part not in file.shows:
                yield Gap(lesson.slug, f"the lesson does not show lesson.{part}()")
        yield from _of_asked(lesson, file, [question for question in bank if question.lesson == lesson.slug])


def _of_asked(lesson: Lesson, file: LessonFile, mine: Sequence[Question]) -> Iterator[Gap]:
    known = {question.id for question in mine}
    for asked in file.asks:
        if asked not in known:
            yield Gap(lesson.slug, f"the lesson asks {asked}, which its questions do not have")
    for question in mine:
        if question.use is not QuestionUse.QUIZ and question.id not in file.asks:
            yield Gap(question.id, f"is for use inside {lesson.slug}, and the lesson does not ask it")
    drawn = [question for question in mine if question.use is QuestionUse.QUIZ]
    if not lesson.exam and len(drawn) < lesson.draws + 1:
        yield Gap(lesson.slug, f"{len(drawn)} questions to draw {lesson.draws} from: a second attempt repeats them")
    if not lesson.exam and not any(question.critical for question in drawn):
        yield Gap(lesson.slug, "no question that must be right to pass (critical: true)")


def _of_rules(course: Course, bank: Sequence[Question]) -> Iterator[Gap]:
    asked = Counter(rule for question in bank for rule in question.rules)
    for rule in load_rules():
        if rule.lesson not in course.slugs():
            yield Gap(rule.id, f"names the lesson {rule.lesson}, which the course does not plan")
        if asked[rule.id] < ASKED:
            yield Gap(rule.id, f"is asked {asked[rule.id]} times, and should be asked {ASKED}")
        if url(rule.citation) is None:
            yield Gap(rule.id, f"cites {rule.citation}, of which no official page is known (law/citation.py)")


def _of_rows(course: Course, bank: Sequence[Question]) -> Iterator[Gap]:
    asked = {rule for question in bank for rule in question.rules}
    for row in every_row():
        if row.how is How.TAUGHT and row.lesson not in course.slugs():
            yield Gap(row.id, f"is taught in {row.lesson}, which the course does not plan")
        if row.id in CLAIMS:
            continue
        if (row.how is How.TAUGHT or row.id.startswith("trap-")) and row.id not in asked:
            yield Gap(row.id, "is taught, and no question asks it")


def _of_claims(course: Course, bank: Sequence[Question]) -> Iterator[Gap]:
    told = {claim for lesson in course.lessons for claim in lesson.claims}
    asked = Counter(claim for question in bank for claim in question.claims)
    for claim in CLAIMS:
        if claim not in told:
            yield Gap(claim, "no lesson tells this claim of the article")
        if asked[claim] < ASKED:
            yield Gap(claim, f"is asked {asked[claim]} times, and should be asked {ASKED}")


def _of_questions(course: Course, bank: Sequence[Question]) -> Iterator[Gap]:
    known = {rule.id for rule in load_rules()} | {row.id for row in every_row()}
    for question in bank:
        if question.lesson not in course.slugs():
            yield Gap(question.id, f"belongs to {question.lesson}, which the course does not plan")
        for rule in question.rules:
            if rule not in known:
                yield Gap(question.id, f"asks about {rule}, which is no rule and no row of the notes on the law")


def _of_dates(on: date) -> Iterator[Gap]:
    for watched in due(on):
        yield Gap(watched.id, f"was to be looked at again by {watched.look_again_by.isoformat()}")

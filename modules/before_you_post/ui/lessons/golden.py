"""What a lesson's golden cell says: its exercises can be solved, are not solved as shipped, and what is asked.

The text holds no date and no name, so that the notebook's tests can compare it word for word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ...records import Answer, InputError, Question, QuestionKind, QuestionUse
from ...training.bank import load_bank
from ...training.course import load_course
from ...training.grading import grade, solution
from .question import in_shown_order


def check_lesson(slug: str) -> None:
    """Print what the lesson asks, and for each exercise whether it is solved as shipped and with its solution.

    Raises KeyError for a lesson the course does not have.
    """
    lesson = load_course().lesson(slug)
    if lesson.exam:
        print(f"{slug}: {lesson.draws} questions, drawn across the course")
        return
    print("\n".join(_lines(slug, [one for one in load_bank() if one.lesson == slug])))


def as_shipped(question: Question) -> Answer:
    """What the page would send if nobody touched the question: nothing chosen, the order as it is shown."""
    if question.kind is QuestionKind.ORDER:
        return [option.id for option in in_shown_order(question, question.id)]
    if question.kind in (QuestionKind.MATCH, QuestionKind.SORT):
        return {}
    return "" if question.kind in (QuestionKind.NUMBER, QuestionKind.DATE) else []


def solved(question: Question, answer: Answer) -> bool:
    """Whether that answer is right; one that cannot be marked at all is not."""
    try:
        return grade(question, answer).right
    except InputError:
        return False


def _lines(slug: str, questions: list[Question]) -> Iterator[str]:
    exercises = [one for one in questions if one.use is not QuestionUse.QUIZ]
    quiz = [one for one in questions if one.use is QuestionUse.QUIZ]
    yield f"{slug}: {_kinds(exercises, 'exercise')}"
    for question in exercises:
        shipped, right = (
            "solved" if solved(question, answer) else "not solved"
            for answer in (as_shipped(question), solution(question))
        )
        yield f"  {question.id}: as shipped {shipped}; with its solution {right}"
    yield f"quiz: {_kinds(quiz, 'question')}"
    yield f"rules asked: {', '.join(sorted({rule for one in questions for rule in one.rules}))}"
    yield f"claims asked: {', '.join(_in_order(claim for one in questions for claim in one.claims)) or 'none'}"


def _kinds(questions: list[Question], noun: str) -> str:
    counts = Counter(one.kind.value for one in questions)
    words = f"{len(questions)} {noun}{'' if len(questions) == 1 else 's'}"
    return f"{words} ({', '.join(f'{counts[kind]} {kind}' for kind in sorted(counts))})" if counts else words


def _in_order(claims: Iterable[str]) -> list[str]:
    return sorted(set(claims), key=lambda claim: int(claim[1:]))

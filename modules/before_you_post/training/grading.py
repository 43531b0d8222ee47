"""Marking one answer: right as a whole or not, and for every part the reason.

Feedback that only says right or wrong teaches next to nothing; the reason for each option does most of the teaching.
So what comes back holds one for every option, chosen or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..records import Answer, InputError, Marked, Option, Problem, Question, QuestionKind, Told
from .option_rules import CHOOSE_MANY, CHOOSE_ONE, as_day, as_number

_PLACED = (QuestionKind.MATCH, QuestionKind.SORT)
_LONGEST = 100  # characters somebody may type


def grade(question: Question, answer: object) -> Marked:
    """The answer, marked. Raises InputError for one that no learner can have given (it comes from a browser)."""
    given = checked(question, answer)
    if question.kind is QuestionKind.ORDER:
        return _ordered(question, list(given))
    if question.kind in _PLACED:
        assert isinstance(given, dict)  # noqa: S101 - what checked() returns for these kinds
        return _placed(question, given)
    if question.kind in (QuestionKind.NUMBER, QuestionKind.DATE):
        return _typed(question, str(given))
    return _chosen(question, set(given))


def checked(question: Question, answer: object) -> Answer:
    """The answer in the shape its question wants. Raises InputError where it has another."""
    ids = {option.id for option in question.options}
    kind = question.kind
    if kind in (QuestionKind.NUMBER, QuestionKind.DATE):
        if isinstance(answer, str) and 0 < len(answer.strip()) <= _LONGEST:
            return answer.strip()
        raise _refused(question, answer, "what was typed")
    if kind in _PLACED:
        if isinstance(answer, Mapping) and set(answer) == ids and all(isinstance(v, str) for v in answer.values()):
            return {str(key): str(value) for key, value in answer.items()}
        raise _refused(question, answer, "a place for every option")
    if not isinstance(answer, list) or not all(isinstance(one, str) and one in ids for one in answer):
        raise _refused(question, answer, "a list of its options")
    if len(set(answer)) < len(answer):
        raise _refused(question, answer, "every option once")
    if kind in CHOOSE_ONE and len(answer) != 1:
        raise _refused(question, answer, "one option")
    if kind in CHOOSE_MANY and not answer:
        raise _refused(question, answer, "one option or more")
    if kind is QuestionKind.ORDER and set(answer) != ids:
        raise _refused(question, answer, "every option, in an order")
    return answer


def solution(question: Question) -> Answer:
    """An answer that is right."""
    if question.kind is QuestionKind.ORDER:
        return [option.id for option in question.options]
    if question.kind is QuestionKind.MATCH:
        return {option.id: option.partner or "" for option in question.options}
    if question.kind is QuestionKind.SORT:
        return {option.id: option.pile or "" for option in question.options}
    right = [option for option in question.options if option.right]
    if question.kind in (QuestionKind.NUMBER, QuestionKind.DATE):
        return right[0].value or ""
    return [option.id for option in right]


def _chosen(question: Question, given: set[str]) -> Marked:
    told = tuple(
        Told(option=option.id, chosen=option.id in given, right=option.right == (option.id in given), why=option.why)
        for option in question.options
    )
    return Marked(right=all(one.right for one in told), told=told)


def _ordered(question: Question, given: list[str]) -> Marked:
    places = [option.id for option in question.options]
    told = tuple(
        Told(option=option.id, chosen=True, right=places.index(option.id) == given.index(option.id), why=option.why)
        for option in question.options
    )
    return Marked(right=given == places, told=told)


def _placed(question: Question, given: dict[str, str]) -> Marked:
    told = tuple(
        Told(option=option.id, chosen=True, right=given[option.id] == _place(question, option), why=option.why)
        for option in question.options
    )
    return Marked(right=all(one.right for one in told), told=told)


def _place(question: Question, option: Option) -> str:
    return (option.partner if question.kind is QuestionKind.MATCH else option.pile) or ""


def _typed(question: Question, given: str) -> Marked:
    read: Any = as_number if question.kind is QuestionKind.NUMBER else as_day
    value = read(given)
    for option in question.options:
        if value is not None and value == read(option.value or ""):
            return Marked(
                right=option.right,
                told=(_of_value(option, chosen=True, right=option.right),)
                if option.right
                else (_of_value(option, chosen=True, right=False), *_right_values(question)),
            )
    why = question.otherwise
    if value is None:
        wanted = "a number" if question.kind is QuestionKind.NUMBER else "a date such as 3/31/2026"
        why = f"This is not {wanted}. {why}"
    return Marked(right=False, told=(Told(option="", chosen=True, right=False, why=why), *_right_values(question)))


def _of_value(option: Option, *, chosen: bool, right: bool) -> Told:
    return Told(option=option.id, chosen=chosen, right=right, why=option.why)


def _right_values(question: Question) -> tuple[Told, ...]:
    """What would have been right: told after a wrong value, because it cannot be guessed from the others."""
    return tuple(_of_value(option, chosen=False, right=False) for option in question.options if option.right)


def _refused(question: Question, answer: object, expected: str) -> InputError:
    return InputError(
        Problem(path=f"question {question.id}", found=repr(answer)[:200], expected=expected, remedy="Answer it again.")
    )

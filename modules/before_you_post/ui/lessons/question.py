"""A question as the page gets it, and the words about an answer.

Before it is answered the page knows the question and its options, and not which is right: whoever reads what the
browser was sent learns nothing. How the options are shuffled depends on a seed, so that a page opened again shows
the same order.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from ...records import Answer, Marked, Option, Question, QuestionKind, Told
from ...report.days import in_words as day
from ...training.option_rules import CHOOSE_ONE, as_day

Values = dict[str, Any]

_TYPED = (QuestionKind.NUMBER, QuestionKind.DATE)
_AS_WRITTEN = (QuestionKind.TRUE_FALSE, QuestionKind.DEFECTS)  # a form is read from top to bottom
_BETTER = "Not quite."
_CHOSEN = {"right": "Your answer: right", "wrong": "Your answer: not right"}
_OF_ONE = {**_CHOSEN, "missed": "The right answer", "left": "Not the answer"}
_OF_MANY = {**_CHOSEN, "missed": "Right, but not chosen", "left": "Not one of them, and you left it out"}
_OF_LINES = {
    "right": "You marked it: this line is wrong",
    "wrong": "You marked it: this line is fine",
    "missed": "This line is wrong, and you did not mark it",
    "left": "This line is fine",
}


def in_shown_order(question: Question, seed: str) -> list[Option]:
    """The options in the order they are shown in: by the seed, and never in the right order where that is asked."""
    options = list(question.options)
    if question.kind is QuestionKind.TRUE_FALSE:
        return sorted(options, key=lambda option: option.id, reverse=True)
    if question.kind in _AS_WRITTEN:
        return options
    random.Random(f"{seed}:{question.id}").shuffle(options)  # noqa: S311 - no secret
    if question.kind is QuestionKind.ORDER and options == list(question.options):
        options = [*options[1:], options[0]]
    return options


def shown(question: Question, seed: str) -> Values:
    """What the page is sent to ask the question. Of a typed answer, no value; of a match, partners without owners."""
    typed = question.kind in _TYPED
    return {
        "id": question.id,
        "kind": question.kind.value,
        "use": question.use.value,
        "stem": question.stem,
        "hint": question.hint,
        "unit": question.unit,
        "options": [] if typed else [_option(option) for option in in_shown_order(question, seed)],
        "places": _places(question, seed),
        "case": question.case is not None,
    }


def explained(question: Question, answer: Answer, marked: Marked) -> Values:
    """What the page is sent once the question is answered: the verdict, and for every part a sign, words and why."""
    by_id = {option.id: option for option in question.options}
    told = sorted(marked.told, key=lambda one: list(by_id).index(one.option) if one.option in by_id else -1)
    if question.kind in _TYPED:
        read = as_day(str(answer)) if question.kind is QuestionKind.DATE else None
        typed = day(read) if read else str(answer)
        parts = [_typed(by_id.get(one.option), one, typed) for one in marked.told]
    elif question.kind is QuestionKind.ORDER:
        parts = [_ordered(number, by_id[one.option], one, answer) for number, one in enumerate(told, 1)]
    elif isinstance(answer, dict):
        parts = [_placed(by_id[one.option], one, answer) for one in told]
    else:
        words = _OF_ONE if question.kind in CHOOSE_ONE else _OF_MANY
        words = _OF_LINES if question.kind is QuestionKind.DEFECTS else words
        parts = [_chosen(by_id[one.option], one, words) for one in told]
    return {"right": marked.right, "verdict": _verdict(question, marked), "parts": parts}


def _option(option: Option) -> Values:
    return {"id": option.id, "text": option.text, "region": list(option.region) if option.region else None}


def _places(question: Question, seed: str) -> list[str]:
    if question.kind is QuestionKind.SORT:
        return list(question.piles)
    partners = sorted({option.partner or "" for option in question.options} - {""})
    random.Random(f"{seed}:{question.id}:partners").shuffle(partners)  # noqa: S311 - no secret
    return partners


def _verdict(question: Question, marked: Marked) -> str:
    if marked.right:
        return "That is right."
    if question.kind in (*CHOOSE_ONE, *_TYPED):
        return _BETTER
    right = sum(one.right for one in marked.told)
    return f"{_BETTER} {right} of {len(marked.told)} parts are right."


def _part(sign: str, words: str, text: str, told: Told) -> Values:
    """``sign`` is right, wrong, missed (right, and not chosen) or left (wrong, and rightly not chosen)."""
    return {"id": told.option, "sign": sign, "words": words, "text": text, "why": told.why, "chosen": told.chosen}


def _chosen(option: Option, told: Told, words: Mapping[str, str]) -> Values:
    signs = ("right", "wrong") if told.chosen else ("left", "missed")
    sign = signs[0] if told.right else signs[1]
    return _part(sign, words[sign], option.text, told)


def _ordered(number: int, option: Option, told: Told, answer: Answer) -> Values:
    given = list(answer).index(option.id) + 1
    words = f"Place {number}: right" if told.right else f"Belongs in place {number}; you put it in place {given}"
    return _part("right" if told.right else "wrong", words, option.text, told)


def _placed(option: Option, told: Told, answer: dict[str, str]) -> Values:
    place = option.partner or option.pile or ""
    words = f"Right: {place}" if told.right else f"Belongs to: {place}. You chose: {answer[option.id]}"
    return _part("right" if told.right else "wrong", words, option.text, told)


def _typed(option: Option | None, told: Told, typed: str) -> Values:
    text = option.text if option else typed
    if not told.chosen:
        return _part("missed", "The right answer", text, told)
    words = f"You entered {typed}: {'right' if told.right else 'not right'}"
    return _part("right" if told.right else "wrong", words, text, told)

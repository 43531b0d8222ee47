"""GIFT, the text format of Moodle: easy to read and to edit, without pictures.

Format: https://docs.moodle.org/en/GIFT_format. Ids and tags go into comments, ``// [id:...] [tag:...]``, which Moodle
reads since version 3.5.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from ...records import Question, QuestionKind
from ..option_rules import CHOOSE_MANY, as_day
from .exported import TAG, Exported, Loss, in_another_way, papers_left_out, tags_of, with_unit

_MEANT = re.compile(r"([~=#{}:\\])")
_PARTS = 5  # decimals of a share of the marks, as Moodle writes them


def to_gift(bank: Sequence[Question]) -> Exported:
    """All questions in one file, ``questions.gift``."""
    losses = tuple(loss for question in bank for loss in _losses(question))
    text = "\n".join(_question(question) for question in bank)
    return Exported(files={"questions.gift": text.encode()}, questions=len(bank), losses=losses)


def _losses(question: Question) -> Iterator[Loss]:
    yield from in_another_way(question)
    yield from papers_left_out(question)
    if question.case and "picture" in question.case.show:
        yield Loss(question.id, "the picture is left out: GIFT has none")
    if question.hint:
        yield Loss(question.id, "the hint is left out")
    if question.computed:
        yield Loss(question.id, "how the program works the answer out is left out")


def _question(question: Question) -> str:
    tags = " ".join(f"[tag:{name}{TAG}{value}]" for name, value in tags_of(question))
    head = f"// [id:{question.id}] {tags}"
    category = f"$CATEGORY: Before You Post/{question.lesson}\n\n"
    return f"{category}{head}\n::{_said(question.id)}::{_said(with_unit(question))} {{\n{_answers(question)}\n}}\n"


def _answers(question: Question) -> str:
    kind = question.kind
    if kind is QuestionKind.TRUE_FALSE:
        return _true_false(question)
    if kind in CHOOSE_MANY:
        return _several(question)
    if kind in (QuestionKind.ORDER, QuestionKind.MATCH, QuestionKind.SORT):
        return _pairs(question)
    if kind is QuestionKind.NUMBER:
        return "#\n" + "\n".join(_values(question, lambda value: [f"{value}:0"]))
    if kind is QuestionKind.DATE:
        return "\n".join(_values(question, days_written))
    return "\n".join(f"{'=' if one.right else '~'}{_said(one.text)}#{_said(one.why)}" for one in question.options)


def _true_false(question: Question) -> str:
    """GIFT gives the reason of a wrong answer first."""
    [right] = [option for option in question.options if option.right]
    [wrong] = [option for option in question.options if not option.right]
    return f"{right.id.upper()}#{_said(wrong.why)}#{_said(right.why)}"


def _several(question: Question) -> str:
    """Right ones share the marks; a wrong one takes all of them, since only the whole answer counts as right."""
    right = sum(option.right for option in question.options)
    share = f"{float(Fraction(100, right)):.{_PARTS}f}".rstrip("0").rstrip(".")
    return "\n".join(
        f"~%{share if option.right else '-100'}%{_said(option.text)}#{_said(option.why)}" for option in question.options
    )


def _pairs(question: Question) -> str:
    lines = [f"={_said(left)} -> {_said(right)}" for left, right in pairs_of(question)]
    reasons = "\n".join(f"{option.text}: {option.why}" for option in question.options)
    return "\n".join([*lines, f"####{_said(reasons)}"])


def pairs_of(question: Question) -> list[tuple[str, str]]:
    """What belongs to what: a partner, a pile, or the number of a step."""
    if question.kind is QuestionKind.ORDER:
        return [(option.text, str(number)) for number, option in enumerate(question.options, 1)]
    return [(option.text, option.partner or option.pile or "") for option in question.options]


def _values(question: Question, written: Callable[[str], list[str]]) -> Iterator[str]:
    for option in question.options:
        marks = "" if option.right else "%0%"
        for text in written(option.value or ""):
            yield f"={marks}{text}#{_said(option.why)}"
    yield f"####{_said(question.otherwise)}"


def days_written(value: str) -> list[str]:
    """A day in the two ways that are accepted."""
    day = as_day(value)
    if day is None:
        return [value]
    return [day.isoformat(), f"{day.month}/{day.day}/{day.year}"]


def _said(text: str) -> str:
    """Words as GIFT wants them: its own signs marked, on one line, an empty line being the end of a question."""
    return _MEANT.sub(r"\\\1", text.strip()).replace("\n", "\\n")

"""What the options of each kind of question must be, so that every answer can be marked and explained."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from ..records import Question, QuestionKind

CHOOSE_ONE = (QuestionKind.SINGLE, QuestionKind.TRUE_FALSE, QuestionKind.DECISION)
CHOOSE_MANY = (QuestionKind.SEVERAL, QuestionKind.HOTSPOT, QuestionKind.DEFECTS)
_LEAST = {QuestionKind.TRUE_FALSE: 2, QuestionKind.NUMBER: 1, QuestionKind.DATE: 1}


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a question, in the words of an error."""

    found: str
    expected: str


def complaint_about(question: Question) -> Complaint | None:
    """The first thing that is wrong with the options, or None."""
    ids = [option.id for option in question.options]
    if len(set(ids)) < len(ids):
        return Complaint("two options with one id", "an id of its own for every option")
    least = _LEAST.get(question.kind, 3 if question.kind is not QuestionKind.DECISION else 2)
    if len(ids) < least:
        return Complaint(f"{len(ids)} options", f"{least} or more")
    if question.case is None and question.kind in (QuestionKind.DECISION, QuestionKind.HOTSPOT, QuestionKind.DEFECTS):
        return Complaint("no case", f"a case: {question.kind.value} is about a photo or a paper")
    return _about_kind(question)


def _about_kind(question: Question) -> Complaint | None:
    kind = question.kind
    if kind in CHOOSE_ONE or kind in CHOOSE_MANY:
        return _about_choice(question)
    if kind is QuestionKind.MATCH and any(not option.partner for option in question.options):
        return Complaint("an option without a partner", "partner: what it belongs to")
    if kind is QuestionKind.SORT:
        return _about_piles(question)
    return _about_values(question) if kind in (QuestionKind.NUMBER, QuestionKind.DATE) else None


def _about_choice(question: Question) -> Complaint | None:
    right = sum(option.right for option in question.options)
    if question.kind in CHOOSE_ONE and right != 1:
        return Complaint(f"{right} right options", "exactly one")
    if right == 0:
        return Complaint("no right option", "one or more")
    if question.kind is QuestionKind.TRUE_FALSE and {option.id for option in question.options} != {"true", "false"}:
        return Complaint("other ids than true and false", "the two options true and false")
    if question.kind is QuestionKind.HOTSPOT and any(option.region is None for option in question.options):
        return Complaint("an option without a region", "region: [left, top, width, height], as shares of the picture")
    return None


def _about_piles(question: Question) -> Complaint | None:
    if len(question.piles) < 2:
        return Complaint(f"{len(question.piles)} piles", "piles: two or more names")
    strays = sorted({option.pile or "none" for option in question.options} - set(question.piles))
    return Complaint(f"a pile {strays[0]!r}", f"one of {', '.join(question.piles)}") if strays else None


def _about_values(question: Question) -> Complaint | None:
    if not any(option.right for option in question.options):
        return Complaint("no right value", "one or more options with right: true")
    if len(question.otherwise) < 10:
        return Complaint("no otherwise", "otherwise: why any other value is wrong")
    read = as_number if question.kind is QuestionKind.NUMBER else as_day
    for option in question.options:
        if option.value is None or read(option.value) is None:
            return Complaint(
                f"the value {option.value!r} of {option.id}",
                "a number" if read is as_number else "a date such as 2026-03-31",
            )
    return None


def as_number(text: str) -> Decimal | None:
    """The number somebody typed, with or without a dollar sign and commas between thousands; None if it is none."""
    cleaned = re.sub(r"[\s$,]", "", text)
    try:
        number = Decimal(cleaned)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def as_day(text: str) -> date | None:
    """The day somebody typed, as 2026-03-31 or 3/31/2026; None if it is none."""
    text = text.strip()
    american = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    try:
        if american:
            month, day, year = map(int, american.groups())
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError:
        return None

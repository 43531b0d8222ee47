"""How rules and questions are answered, in numbers that say how far to trust them. Nothing is hidden or left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...records import Question
from ...training.records_view import Overview, RuleTitle, rule_titles
from ...training.statistics import QuestionFigures, RuleFigures
from .records_people import paged, read_page

Values = dict[str, Any]
ENOUGH = 5  # answers, to stand among the weakest; the worst rule would else always be one that was asked once
ORDERS = ("flagged", "share", "count")  # first what somebody should look at; the hardest; the most asked


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionQuery:
    """What the list of questions is asked for. "" = all lessons."""

    lesson: str = ""
    order: str = "flagged"
    page: int = 1


def read_question_query(asked: object) -> QuestionQuery:
    """What a browser asked for; whatever makes no sense is left out."""
    said: Mapping[str, Any] = asked if isinstance(asked, Mapping) else {}
    lesson, order = said.get("lesson"), said.get("order")
    return QuestionQuery(
        lesson=lesson if isinstance(lesson, str) else "",
        order=order if isinstance(order, str) and order in ORDERS else "flagged",
        page=read_page(said.get("page")),
    )


def rule_rows(seen: Overview, page: int) -> Values:
    """One page of the rules that were asked about, the weakest first; those with hardly an answer stand last."""
    titles = rule_titles()
    by_rule: dict[str, str] = {}
    for question in seen.bank.values():
        for rule in question.rules:
            by_rule.setdefault(rule, question.lesson)
    ordered = sorted(seen.rules, key=lambda one: one.count < ENOUGH)
    return paged(ordered, page, lambda one: _rule(one, titles.get(one.rule), by_rule.get(one.rule, ""), seen))


def question_rows(seen: Overview, query: QuestionQuery) -> Values:
    """One page of the questions that were asked."""
    found = [one for one in seen.questions if query.lesson in ("", _lesson_of(one, seen))]
    found.sort(key=lambda one: (one.share_right, -one.count))
    if query.order == "count":
        found.sort(key=lambda one: -one.count)
    elif query.order == "flagged":
        found.sort(key=lambda one: (not one.flags, -one.count))  # the flag with most answers behind it
    return paged(found, query.page, lambda one: _question(one, seen)) | {
        "flagged": sum(bool(one.flags) for one in found)
    }


def _rule(one: RuleFigures, about: RuleTitle | None, asked_in: str, seen: Overview) -> Values:
    slug = about.lesson if about is not None and about.lesson in seen.titles else asked_in
    return {
        "rule": one.rule,
        "title": about.title if about is not None else one.rule,
        "slug": slug,
        "lesson": seen.titles.get(slug or "", ""),
        **_share(one.share_right, one.count),
        "trust": one.trust,
    }


def _question(one: QuestionFigures, seen: Overview) -> Values:
    asked = seen.bank.get(one.question)
    same = asked if asked is not None and asked.version == one.version else None
    slug = _lesson_of(one, seen)
    value = one.discrimination.value
    return {
        "question": one.question,
        "version": one.version,
        "stem": asked.stem if asked is not None else one.question,
        "former": same is None,
        "slug": slug,
        "lesson": seen.titles.get(slug, ""),
        **_share(one.share_right, one.count),
        "tells": "–" if value is None else f"{round(value, 2) + 0.0:+.2f}".replace("-", "−"),
        "no_tells": one.discrimination.reason,
        "trust": one.trust,
        "flags": list(one.flags),
        "options": _options(one, same),
    }


def _share(share: float, count: int) -> Values:
    return {"percent": round(100 * share), "right": round(share * count), "count": count}


def _lesson_of(one: QuestionFigures, seen: Overview) -> str:
    asked = seen.bank.get(one.question)
    return asked.lesson if asked is not None else ""


def _options(one: QuestionFigures, question: Question | None) -> list[Values]:
    """How often each answer was chosen; a wrong one that nobody chooses is named. [] where nothing is chosen."""
    if question is None or not one.chosen:
        return []
    return [
        {"text": option.text, "right": option.right, "percent": round(100 * one.chosen.get(option.id, 0))}
        for option in question.options
    ]

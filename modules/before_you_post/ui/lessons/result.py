"""What the page says after a quiz: the score, what was missed and where to read it again, and what is next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...law.rows import every_row
from ...records import Certificate, Lesson, Question
from ...report.days import in_words as day
from ...rules import load_rules
from ...training.course import Course
from .sitting import Outcome

Values = dict[str, Any]


def in_words(outcome: Outcome, lesson: Lesson | None, bank: Mapping[str, Question], course: Course) -> Values:
    """The values of the result. ``lesson`` is ``None`` for a review, which asks across the course."""
    return {
        "passed": outcome.passed,
        "recorded": outcome.recorded,
        "right": outcome.right,
        "asked": outcome.asked,
        "headline": "Passed" if outcome.passed else "Not passed yet",
        "score": score(outcome),
        "critical": _critical(outcome),
        "missed": [_missed(bank[one], lesson, outcome, course) for one in outcome.missed if one in bank],
        "sign": outcome.needs_attestation,
        "certificate": certificate_values(outcome.certificate) if outcome.certificate else None,
        "again": "Try again with fresh questions",
        "next": _next(lesson, course),
    }


def score(outcome: Outcome) -> str:
    """How many were right, and how many it takes."""
    return f"{outcome.right} of {outcome.asked} right. It takes {outcome.needed} of {outcome.asked}."


def certificate_values(certificate: Certificate) -> Values:
    """What the page shows of a certificate."""
    return {
        "id": certificate.id,
        "name": certificate.name,
        "title": certificate.title,
        "practice": certificate.practice,
        "day": day(certificate.issued_at.date()),
        "score": f"{certificate.right} of {certificate.asked} right",
    }


def _critical(outcome: Outcome) -> str:
    count = len(outcome.missed_critical)
    if not count or outcome.passed:
        return ""
    which = "One question that must be right was" if count == 1 else f"{count} questions that must be right were"
    return f"{which} missed. These are about what must never go wrong; they come again in your next try."


def _missed(question: Question, lesson: Lesson | None, outcome: Outcome, course: Course) -> Values:
    elsewhere = lesson is None or question.lesson != lesson.slug
    return {
        "stem": question.stem,
        "critical": question.id in outcome.missed_critical,
        "about": [about for about in map(_about, question.rules) if about],
        "lesson": question.lesson,
        "title": course.lesson(question.lesson).title,
        "elsewhere": elsewhere,
    }


def _about(rule_id: str) -> Values | None:
    """A rule with its citation, or a row of the notes on the law; ``None`` for an id that neither has any more."""
    for rule in load_rules():
        if rule.id == rule_id:
            return {"words": rule.title, "citation": rule.citation}
    for row in every_row():
        if row.id == rule_id:
            words = f"{row.about[:1].upper()}{row.about[1:]}"
            return {"words": f"A common mistake: “{words}”" if row.id.startswith("trap-") else words, "citation": ""}
    return None


def _next(lesson: Lesson | None, course: Course) -> Values:
    """The lesson after this one; empty after the last."""
    if lesson is None:
        return {}
    slugs = course.slugs()
    place = slugs.index(lesson.slug) + 1
    return {"slug": slugs[place], "title": course.lessons[place].title} if place < len(slugs) else {}

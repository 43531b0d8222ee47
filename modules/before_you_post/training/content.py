"""What a lesson materially teaches, as a digest: when it changes, certificates of before lapse.

A corrected typing error must not send the whole staff back to school. So the words of a lesson do not count by
themselves. What counts is the ``version`` its maintainer gives it in ``course.toml``, the rules it teaches, and the
questions that must be right to pass. The parts are kept in the ledger, so that a learner can be told what changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..records import Lesson, Question, QuestionUse
from ..report.days import in_words
from ..rules import load_rules
from .course import Course


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The material parts of one lesson as it stands."""

    lesson: str
    version: int
    rules: tuple[str, ...]  # ids of the rules it teaches; of an exam: slugs of the lessons it asks about
    critical: tuple[tuple[str, int], ...]  # id and version of the questions that must be right

    @property
    def digest(self) -> str:
        """SHA-256 over the parts, in hexadecimal."""
        return digest_of(self.parts())

    def parts(self) -> dict[str, Any]:
        """The parts as the ledger has them."""
        return {
            "lesson": self.lesson,
            "version": self.version,
            "rules": list(self.rules),
            "critical": [list(one) for one in self.critical],
        }


def content_of(lesson: Lesson, course: Course, bank: Iterable[Question]) -> Content:
    """The material parts of a lesson. An exam is as new as its version and the list of lessons it asks about."""
    if lesson.exam:
        others = tuple(one.slug for one in course.lessons if not one.exam)
        return Content(lesson=lesson.slug, version=lesson.version, rules=tuple(sorted(others)), critical=())
    critical = sorted(
        (one.id, one.version)
        for one in bank
        if one.lesson == lesson.slug and one.critical and one.use is QuestionUse.QUIZ
    )
    rules = tuple(rule.id for rule in load_rules() if rule.lesson == lesson.slug)
    return Content(lesson=lesson.slug, version=lesson.version, rules=rules, critical=tuple(critical))


def question_parts(question: Question) -> dict[str, Any]:
    """A question as it is asked, as the ledger has it: an investigator reads it years after it was changed."""
    return {
        "question": question.id,
        "version": question.version,
        "lesson": question.lesson,
        "kind": question.kind.value,
        "stem": question.stem,
        "options": [
            {"id": one.id, "text": one.text, "right": one.right}
            | {name: value for name in ("value", "partner", "pile") if (value := getattr(one, name)) is not None}
            for one in question.options
        ],
        "unit": question.unit,
        "critical": question.critical,
        "rules": list(question.rules),
    }


def digest_of(parts: Mapping[str, Any]) -> str:
    """SHA-256 over parts, in hexadecimal."""
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def what_changed(former: Mapping[str, Any] | None, now: Content, since: date) -> str:
    """One sentence for the learner: what is new since the content they passed. ``since``: first day of the new one."""
    day = in_words(since)
    if former is None:
        return f"The lesson was revised on {day}."
    if former["version"] != now.version:
        return f"The lesson was revised on {day}: it is version {now.version} now, and you took {former['version']}."
    added, gone = sorted(set(now.rules) - set(former["rules"])), sorted(set(former["rules"]) - set(now.rules))
    if added:
        return f"On {day} the lesson gained {_named(added)}."
    if gone:
        return f"On {day} the lesson lost {_named(gone)}."
    return f"On {day} a question that must be right was added, changed or taken out."


def _named(ids: list[str]) -> str:
    titles = {rule.id: rule.title for rule in load_rules()}
    words = "; ".join(f"“{titles.get(one, one)}”" for one in ids[:3])
    more = f" and {len(ids) - 3} more" if len(ids) > 3 else ""
    return f"the rule {words}" if len(ids) == 1 else f"the rules {words}{more}"

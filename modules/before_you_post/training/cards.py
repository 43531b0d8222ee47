"""What the home page says about one lesson to one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..records import Assignment, Certificate, Lesson, Purpose, Standing
from .history import History
from .people import Learner

SIGN = "You passed. Please sign that you have read and understood it; then you have your certificate."


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonCard:
    """One lesson as one person sees it."""

    lesson: Lesson
    state: str  # "new", "begun", "passed", "lapsed"
    due: date | None
    overdue: bool
    why: str  # why it is due, or why it lapsed
    certificate: Certificate | None  # the last one
    best: tuple[int, int] | None  # right, asked
    for_me: bool  # the lesson is for what this person does


def card(
    lesson: Lesson,
    learner: Learner,
    *,
    history: History,
    certificates: Sequence[Standing],
    due: Sequence[Assignment],
    today: date,
) -> LessonCard:
    """The card of a lesson. ``certificates`` newest first; ``due`` the most urgent first."""
    last = next((one for one in certificates if one.certificate.lesson == lesson.slug), None)
    urgent = next((one for one in due if one.lesson == lesson.slug), None)
    finished = [
        one
        for one in history.of(learner.person)
        if one.lesson == lesson.slug and one.purpose is not Purpose.REVIEW and one.ended_at is not None
    ]
    best = max(finished, key=lambda one: one.right / len(one.asked), default=None)
    state = _state(lesson, learner, history, last)
    unsigned = state == "begun" and any(one.passed for one in finished)
    why = last.reason if last is not None and not last.holds else urgent.why if urgent else SIGN if unsigned else ""
    return LessonCard(
        lesson=lesson,
        state=state,
        due=urgent.due if urgent else None,
        overdue=urgent is not None and urgent.due < today,
        why=why,
        certificate=last.certificate if last else None,
        best=(best.right, len(best.asked)) if best else None,
        for_me=bool(set(lesson.audience) & set(learner.audiences)),
    )


def _state(lesson: Lesson, learner: Learner, history: History, last: Standing | None) -> str:
    if last is not None:
        return "passed" if last.holds else "lapsed"
    tried = any(one.lesson == lesson.slug for one in history.of(learner.person))
    read = any((one.person, one.lesson) == (learner.person, lesson.slug) for one in history.attestations)
    return "begun" if tried or read else "new"

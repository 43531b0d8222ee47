"""What somebody has to take, by when, and why."""

from __future__ import annotations

from ..records import Assignment
from .history import History


def open_assignments(history: History, person: str) -> tuple[Assignment, ...]:
    """What a manager assigned and the person has not passed since, the most urgent first."""
    passed = [(one.lesson, one.issued_at) for one in history.certificates if one.person == person]
    mine = (
        assignment
        for assignment, at in history.assigned
        if assignment.person == person
        and not any(lesson == assignment.lesson and issued > at for lesson, issued in passed)
    )
    return tuple(sorted(mine, key=lambda one: (one.due, one.lesson)))

"""What a manager does to somebody's training from the page: assign a lesson, take a PIN away."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from datetime import date
from typing import Any

from ...report.days import in_words as day
from ...training.desk import TrainingDesk
from ...training.records_view import Overview, PersonStanding
from .learning import Learning

_LONGEST = 500  # characters of a reason
NO_LESSON = "Choose a lesson first."
NO_DAY = "Enter the day by which it is due."
PAST = "This day is over. Choose today or a later one."
NO_REASON = "Say why, in a few words. The person reads it with the lesson."
GONE = "This person left. Lessons are assigned to people who work here."


class RefusedError(Exception):
    """What was asked cannot be done. ``words`` are for the page, ``field`` names what to mend."""

    def __init__(self, words: str, field: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.field = field


def who_does_it(learning: Learning) -> str:
    """The name that goes on record: the manager's who is signed in, else the login of this machine."""
    learner = learning.learner if learning.token else None
    if learner is not None:
        return learner.name
    try:
        return f"{getpass.getuser()} (login of this machine)"
    except (OSError, KeyError, ImportError):
        return "somebody at this machine"


def assign(desk: TrainingDesk, seen: Overview, one: PersonStanding, asked: Mapping[str, Any], *, by: str) -> str:
    """Assign a lesson by hand and say so. Raises RefusedError, with words for the form, for what cannot be assigned."""
    lesson, why = str(asked.get("lesson") or ""), " ".join(str(asked.get("why") or "").split())[:_LONGEST]
    if one.gone:
        raise RefusedError(GONE)
    if lesson not in seen.titles:
        raise RefusedError(NO_LESSON, "lesson")
    due = _day(asked.get("due"))
    if due is None:
        raise RefusedError(NO_DAY, "due")
    if due < seen.at.date():
        raise RefusedError(PAST, "due")
    if not why:
        raise RefusedError(NO_REASON, "why")
    desk.assign(by, one.learner.person, lesson, due, why)
    return f"Assigned: {seen.titles[lesson]}, due {day(due)}."


def take_pin_away(desk: TrainingDesk, one: PersonStanding, *, by: str) -> str:
    """Take somebody's PIN away, sign them out everywhere, and say what comes next."""
    desk.reset_pin(one.learner.person, by)
    words = f"{one.learner.name} has no PIN any more and is signed out. Ask them to choose a new one soon: "
    words += "until then, whoever is first chooses it."
    if one.learner.manager:
        words += " They need a start code for that: it is printed when the program is started again."
    return words


def _day(asked: object) -> date | None:
    try:
        return date.fromisoformat(str(asked))
    except ValueError:
        return None

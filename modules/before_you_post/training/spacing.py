"""When a missed question comes back: after about a day, a week and a month, until it was right each time.

Memory holds best what is asked again just before it would be forgotten. A right answer before the question is due
again says little about memory, so it moves nothing; a wrong one begins anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from .history import Answered

STEPS = (timedelta(days=1), timedelta(days=7), timedelta(days=30))


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A question that comes back."""

    step: int  # which of STEPS it waits for
    due: date


def returns(answers: Iterable[Answered], zone: tzinfo | None = None) -> dict[str, Return]:
    """The questions that come back, by id, from the counted answers of one person, oldest first.

    ``zone`` is where the days are counted; by default, where this machine stands.
    """
    waiting: dict[str, Return] = {}
    for answer in answers:
        if answer.attempt is None:
            continue
        day = answer.at.astimezone(zone).date()
        before = waiting.get(answer.question)
        if not answer.right:
            waiting[answer.question] = Return(step=0, due=day + STEPS[0])
        elif before is not None and before.due <= day:
            step = before.step + 1
            if step < len(STEPS):
                waiting[answer.question] = Return(step=step, due=day + STEPS[step])
            else:
                del waiting[answer.question]
    return waiting


def due(waiting: Mapping[str, Return], today: date) -> tuple[str, ...]:
    """Ids of the questions that are due, the longest due first."""
    ready = [(one.due, question) for question, one in waiting.items() if one.due <= today]
    return tuple(question for _, question in sorted(ready))

"""The top of the manager's page: whose records, as of when, and the four figures that say whether to look further."""

from __future__ import annotations

from typing import Any

from ...report.days import clock
from ...report.days import in_words as day
from ...training.records_view import Overview
from .records_people import choices

Values = dict[str, Any]
BEGINNING = (
    "Nobody has answered a question yet. That is how every office begins. Tell your staff the address of the lessons, "
    "and let each of them choose their name and a PIN. What they do from then on stands here."
)


def before_looking() -> Values:
    """What stands there until the records are read."""
    return {"practice": "", "as_of": "", "figures": [], "notice": "", "choices": {}, "late": 0}


def top_of_page(seen: Overview) -> Values:
    """Everything above the lists."""
    at_work = seen.at_work
    late = [one for one in at_work if one.overdue]
    lapsed = [one for one in at_work if one.lapsed]
    left = len(seen.people) - len(at_work)
    lessons = sum(len(one.overdue) for one in late)
    gone = sum(len(one.lapsed) for one in lapsed)
    return {
        "practice": seen.practice,
        "as_of": f"{day(seen.at.date())}, {clock(seen.at)}",
        "notice": seen.nobody or ("" if seen.history.answers else BEGINNING),
        "figures": [
            _figure("", len(at_work), "People", f"and {left} who left" if left else "who work here"),
            _figure("current", len(at_work) - len(late), "Up to date", "nothing that was due is open"),
            _figure("overdue", len(late), "Overdue", _counted(lessons, "lesson") if late else "nobody is late"),
            _figure(
                "lapsed", gone, "Lapsed certificates", f"of {_people(len(lapsed))}" if lapsed else "all others hold"
            ),
        ],
        "choices": choices(seen),
        "late": lessons,
    }


def _figure(state: str, number: int, label: str, note: str) -> Values:
    return {"state": state, "number": number, "label": label, "note": note}


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'} in all"


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"

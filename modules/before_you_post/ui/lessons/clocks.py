"""From the day of discovery to the last day of every clock: the arithmetic of the audit, with numbers to try."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ...law.citation import url
from ...law.clocks import Clock, Due, dues, state_clocks
from ...photos.identifiers.us_states import STATES
from ...report import phrases
from ...report.days import in_words
from .interactive import Interactive, Values, script, style

NOTE = (
    "The law wants notice without unreasonable delay: the last day is a limit, not a goal. If you know enough on "
    "day three, tell people then. The day of discovery itself is not counted."
)
_MOST = 10_000_000  # people
_CODES = {code: name.title().replace(" Of ", " of ") for name, code in STATES.items()}
_APPLIES = {True: "yes", False: "no", None: "depends"}
_FIRST, _LAST = date(2009, 9, 23), date(2100, 1, 1)  # the duty to tell began on the first
Asked = tuple[date, int | None, tuple[str, ...]]


class NotCountedError(Exception):
    """The days cannot be counted from what was entered; the words say what to enter."""


class Clocks(Interactive):
    """A day of discovery, how many people, and where they live; every clock and its last day."""

    _esm = script("clocks")
    _css = style()

    def __init__(self, discovered: str, people: int | None = None, states: Sequence[str] = ()) -> None:
        """``discovered`` is a day as 2026-03-02, ``states`` are two-letter codes. Raises NotCountedError for others."""
        told = "" if people is None else str(people)
        super().__init__({"discovered": discovered, "people": told, "states": ", ".join(states)})
        self.answer(counted(*read(discovered, told, ", ".join(states))))

    def asked(self, content: Mapping[str, Any]) -> None:
        """``{do: "count", discovered, people, states}``, as typed."""
        if content.get("do") != "count":
            return
        try:
            asked = read(*(str(content.get(name) or "") for name in ("discovered", "people", "states")))
        except NotCountedError as error:
            self.trouble = str(error)
        else:
            self.answer(counted(*asked))


def read(discovered: str, people: str, states: str) -> Asked:
    """What was typed, understood. Raises NotCountedError with what to enter instead."""
    try:
        day = date.fromisoformat(discovered.strip())
    except ValueError:
        raise NotCountedError("Enter the day of discovery: day, month and year.") from None
    if not _FIRST <= day <= _LAST:
        raise NotCountedError("Enter a day between September 23, 2009, when this law began to hold, and the year 2100.")
    number = people.strip().replace(",", "")
    if number and not (number.isascii() and number.isdigit() and 0 < int(number[:9]) <= _MOST):
        raise NotCountedError("Enter how many people as a whole number, such as 12, or leave it empty.")
    codes = tuple(dict.fromkeys(word.upper() for word in re.split(r"[\s,;]+", states) if word))
    for code in codes:
        if code not in _CODES:
            raise NotCountedError(
                f"“{phrases.printable(code)[:20]}” is no state. Enter two letters for each, such as OH, FL."
            )
    return day, int(number) if number else None, codes


def counted(discovered: date, people: int | None, states: tuple[str, ...]) -> Values:
    """Every clock with its last day; how many live in which state is known where there is one state only."""
    residents = {states[0]: people} if len(states) == 1 and people is not None else None
    found = dues(discovered, people=people, residents=residents, states=states)
    running = [due for due in found if due.applies is not False]
    first = min(due.last_day for due in running)
    silent = [_CODES[code] for code in states if not state_clocks(code)]
    return {
        "said": f"{phrases.count(len(running), 'clock runs', 'clocks run')} or may run. "
        f"The first ends on {in_words(first)}.",
        "note": NOTE,
        "clocks": [_shown(due) for due in sorted(found, key=lambda due: due.applies is False)],
        "states": [
            f"{name}: our notes have no clock of this state. That does not mean that it has none: ask your counsel."
            for name in silent
        ],
    }


def _shown(due: Due) -> Values:
    clock = due.clock
    return {
        "last_day": due.last_day.isoformat(),
        "counted": f"{due.last_day:%A}; {clock.days} {'working ' if clock.business else ''}days from {_start(clock)}",
        "who": clock.who[:1].upper() + clock.who[1:],
        "how": clock.how[:1].upper() + clock.how[1:] + ".",
        "applies": _APPLIES[due.applies],
        "depends": _why(due),
        "citation": clock.citation,
        "url": url(clock.citation) or "",
        "tag": phrases.TAGS[clock.tag],
    }


def _start(clock: Clock) -> str:
    return "discovery" if clock.since == "discovery" else f"the {clock.since.removeprefix('the ')}"


def _why(due: Due) -> str:
    """Why a clock does not run, or what it depends on."""
    clock = due.clock
    number = _bound(clock)
    if due.applies is False:
        return f"It does not run here: it is for {number}." if number else "It does not run here."
    if due.applies is None:
        return (
            f"It depends on numbers or on what you are: ask your counsel. It is for {number}."
            if number
            else ("It depends on what you are: ask your counsel.")
        )
    return ""


def _bound(clock: Clock) -> str:
    if clock.id == "hhs-yearly":
        return "fewer than 500 people"
    if clock.more_than:
        return f"more than {clock.more_than} people of one state"
    if clock.at_least:
        return f"{clock.at_least} people or more"
    return "licensed clinics and health facilities of that state" if clock.facility else ""

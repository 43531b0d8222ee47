"""How long the law gives to tell people that something went out: each clock with its last day.

Sixty days are the outer limit, not a target: the law asks for notice "without unreasonable delay" (45 CFR 164.404(b)),
and states may give less. The clock starts on the first day on which anybody who works here knew, or would have known
with reasonable care (164.404(a)(2)). Everything here is arithmetic on days; numbers and sources stand in
``clocks.yaml``. Days are counted by the calendar, the day of discovery not among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from .dated import read

_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One duty to tell somebody in time, as ``law/clocks.yaml`` has it."""

    id: str
    who: str
    how: str
    citation: str
    tag: str  # how well it was verified
    source: str
    looked_at: date
    days: int
    since: str  # what starts it
    business: bool = False  # Monday to Friday only
    state: str | None = None  # of one state's own law
    to_state: bool = False  # the state is told, not the people
    facility: bool = False  # binds licensed facilities there, wherever their patients live
    more_than: int | None = None  # people of one state
    at_least: int | None = None  # people, of all states or of this one


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One clock of one incident. ``applies`` is None where the number of people is not known."""

    clock: Clock
    last_day: date
    applies: bool | None


def every_clock() -> tuple[Clock, ...]:
    """All clocks, as ``law/clocks.yaml`` has them."""
    return tuple(_clocks().values())


@cache
def clock(name: str) -> Clock:
    """The clock with this id. Raises KeyError for one there is not."""
    return _clocks()[name]


def individuals_due(discovered: date, delay: date | None = None) -> date:
    """The last day to tell the patients, the press and, of 500 people or more, HHS; the police may move it on."""
    last = after(discovered, clock("individuals").days)
    return max(last, delay) if delay else last


def yearly_due(discovered: date) -> date:
    """The last day to tell HHS of fewer than 500 people: 1 March, or 29 February where the year after is a leap year.

    That is sixty days after the end of the calendar year of discovery.
    """
    return after(date(discovered.year, 12, 31), clock("hhs-yearly").days)


def vendor_due(discovered: date) -> date:
    """The last day on which a vendor can tell the practice, counted from its own discovery."""
    return after(discovered, clock("vendor").days)


def delayed_until(asked: date | None, until: date | None, *, written: bool | None) -> date | None:
    """How long the police's wish delays the clocks: in writing as long as it says, spoken thirty days at most.

    ``None`` where they did not ask, or where nobody recorded what a spoken wish is counted from.
    """
    if until is None or written:
        return until
    return min(until, after(asked, clock("oral-delay").days)) if asked else None


def dues(
    discovered: date,
    *,
    people: int | None,
    residents: Mapping[str, int] | None,
    states: Iterable[str],
    delay: date | None = None,
) -> tuple[Due, ...]:
    """Every clock that runs or may run, those that end first at the beginning.

    ``states`` are the practice's own and the patients'. ``people`` and ``residents`` None = not known yet.
    """
    last = individuals_due(discovered, delay)
    most = max(residents.values(), default=0) if residents is not None else None
    media, hhs, yearly = clock("media"), clock("hhs"), clock("hhs-yearly")
    many = None if people is None else people >= (hhs.at_least or 0)
    found = [
        Due(clock=clock("individuals"), last_day=last, applies=True),
        Due(clock=media, last_day=last, applies=_media(most, people, media.more_than or 0)),
        Due(clock=hhs, last_day=last, applies=many),
        Due(clock=yearly, last_day=yearly_due(discovered), applies=None if many is None else not many),
    ]
    found += [
        Due(clock=each, last_day=_last_day(each, discovered), applies=_of_state(each, people, residents))
        for code in sorted(set(states))
        for each in state_clocks(code)
    ]
    return tuple(sorted(found, key=lambda due: (due.last_day, due.clock.id)))


def state_clocks(code: str) -> tuple[Clock, ...]:
    """The clocks of one state's own law that our notes have; none does not mean that the state has none."""
    return tuple(each for each in every_clock() if each.state == code)


def after(day: date, days: int) -> date:
    """That many calendar days later; the last day there is, where the year is so far off that nobody meant it."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def business_after(day: date, days: int) -> date:
    """That many days from Monday to Friday later. Holidays count like any day, so the true last day may come later."""
    for _ in range(days):
        day = after(day, 1)
        while day.weekday() >= _SATURDAY and day < date.max:
            day = after(day, 1)
    return day


def _last_day(each: Clock, discovered: date) -> date:
    return business_after(discovered, each.days) if each.business else after(discovered, each.days)


def _media(most: int | None, people: int | None, more_than: int) -> bool | None:
    """The press is told where more than 500 people live in one state; fewer people in all settle it too."""
    if most is not None:
        return most > more_than
    return False if people is not None and people <= more_than else None


def _of_state(each: Clock, people: int | None, residents: Mapping[str, int] | None) -> bool | None:
    """``None`` where nobody knows how many live there, or what the practice is; who is not counted lives elsewhere."""
    if each.facility:
        return None
    living = None if residents is None else residents.get(each.state or "", 0)
    least = each.at_least or 1
    if living is not None:
        return living >= least
    return False if people is not None and people < least else None


@cache
def _clocks() -> Mapping[str, Clock]:
    return {entry["id"]: Clock(**_named(entry)) for entry in read("clocks.yaml")}


def _named(entry: Mapping[str, Any]) -> dict[str, Any]:
    """``from`` is a word of the language, so the record calls it ``since``."""
    return {"since" if name == "from" else name: value for name, value in entry.items()}

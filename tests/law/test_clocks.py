"""Clocks of a breach: the last days the law gives, on any day and for any number of people."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.law.clocks import (
    after,
    business_after,
    clock,
    delayed_until,
    dues,
    individuals_due,
    state_clocks,
    vendor_due,
    yearly_due,
)
from before_you_post.law.dated import read

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 12, 31))
PEOPLE = st.integers(min_value=0, max_value=5000)
RESIDENTS = st.dictionaries(st.sampled_from(["CA", "FL", "TX", "OH"]), st.integers(0, 2000), max_size=4)


def applying(day: date, people: int | None, residents: dict[str, int] | None, *states: str) -> dict[str, bool | None]:
    return {due.clock.id: due.applies for due in dues(day, people=people, residents=residents, states=states)}


def test_the_numbers_are_those_of_the_notes() -> None:
    numbers = {each["id"]: (each["days"], each.get("more_than"), each.get("at_least")) for each in read("clocks.yaml")}
    assert numbers == {
        "individuals": (60, None, None),
        "media": (60, 500, None),
        "hhs": (60, None, 500),
        "hhs-yearly": (60, None, None),
        "vendor": (60, None, None),
        "oral-delay": (30, None, None),
        "substitute": (90, None, 10),
        "fl-individuals": (30, None, None),
        "fl-state": (30, None, 500),
        "tx-individuals": (60, None, None),
        "tx-state": (30, None, 250),
        "ca-clinic": (15, None, None),
    }


@pytest.mark.parametrize("name", [each["id"] for each in read("clocks.yaml")])
def test_a_clock_says_where_it_was_read_and_when(name: str) -> None:
    each = clock(name)
    assert each.tag in {"V1", "V2", "U"}
    assert each.source
    assert each.citation
    assert each.looked_at <= date(2026, 12, 31)
    assert each.tag != "V1" or each.state is None, "no state's own law was read in its official text"


@pytest.mark.parametrize(
    ("discovered", "last"),
    [
        (date(2026, 6, 1), date(2026, 7, 31)),
        (date(2026, 1, 1), date(2026, 3, 2)),
        (date(2028, 1, 1), date(2028, 3, 1)),  # a leap year
        (date(2026, 12, 31), date(2027, 3, 1)),
    ],
)
def test_patients_are_told_within_sixty_days(discovered: date, last: date) -> None:
    assert individuals_due(discovered) == last
    assert vendor_due(discovered) == last


@pytest.mark.parametrize(
    ("discovered", "last"),
    [
        (date(2026, 1, 1), date(2027, 3, 1)),
        (date(2026, 12, 31), date(2027, 3, 1)),
        (date(2027, 6, 1), date(2028, 2, 29)),  # the year after is a leap year
    ],
)
def test_a_few_people_are_told_to_hhs_after_the_year(discovered: date, last: date) -> None:
    assert yearly_due(discovered) == last


@given(DAYS)
def test_the_yearly_day_is_the_first_of_march_or_the_last_of_february(discovered: date) -> None:
    due = yearly_due(discovered)
    assert due.year == discovered.year + 1
    assert (due.month, due.day) in {(3, 1), (2, 29)}
    assert due >= individuals_due(discovered) or discovered.month == 12


@given(DAYS, DAYS)
def test_the_clock_of_a_later_discovery_never_ends_earlier(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert individuals_due(first) <= individuals_due(second)
    assert yearly_due(first) <= yearly_due(second)
    assert business_after(first, 15) <= business_after(second, 15)


@given(DAYS, st.integers(0, 60))
def test_business_days_end_on_no_weekend_and_hold_that_many_of_them(day: date, days: int) -> None:
    last = business_after(day, days)
    between = [day + timedelta(each) for each in range(1, (last - day).days + 1)]
    assert sum(each.weekday() < 5 for each in between) == days
    assert days == 0 or last.weekday() < 5


@given(DAYS, DAYS, DAYS)
def test_a_spoken_wish_of_the_police_delays_thirty_days_at_most_and_never_shortens(
    discovered: date, asked: date, until: date
) -> None:
    spoken = delayed_until(asked, until, written=False)
    assert spoken is not None
    assert spoken == min(until, asked + timedelta(30))
    assert delayed_until(asked, until, written=None) == spoken
    assert delayed_until(asked, until, written=True) == until
    assert individuals_due(discovered, spoken) == max(individuals_due(discovered), spoken)


def test_without_a_wish_or_its_day_nothing_is_delayed() -> None:
    assert delayed_until(None, None, written=True) is None
    assert delayed_until(None, date(2026, 9, 1), written=False) is None
    assert delayed_until(None, date(2026, 9, 1), written=True) == date(2026, 9, 1)


@pytest.mark.parametrize(("people", "many"), [(499, False), (500, True), (501, True), (0, False)])
def test_five_hundred_people_are_many_for_hhs(people: int, many: bool) -> None:
    found = applying(date(2026, 6, 1), people, None)
    assert (found["hhs"], found["hhs-yearly"]) == (many, not many)


@pytest.mark.parametrize(
    ("people", "residents", "told"),
    [
        (600, {"CA": 500, "NV": 100}, False),
        (501, {"CA": 501}, True),
        (500, None, False),  # five hundred are not more than five hundred
        (501, None, None),
        (None, None, None),
    ],
)
def test_the_press_is_told_of_more_than_five_hundred_people_of_one_state(
    people: int | None, residents: dict[str, int] | None, told: bool | None
) -> None:
    assert applying(date(2026, 6, 1), people, residents)["media"] is told


def test_nobody_knows_what_applies_while_nobody_knows_how_many() -> None:
    assert applying(date(2026, 6, 1), None, None, "FL") == {
        "individuals": True,
        "media": None,
        "hhs": None,
        "hhs-yearly": None,
        "fl-individuals": None,
        "fl-state": None,
    }


@given(DAYS, st.none() | PEOPLE, st.none() | RESIDENTS)
def test_hhs_is_told_once_and_the_list_is_in_order(
    day: date, people: int | None, residents: dict[str, int] | None
) -> None:
    found = dues(day, people=people, residents=residents, states=("TX", "FL", "FL"))
    assert [due.last_day for due in found] == sorted(due.last_day for due in found)
    assert len({due.clock.id for due in found}) == len(found)
    applies = {due.clock.id: due.applies for due in found}
    assert (applies["hhs"] is None) == (people is None)
    assert people is None or applies["hhs"] is not applies["hhs-yearly"]


@given(DAYS, PEOPLE, RESIDENTS, RESIDENTS)
def test_more_people_never_free_from_a_duty(
    day: date, people: int, residents: dict[str, int], more: dict[str, int]
) -> None:
    added = {state: residents.get(state, 0) + more.get(state, 0) for state in {*residents, *more}}
    few = applying(day, people, residents, "FL", "TX", "CA")
    many = applying(day, people + sum(more.values()), added, "FL", "TX", "CA")
    assert [name for name in few if few[name] and not many[name] and name != "hhs-yearly"] == []


def test_a_state_counts_its_own_people() -> None:
    found = applying(date(2026, 6, 1), 900, {"TX": 249, "FL": 500, "OH": 151}, "TX", "FL")
    assert (found["tx-state"], found["fl-state"]) == (False, True)
    assert (found["tx-individuals"], found["fl-individuals"]) == (True, True)
    assert applying(date(2026, 6, 1), 900, {"TX": 250}, "TX", "FL") | {"fl-individuals": False, "tx-state": True} == (
        applying(date(2026, 6, 1), 900, {"TX": 250}, "TX", "FL")
    )


def test_a_state_without_a_clock_in_our_notes_has_none() -> None:
    assert state_clocks("OH") == ()
    assert {each.id for each in state_clocks("FL")} == {"fl-individuals", "fl-state"}


def test_fifteen_business_days_are_three_weeks() -> None:
    found = {due.clock.id: due.last_day for due in dues(date(2026, 6, 1), people=1, residents=None, states=("CA",))}
    assert found["ca-clinic"] == date(2026, 6, 22)


def test_a_day_at_the_end_of_time_stops_nothing() -> None:
    assert after(date.max, 60) == date.max
    assert business_after(date.max, 15) == date.max
    assert individuals_due(date.max) == yearly_due(date.max) == date.max


@given(DAYS, st.none() | PEOPLE, st.none() | RESIDENTS)
def test_a_clock_of_licensed_facilities_asks_a_person_whatever_the_number(
    day: date, people: int | None, residents: dict[str, int] | None
) -> None:
    assert applying(day, people, residents, "CA")["ca-clinic"] is None

"""A patient's request has a last day, and one letter in time moves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.records import Papers, RequestKind
from before_you_post.rules.cases.clean_papers import ACCESS, AMENDMENT
from before_you_post.rules.conditions.asked import asked_for, last_day, late, undated

DAY = date(2026, 11, 22)
RECEIVED = date(2026, 5, 4)
DAYS = st.dates(RECEIVED, date(2026, 12, 31))


@pytest.mark.parametrize(
    ("extended", "last"),
    [
        (None, date(2026, 6, 3)),
        (date(2026, 6, 3), date(2026, 7, 3)),
        (date(2026, 6, 4), date(2026, 6, 3)),  # the letter came too late
    ],
)
def test_a_letter_within_the_first_term_moves_the_last_day(extended: date | None, last: date) -> None:
    assert last_day(replace(ACCESS, extended_on=extended), 30, 30) == last


def test_without_the_day_it_came_in_nobody_can_tell() -> None:
    request = replace(ACCESS, received_on=None)
    assert last_day(request, 30, 30) is None
    assert late(request, None, DAY) is None
    assert undated((request, AMENDMENT)) == ["R-04"]


@given(DAYS, DAYS)
def test_an_answer_is_late_after_the_last_day_and_at_no_other_time(answered: date, last: date) -> None:
    told = late(replace(ACCESS, answered_on=answered), last, date(2027, 1, 1))
    assert (told is not None) is (answered > last)


@given(DAYS, DAYS)
def test_as_long_as_there_is_no_answer_it_is_late_once_the_last_day_is_over(last: date, today: date) -> None:
    told = late(replace(ACCESS, answered_on=None), last, today)
    assert (told is not None) is (today > last)
    assert told is None or "is not answered" in told


def test_an_answer_still_to_come_is_no_answer() -> None:
    request = replace(ACCESS, answered_on=DAY + timedelta(days=1))
    assert late(request, date(2026, 6, 3), DAY) == (
        "R-04 came in on 2026-05-04 and is not answered, the last day was 2026-06-03"
    )


def test_requests_are_asked_about_by_kind_while_their_papers_are_kept() -> None:
    old = replace(ACCESS, request="R-01", received_on=date(2020, 11, 21))
    kept = replace(ACCESS, request="R-02", received_on=date(2020, 11, 22))
    coming = replace(ACCESS, request="R-06", received_on=date(2026, 11, 23))
    undated_one = replace(ACCESS, request="R-07", received_on=None)
    papers = Papers(requests=(old, kept, coming, undated_one, AMENDMENT))
    assert [one.request for one in asked_for(papers, RequestKind.ACCESS, DAY)] == ["R-02", "R-07"]
    assert asked_for(papers, RequestKind.AMENDMENT, DAY) == (AMENDMENT,)
    assert asked_for(Papers(), RequestKind.ACCESS, DAY) == ()

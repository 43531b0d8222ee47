"""Dates finer than a year are found; intervals, prices and the practice's own dates are not taken for them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.photos.identifiers.dates import find_dates
from before_you_post.records import IdentifierKind


def dates(text: str, *, in_picture: bool = False, posted: date | None = None) -> list[str]:
    found = find_dates(text, in_picture=in_picture, posted=posted)
    return [text[hit.start : hit.end] for hit in found if not hit.own]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("seen 2026-06-03 again", "2026-06-03"),
        ("6/3/2026", "6/3/2026"),
        ("6/3/26", "6/3/26"),
        ("3.6.2026", "3.6.2026"),
        ("IMG_20260603_101500.jpg", "20260603"),
        ("x06032026y", "06032026"),
        ("June 3rd", "June 3rd"),
        ("on june 3, 2026 she", "june 3, 2026"),
        ("3 June 2026", "3 June 2026"),
        ("the 3rd of June", "3rd of June"),
        ("in June 2026", "June 2026"),
        ("Nov. '25", "Nov. '25"),
        ("2026-06", "2026-06"),
        ("May 6", "May 6"),
        ("on may 6th", "may 6th"),
    ],
)
def test_a_date_is_found_in_every_spelling(text: str, found: str) -> None:
    assert dates(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "six months after",
        "day 14 post-op",
        "week 2, 24/7",
        "in 2026",
        "from 2024 to 2026",
        "you may 2 days later",
        "June 3 months",
        "10-20-30 mg",
        "1.2.3",
        "123456",
        "99/99/2026",
        "10:15",
        "4th of July",
        "December 25",
        "12/34",
        "June",
        "1850-01-01",
    ],
)
def test_what_is_no_date_or_nobodys_is_left_alone(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Book before June 30 and save",
        "open house on Thursday, October 8th",
        "offer ends 6/30/2026",
        "June 30: last day of our sale",
        "We are closed December 26",
        "Published June 3, 2026",
    ],
)
def test_the_practices_own_dates_are_set_aside(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    "text", ["Surgery on June 3", "date of service: 6/3/26", "photo taken 2026-06-03", "DOS 060326", "visit: 3 June"]
)
def test_a_date_on_which_something_was_done_is_sure(text: str) -> None:
    [hit] = find_dates(text)
    assert (hit.kind, hit.whole, hit.own) == (IdentifierKind.DATE, True, False)


def test_a_date_alone_may_be_anybodys() -> None:
    [hit] = find_dates("Sunday, June 7, at the lake")
    assert not hit.whole


def test_a_birth_date_of_nobody_on_the_roster_is_one_all_the_same() -> None:
    [hit] = find_dates("DOB: 3/14/62")
    assert (hit.kind, hit.whole) == (IdentifierKind.BIRTH_DATE, True)


def test_the_day_of_the_post_is_known_to_everybody() -> None:
    assert dates("2026-06-03-lips.jpg", posted=date(2026, 6, 3)) == []
    assert dates("2026-06-02-lips.jpg", posted=date(2026, 6, 3)) == ["2026-06-02"]


def test_short_dates_count_where_cameras_and_labels_write_them() -> None:
    assert dates("06.03.26", in_picture=True) == ["06.03.26"]
    assert dates("06.03.26") == []


@given(st.text(alphabet="0123456789/-. 'JuneMayofth,st", max_size=60) | st.text(max_size=60), st.booleans())
def test_no_text_raises_and_no_two_dates_share_a_letter(text: str, in_picture: bool) -> None:
    end = 0
    for hit in sorted(find_dates(text, in_picture=in_picture), key=lambda one: one.start):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end

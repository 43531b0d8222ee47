"""Ages over 89 are found however they are written; groups, things and percentages are not."""

from __future__ import annotations

import pytest

from before_you_post.photos.identifiers.ages import find_ages


def ages(text: str) -> list[tuple[str, bool]]:
    return [(text[hit.start : hit.end], hit.whole) for hit in find_ages(text) if not hit.own]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a 92-year-old woman", "92-year-old"),
        ("92 years old", "92 years old"),
        ("92yo", "92yo"),
        ("She is 101 y/o", "101 y/o"),
        ("92_year_old_facelift.jpg", "92_year_old"),
        ("aged 91", "aged 91"),
        ("Age: 93", "Age: 93"),
        ("her 95th birthday", "her 95th birthday"),
        ("ninety-two years young", "ninety-two years young"),
        ("exactly 90 years old", "90 years old"),
    ],
)
def test_an_age_over_89_is_surely_a_persons(text: str, found: str) -> None:
    assert ages(text) == [(found, True)]


def test_what_turned_ninety_may_be_anything() -> None:
    assert ages("turned 95 last week") == [("turned 95", False)]


@pytest.mark.parametrize(
    "text",
    [
        "89 years old",
        "a 45-year-old",
        "90 or older",
        "aged 90+",
        "age 90 and over",
        "over 90 years old",
        "a 100-year-old technique",
        "$95 years",
        "aged 95%",
        "at 95 mm",
        "150 years old",
        "ages 18 to 95",
        "in her 90s",
    ],
)
def test_what_may_be_told_is_left_alone(text: str) -> None:
    assert ages(text) == []

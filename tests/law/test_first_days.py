"""A law is asked from its first day on, and the day is told alike wherever it stands."""

from __future__ import annotations

from datetime import date

import pytest

from before_you_post.law.dated import read
from before_you_post.law.figures import every_figure
from before_you_post.law.first_days import first_day


def test_the_days_are_those_of_our_notes() -> None:
    assert first_day("ftc-reviews-rule") == date(2024, 10, 21)
    assert first_day("ny-synthetic-performer") == date(2026, 6, 9)


def test_an_amount_and_its_law_begin_on_one_day() -> None:
    [amount] = [figures for figures in every_figure() if figures.id == "ny-synthetic-performer"]
    assert amount.since == first_day("ny-synthetic-performer")


def test_a_law_that_is_not_there_has_no_first_day() -> None:
    with pytest.raises(KeyError):
        first_day("a law nobody noted")


def test_every_entry_says_what_it_is_and_how_well_it_was_verified() -> None:
    entries = read("first_days.yaml")
    assert len({entry["id"] for entry in entries}) == len(entries)
    assert all(entry["about"] and set(entry["tag"].split("/")) <= {"V1", "V2", "U"} for entry in entries)

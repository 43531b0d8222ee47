"""A figure is told only for the days on which our notes know it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from before_you_post.law.figures import every_figure, figures_in_force
from before_you_post.law.notes import looked_at


def ids(on: date) -> set[str]:
    return {figures.id for figures in figures_in_force(on)}


def test_hipaas_penalties_hold_from_the_day_of_the_new_amounts_and_not_before() -> None:
    assert "hipaa-civil" not in ids(date(2026, 1, 27))
    assert "hipaa-civil" in ids(date(2026, 1, 28))


def test_the_four_tiers_are_those_of_2026() -> None:
    [civil] = [figures for figures in figures_in_force(date(2026, 11, 22)) if figures.id == "hipaa-civil"]
    assert [(tier.least, tier.most, tier.year_cap, tier.year_cap_by_discretion) for tier in civil.amounts] == [
        (145, 73_011, 2_190_294, 36_505),
        (1_461, 73_011, 2_190_294, 146_053),
        (14_602, 73_011, 2_190_294, 365_052),
        (73_011, 2_190_294, 2_190_294, 2_190_294),
    ]


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (date(2024, 10, 20), set()),
        (date(2024, 10, 21), {"ftc-civil-2024"}),
        (date(2024, 12, 31), {"ftc-civil-2024"}),
        (date(2025, 1, 15), set()),  # the new amount came some day of this month
        (date(2025, 2, 1), {"ftc-civil-2025"}),
    ],
)
def test_of_two_amounts_none_is_told_for_the_days_between(on: date, told: set[str]) -> None:
    assert {each for each in ids(on) if each.startswith("ftc-")} == told


def test_an_amount_whose_first_day_is_not_known_is_not_told_for_days_before_we_looked() -> None:
    undated = {figures.id for figures in every_figure() if figures.since is None}
    assert undated
    assert undated <= ids(looked_at().on)
    assert undated & ids(looked_at().on - timedelta(days=1)) == set()


def test_every_figure_says_how_well_it_was_verified_and_names_an_amount() -> None:
    every = every_figure()
    assert len({figures.id for figures in every}) == len(every)
    for figures in every:
        assert set(figures.tag.split("/")) <= {"V1", "V2", "U"}
        assert figures.source
        assert figures.amounts
        for amount in figures.amounts:
            assert (amount.least, amount.most) != (None, None)
            assert (amount.least or 0) <= (amount.most or amount.least or 0)

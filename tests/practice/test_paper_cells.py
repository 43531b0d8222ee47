"""Cells with several things, with a number, or with the word “none” are read as what they say, or refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.inputs.cells import DATE, Kind, one_of
from before_you_post.practice.paper_cells import DATES, GRADE, LIST, POINTS, SOMEBODY, WHOLE_DAYS, known_or_own, several
from before_you_post.records import PhotoPlace

PLACE = known_or_own(PhotoPlace, {"email": PhotoPlace.EMAIL})


@pytest.mark.parametrize("word", ["none", "None", "NOTHING", "nobody", "no"])
def test_none_says_that_somebody_looked_and_found_nothing(word: str) -> None:
    assert LIST.read(word) == ()
    assert SOMEBODY.read(word) is None


@pytest.mark.parametrize("kind", [LIST, DATES, several(DATE)])
def test_a_cell_of_separators_says_nothing(kind: Kind) -> None:
    assert kind.read(" ; ;") is None


@pytest.mark.parametrize("kind", [LIST, DATES, several(one_of(PhotoPlace))])
def test_none_beside_something_else_is_refused(kind: Kind) -> None:
    with pytest.raises(ValueError):
        kind.read("cameras; none")


@pytest.mark.parametrize("kind", [LIST, DATES, SOMEBODY])
def test_unknown_is_an_answer_and_yes_is_not(kind: Kind) -> None:
    assert kind.read("Unknown") is None
    for cell in ("yes", "N/A", "-"):
        with pytest.raises(ValueError):
            kind.read(cell)


def test_somebody_has_a_name() -> None:
    assert SOMEBODY.read("Larkfield Devices Inc.") == "Larkfield Devices Inc."


@pytest.mark.parametrize("cell", ["2026-02-03; January 5, 2025", "1/5/2025\n2026-02-03;2026-02-03"])
def test_days_come_in_their_order_and_once(cell: str) -> None:
    assert DATES.read(cell) == (date(2025, 1, 5), date(2026, 2, 3))


@pytest.mark.parametrize("cell", ["2026-02-03; soon", "46176", "2026"])
def test_one_day_in_doubt_refuses_the_cell(cell: str) -> None:
    with pytest.raises(ValueError):
        DATES.read(cell)


@pytest.mark.parametrize(("cell", "points"), [("12", 12), ("14 pt", 14), ("10.5", 10.5), ("8-point", 8), ("9pts.", 9)])
def test_a_size_of_type_is_in_points(cell: str, points: float) -> None:
    assert POINTS.read(cell) == points


@pytest.mark.parametrize(("cell", "grade"), [("8", 8), ("Grade 9", 9), ("8th grade", 8), ("7.5", 7.5), ("10th", 10)])
def test_a_school_grade_is_a_number(cell: str, grade: float) -> None:
    assert GRADE.read(cell) == grade


@pytest.mark.parametrize(
    ("cell", "days"), [("10", 10), ("5 days", 5), ("1 day", 1), ("60 Calendar Days", 60), ("0", 0)]
)
def test_a_number_of_days_is_whole(cell: str, days: int) -> None:
    assert WHOLE_DAYS.read(cell) == days


@pytest.mark.parametrize("cell", ["soon", "1.5", "-3", "2 weeks", "1000", "\u0661\u0660"])
def test_what_is_no_number_of_days_is_refused(cell: str) -> None:
    with pytest.raises(ValueError):
        WHOLE_DAYS.read(cell)


@pytest.mark.parametrize(
    ("kind", "cell"),
    [(POINTS, "0"), (POINTS, "201"), (POINTS, "small"), (POINTS, "12 px"), (GRADE, "college"), (GRADE, "31")],
)
def test_a_number_out_of_its_range_is_refused(kind: Kind, cell: str) -> None:
    with pytest.raises(ValueError):
        kind.read(cell)


@given(st.floats(1, 200).map(lambda number: round(number, 2)))
def test_a_number_is_read_as_it_is_written(number: float) -> None:
    assert POINTS.read(f"{number}") == number


@pytest.mark.parametrize(
    ("cell", "place"), [("Memory cards", PhotoPlace.CARDS), ("EMAIL", PhotoPlace.EMAIL), ("fax machine", "fax machine")]
)
def test_words_of_ones_own_stand_beside_those_we_know(cell: str, place: str) -> None:
    assert PLACE.read(cell) == place


@pytest.mark.parametrize("cell", ["memory crads", "camerass", "two\nlines"])
def test_a_slip_is_not_taken_for_words_of_ones_own(cell: str) -> None:
    with pytest.raises(ValueError):
        PLACE.read(cell)


@given(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1))
def test_days_are_read_as_they_are_written(days: list[date]) -> None:
    assert DATES.read("; ".join(map(str, days))) == tuple(sorted(set(days)))


@pytest.mark.parametrize("kind", [LIST, DATES, SOMEBODY, POINTS, GRADE, WHOLE_DAYS, PLACE, several(PLACE)])
@given(cell=st.text(max_size=40))
def test_whatever_stands_there_is_read_or_refused(kind: Kind, cell: str) -> None:
    try:
        kind.read(cell)
    except ValueError:
        return

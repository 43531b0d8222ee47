"""Several things are told in one sentence."""

from __future__ import annotations

import pytest

from before_you_post.rules.conditions.several import MOST, counted, told


@pytest.mark.parametrize(
    ("things", "words"),
    [(["S-01"], "S-01"), (["S-01", "S-02"], "S-01 and S-02"), (["a", "b", "c"], "a, b and c")],
)
def test_a_few_things_are_all_told(things: list[str], words: str) -> None:
    assert told(things) == words


def test_of_many_things_the_first_are_told_and_how_many_more_there_are() -> None:
    many = [str(number) for number in range(MOST + 2)]
    assert told(many) == "0, 1, 2, 3, 4, 5, 6, 7 and 2 more"
    assert told(many[:MOST]) == "0, 1, 2, 3, 4, 5, 6 and 7"


def test_a_number_has_its_noun() -> None:
    assert (counted(1, "day"), counted(0, "day"), counted(31, "day")) == ("1 day", "0 days", "31 days")

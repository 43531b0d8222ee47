"""A clinic's everyday lines hide nobody; a name does not become ordinary by standing beside them."""

from __future__ import annotations

import pytest

from before_you_post.photos.identifiers.ordinary import ORDINARY, is_ordinary, never_a_name


@pytest.mark.parametrize(
    "line",
    [
        "Before",
        "AFTER",
        "12 weeks post-op",
        "3/4 view",
        "2 cm",
        "Right Lateral",
        "1 2 3 4 5",
        "Individual results may vary",
        "—",
    ],
)
def test_these_lines_are_ordinary(line: str) -> None:
    assert is_ordinary(line)


@pytest.mark.parametrize("line", ["Before Ottoline", "1234", "Ward 3", "EXIT", "Mrs P", "QD-4217"])
def test_these_lines_are_not(line: str) -> None:
    assert not is_ordinary(line)


def test_every_word_of_the_list_is_written_as_it_compares() -> None:
    for words in ORDINARY.values():
        assert words == " ".join(words.lower().split())


def test_states_months_and_treatments_are_never_a_name() -> None:
    assert {"ohio", "carolina", "june", "botox", "left", "rose"} <= never_a_name()
    assert "ottoline" not in never_a_name()

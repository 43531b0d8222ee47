"""A name that is on no roster is found by the words that introduce it, and by nothing else."""

from __future__ import annotations

import pytest

from before_you_post.photos.identifiers.strangers import find_strangers


def strangers(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in find_strangers(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Meet Gwendolyn, one year after", "Gwendolyn"),
        ("thank you Marisol Quade-Venn for your trust", "Marisol Quade-Venn"),
        ("our lovely patient Marisol could not", "Marisol"),
        ("Mrs. Pettigrew came in", "Pettigrew"),
        ("Gwendolyn's results", "Gwendolyn"),
    ],
)
def test_an_introduced_name_is_found(text: str, name: str) -> None:
    assert strangers(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Meet our team",
        "Meet Dr. Quillon",
        "Botox's results",
        "Thank you Ohio",
        "Happy Mother's Day",
        "Gwendolyn Court Plaza",
        "patient satisfaction",
        "Laser's new look",
        "meet us there",
    ],
)
def test_capitals_alone_are_no_name(text: str) -> None:
    assert strangers(text) == []

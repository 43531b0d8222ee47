"""Telephone numbers are found as people write them; sizes, prices and dates are none."""

from __future__ import annotations

import pytest

from before_you_post.photos.identifiers.phones import find_phones


def phones(text: str) -> list[tuple[str, bool]]:
    return [(text[hit.start : hit.end], hit.whole) for hit in find_phones(text)]


@pytest.mark.parametrize(
    "number",
    [
        "614-555-0142",
        "(614) 555-0142",
        "614.555.0142",
        "+1 614 555 0142",
        "6145550142",
        "614–555–0142",
        "+49 30 901820",
    ],
)
def test_a_number_is_found_in_every_spelling(number: str) -> None:
    assert phones(f"ring {number} now") == [(number, False)]


def test_a_short_number_needs_a_word_before_it() -> None:
    assert phones("call 555-0142") == [("555-0142", False)]
    assert phones("size 555-0142") == []


@pytest.mark.parametrize("text", ["Cell: 614-555-0142", "her phone 614-555-0142", "Home phone\n614-555-0142"])
def test_a_label_makes_it_a_persons(text: str) -> None:
    assert phones(text) == [("614-555-0142", True)]


@pytest.mark.parametrize(
    "text", ["$614 555 0142", "1550/1927", "2026-06-03", "123-45-6789", "100-200-3000-4000", "12345"]
)
def test_other_numbers_are_no_telephone(text: str) -> None:
    assert phones(text) == []

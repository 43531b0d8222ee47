"""Words that promise too much are found as whole words, and not where a text denies them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.rules.conditions.claims import promises, superiority, vanity_or_fear


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Satisfaction guaranteed.", ("guaranteed",)),
        ("100% safe and 100 % effective", ("100% safe", "100 % effective")),
        ("Zero side\n effects, no downtime", ("Zero side effects", "no downtime")),
        ("A risk-free, painless miracle", ("risk-free", "painless", "miracle")),
        ("You’ll look ten years younger", ("You’ll look ten years younger",)),
        ("Guaranteed! GUARANTEED!", ("Guaranteed",)),
        ("We cannot guarantee a result.", ()),
        ("There is no guarantee, and nothing is permanent.", ()),
        ("Nobody can guarantee this; it isn’t permanent.", ()),
        ("Our accuracy and a procurement", ()),  # "cure" in the middle of a word
        ("Talk to us about risks and side effects.", ()),
        ("", ()),
    ],
)
def test_promises(text: str, found: tuple[str, ...]) -> None:
    assert promises(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The best surgeon in town", ("The best surgeon",)),
        ("#1 injector, second to none", ("#1 injector", "second to none")),
        ("Your best results", ("Your best results",)),
        ("World-class care, better than any other clinic", ("World-class", "better than any other clinic")),
        ("The best thing I ever did", ()),
        ("Best regards", ()),
        ("We are not the best clinic for that", ()),
    ],
)
def test_ranks(text: str, found: tuple[str, ...]) -> None:
    assert superiority(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call before it’s too late", ("before it’s too late",)),
        ("Stop hiding! Be the envy of your friends", ("Stop hiding", "the envy of")),
        ("It is never too late to ask", ()),
    ],
)
def test_appeals_to_vanity_and_fear(text: str, found: tuple[str, ...]) -> None:
    assert vanity_or_fear(text) == found


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_promise_is_found_in_whatever_stands_around_it(before: str, after: str) -> None:
    assert any(found.casefold() == "guaranteed" for found in promises(f"{before}. Guaranteed! {after}"))

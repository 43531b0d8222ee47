"""Words that differ in one letter find each other; others do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.photos.identifiers.spelling import NearlyAlike

VOCABULARY = NearlyAlike(("ottoline", "featherstone", "featherstein", "gonzales"))


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("ottoline", "ottoline"),
        ("otoline", "ottoline"),
        ("ottolline", "ottoline"),
        ("ottolime", "ottoline"),
        ("gonzalez", "gonzales"),
        ("fetherstone", "featherstone"),
    ],
)
def test_one_letter_more_fewer_or_other_is_nearly_alike(word: str, found: str) -> None:
    assert VOCABULARY.to(word)[-1:] == (found,)


@pytest.mark.parametrize("word", ["toline", "", "feather", "gonzo", "a" * 1000])
def test_other_words_are_not(word: str) -> None:
    assert VOCABULARY.to(word) == ()


@given(st.lists(st.text(min_size=8, max_size=50), max_size=5), st.data())
def test_a_word_is_found_though_one_letter_is_missing(words: list[str], data: st.DataObject) -> None:
    for word in words:
        gap = data.draw(st.integers(0, len(word) - 1))
        if len(word) <= 40:
            assert word in NearlyAlike(words).to(word[:gap] + word[gap + 1 :])

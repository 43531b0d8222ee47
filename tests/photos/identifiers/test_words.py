"""Names are split where people split them and compared without accents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.photos.identifiers.words import folded, tokens, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("OttolineFeatherstone_before-2.jpg", ("ottoline", "featherstone", "before", "2", "jpg")),
        ("ottoline%20", ("ottoline", "20")),
        ("Ottoline Féatherstone’s nose", ("ottoline", "featherstone", "nose")),
        ("Anne O'Brien", ("anne", "obrien")),
        ("IMGFile2026x", ("img", "file", "2026", "x")),
        ("Søren Łukasz", ("soren", "lukasz")),
        ("", ()),
    ],
)
def test_a_text_falls_into_these_words(text: str, found: tuple[str, ...]) -> None:
    assert tokens(text) == found


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    for word in words(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.folded
        assert folded(text[word.start : word.end]).startswith(word.folded[:1])

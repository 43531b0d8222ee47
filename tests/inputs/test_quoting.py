"""Words of strangers are quoted short and harmless."""

from __future__ import annotations

from before_you_post.inputs.quoting import counted, listed, quoted


def test_a_quotation_is_short_and_printable() -> None:
    assert quoted("O'Brien") == '"O\'Brien"'
    assert quoted("x" * 100) == "'" + "x" * 60 + "…'"
    assert quoted("\u202eevil\n").isprintable()


def test_a_list_says_how_many_more_there_are() -> None:
    assert listed(["a", "b"]) == "'a', 'b'"
    assert listed(["a", "b", "c", "d", "e"]) == "'a', 'b', 'c' and 2 more"


def test_a_count_agrees_with_its_noun() -> None:
    assert (counted(1, "photo"), counted(2, "photo"), counted(0, "entry", "entries")) == (
        "1 photo",
        "2 photos",
        "0 entries",
    )

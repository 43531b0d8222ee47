"""Cells are read as what they say, or refused; nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest

from before_you_post.inputs.cells import DATE, PROSE, TEXT, WORDS, YES_NO, clean, one_of
from before_you_post.records import SignerRole


@pytest.mark.parametrize(
    "cell",
    [
        *("2026-06-03", "2026/6/3", "2026-06-03 00:00:00", "2026-06-03T10:15:00Z", "6/3/2026", "06/03/2026 10:15 AM"),
        *("3 June 2026", "3 Jun 2026", "3rd June 2026", "3-Jun-2026", "June 3, 2026", "jun. 3 2026", "46176"),
    ],
)
def test_a_date_without_doubt_is_read(cell: str) -> None:
    assert DATE.read(cell) == date(2026, 6, 3)


@pytest.mark.parametrize(
    "cell",
    [
        *("03/04/25", "13/06/2026", "2026-02-30", "31.12.2026", "3 Juno 2026", "June 2026", "2026", "9999", "3-6-2026"),
        *("yes", "1826-06-03", "٣ June 2026", "2026-06/03", "3-Jun-26", "461760", "-1", "June 3, 2026 or later"),
    ],
)
def test_a_date_in_doubt_is_refused(cell: str) -> None:
    with pytest.raises(ValueError):
        DATE.read(cell)


@pytest.mark.parametrize(("cell", "value"), [("Yes", True), ("y", True), ("✓", True), ("NO", False), ("0", False)])
def test_yes_and_no_have_several_spellings(cell: str, value: bool) -> None:
    assert YES_NO.read(cell) is value


def test_unknown_is_an_answer_but_perhaps_is_not() -> None:
    assert YES_NO.read("unknown") is None
    with pytest.raises(ValueError):
        YES_NO.read("perhaps")


def test_one_of_a_few_words_is_read_without_regard_to_capitals() -> None:
    kind = one_of(SignerRole)

    assert kind.read("Parent") is SignerRole.PARENT
    assert "guardian" in kind.expected
    with pytest.raises(ValueError):
        kind.read("uncle")


def test_words_are_separated_by_semicolons_and_line_breaks_only() -> None:
    assert WORDS.read("Zoë; Ann-Marie ;;de la Cruz, Ana\nZ") == ("Zoë", "Ann-Marie", "de la Cruz, Ana", "Z")


@pytest.mark.parametrize("kind", [TEXT, PROSE, WORDS])
def test_an_error_of_excel_is_no_text(kind: object) -> None:
    with pytest.raises(ValueError):
        kind.read("#N/A")  # type: ignore[attr-defined]


def test_several_lines_are_prose_but_not_a_name() -> None:
    assert PROSE.read("one\ntwo") == "one\ntwo"
    with pytest.raises(ValueError):
        TEXT.read("Ann\nP2")


def test_a_clean_cell_has_one_spelling_of_accents_and_no_blanks_around_it() -> None:
    assert clean("\ufeff\u00a0 Zoe\u0308 ") == "Zoë"
    assert clean('="007"') == "007"
    assert clean("=1+1") == "=1+1"

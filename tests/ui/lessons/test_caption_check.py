"""A caption and the scanner of the audit: hits are marked in order, and silence is told honestly."""

from __future__ import annotations

from before_you_post.ui.lessons.caption_check import LONGEST, NOTHING, CaptionCheck, found_in
from trying import ask

CAPTION = "Thank you Oriane Vanterpool! Seen on March 3, 2026.\nAge 91, MRN QF-204417."


def test_names_dates_ages_and_numbers_are_found_in_the_order_of_the_text() -> None:
    found = found_in(CAPTION)["found"]
    assert [one["kind"] for one in found] == ["Patient's name", "Date", "Age over 89", "Medical record number"]
    assert "patient P-101" in found[0]["sure"]


def test_a_first_name_a_day_and_a_town_are_told_as_a_question_for_a_person() -> None:
    found = found_in("Cassius from Columbus came to us on June 3.")["found"]
    assert [one["kind"] for one in found] == ["Patient's name", "Place", "Date"]
    assert all(one["sure"].startswith("May be one; a person decides.") for one in found)


def test_the_marked_parts_put_together_are_the_caption_again() -> None:
    parts = found_in(CAPTION)["parts"]
    assert "".join(part["words"] for part in parts) == CAPTION
    assert [part["words"] for part in parts if part["found"] == 2] == ["March 3, 2026"]


def test_finding_nothing_is_told_as_proving_nothing() -> None:
    shown = found_in("Results differ from person to person.")
    assert shown["found"] == []
    assert shown["said"] == NOTHING
    assert "proves nothing" in NOTHING


def test_an_empty_caption_asks_for_words() -> None:
    assert found_in("  \n")["said"] == "Write some words first."


def test_the_page_asks_and_a_caption_without_end_is_cut() -> None:
    widget = CaptionCheck("To begin with")
    assert widget.given["words"] == "To begin with"
    shown = ask(widget, do="check", words="x" * (LONGEST + 50))
    assert sum(len(part["words"]) for part in shown["parts"]) == LONGEST


def test_what_is_no_text_is_not_checked() -> None:
    assert ask(CaptionCheck(), do="check", words=["Oriane"]) is None

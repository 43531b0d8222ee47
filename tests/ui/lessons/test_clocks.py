"""From a day of discovery to every clock, and words for what cannot be counted."""

from __future__ import annotations

import pytest

from before_you_post.ui.lessons.clocks import NOTE, Clocks, NotCountedError, read
from trying import ask


def days(widget: Clocks, applies: str) -> dict[str, str]:
    return {one["citation"]: one["last_day"] for one in widget.shown["clocks"] if one["applies"] == applies}


def test_twelve_people_are_told_in_sixty_days_and_hhs_in_the_new_year() -> None:
    widget = Clocks("2026-03-02", 12, ("OH",))
    assert days(widget, "yes") == {"45 CFR 164.404(b)": "2026-05-01", "45 CFR 164.408(c)": "2027-03-01"}
    assert set(days(widget, "no")) == {"45 CFR 164.406", "45 CFR 164.408(b)"}


def test_more_than_five_hundred_of_one_state_bring_the_press_and_hhs() -> None:
    widget = Clocks("2026-03-02", 501, ("FL",))
    assert {"45 CFR 164.406", "45 CFR 164.408(b)", "Fla. Stat. 501.171(4)"} <= set(days(widget, "yes"))


def test_a_number_nobody_knows_leaves_it_open() -> None:
    assert "45 CFR 164.408(b)" in days(Clocks("2026-03-02"), "depends")


def test_a_state_of_which_we_have_no_clock_is_not_said_to_have_none() -> None:
    [words] = Clocks("2026-03-02", 12, ("OH",)).shown["states"]
    assert words.startswith("Ohio:")
    assert "does not mean that it has none" in words


def test_a_last_day_is_no_target() -> None:
    assert "without unreasonable delay" in NOTE
    assert Clocks("2026-03-02").shown["note"] == NOTE


def test_the_page_counts_anew_from_what_was_typed() -> None:
    widget = Clocks("2026-03-02", 12)
    ask(widget, do="count", discovered="2026-06-01", people=" 1,200 ", states="oh fl; OH")
    assert days(widget, "yes")["45 CFR 164.404(b)"] == "2026-07-31"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("", "12", ""), "Enter the day of discovery"),
        (("1999-01-01", "12", ""), "between September 23, 2009"),
        (("2026-03-02", "a dozen", ""), "as a whole number"),
        (("2026-03-02", "0", ""), "as a whole number"),
        (("2026-03-02", "99999999999", ""), "as a whole number"),
        (("2026-03-02", "", "Ohio"), "“OHIO” is no state"),
    ],
)
def test_what_cannot_be_understood_is_told_with_what_to_enter(typed: tuple[str, str, str], words: str) -> None:
    with pytest.raises(NotCountedError, match=words):
        read(*typed)
    widget = Clocks("2026-03-02", 12)
    before = widget.shown
    assert ask(widget, do="count", discovered=typed[0], people=typed[1], states=typed[2]) == before
    assert words in widget.trouble


def test_a_lesson_with_a_day_that_is_none_is_an_error_of_the_lesson() -> None:
    with pytest.raises(NotCountedError):
        Clocks("2 March")

"""The minutes on paper: everything that was written down, room to sign, and names as people write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

from pypdf import PdfReader

from before_you_post.records import AskedAloud, Attendee, Minutes, OptionCount
from before_you_post.report.minutes import KEEP, STATEMENT, file_name, minutes_pdf

MINUTES = Minutes(
    session="ab12cd34",
    practice="Plumtree Skin",
    held_on=date(2026, 3, 3),
    began_at=datetime(2026, 3, 3, 12, 15, tzinfo=UTC),
    ended_at=datetime(2026, 3, 3, 13, 0, tzinfo=UTC),
    title="The 45-minute session",
    led_by="Rosa Ames",
    present=(
        Attendee(person="S-01", name="Rosa Ames", role="office manager", own_device=False),
        Attendee(person="S-02", name="Łukasz Nguyễn", role="social media", own_device=True),
    ),
    away=("Ida Quill",),
    agenda=(("Welcome", 4, True), ("Case 4", 5, False)),
    lessons=(("first", "What identifies a person"),),
    asked=(
        AskedAloud(
            question="bar",
            version=1,
            stem="Does a bar <b>replace</b> a form?",
            answers=5,
            options=(
                OptionCount(option="no", text="No", right=True, own=4, hands=3),
                OptionCount(option="yes", text="Yes", right=False, own=1, hands=0),
            ),
        ),
    ),
    notes=(("What we change", "The checklist hangs\nat the front desk."),),
)


def words(minutes: Minutes) -> str:
    pages = PdfReader(BytesIO(minutes_pdf(minutes))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_everything_that_was_written_down_stands_on_the_paper() -> None:
    text = words(MINUTES)
    for part in (
        "Plumtree Skin. March 3, 2026, 12:15 pm to 1:00 pm. Led by Rosa Ames.",
        "Present: 2",
        "Łukasz Nguyễn social media Signature",
        "Ida Quill",
        "Welcome (4 min planned)",
        "Case 4 (5 min planned; not reached)",
        "What identifies a person",
        "7 No (right) 1 Yes",
        "5 on own devices, 3 by show of hands.",
        "The checklist hangs at the front desk.",
    ):
        assert part in text
    assert STATEMENT in text
    assert KEEP in text


def test_what_was_typed_is_never_taken_for_markup() -> None:
    assert "Does a bar <b>replace</b> a form?" in words(MINUTES)


def test_minutes_written_on_another_day_say_so() -> None:
    assert "March 2, 2026; written on March 3, 2026" in words(replace(MINUTES, held_on=date(2026, 3, 2)))


def test_an_empty_session_still_makes_a_paper() -> None:
    bare = replace(MINUTES, present=(), away=(), lessons=(), asked=(), notes=(), led_by="")
    assert "Present: 0" in words(bare)
    assert "Led by" not in words(bare)


def test_the_same_minutes_always_give_the_same_bytes() -> None:
    assert minutes_pdf(MINUTES) == minutes_pdf(MINUTES)


def test_the_file_names_nobody() -> None:
    assert file_name(MINUTES) == "minutes-2026-03-03-ab12.pdf"

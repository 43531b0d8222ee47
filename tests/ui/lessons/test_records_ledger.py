"""What the check of the records says, when they are whole and when they are not."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from before_you_post.records import ChainCheck
from before_you_post.ui.lessons.records_ledger import KEEP, checked, not_checked_yet

PLACE = Path("/home/clinic/training.sqlite")
AT = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)


def test_whole_records_are_told_with_their_last_hash_and_place() -> None:
    said = checked(ChainCheck(entries=12, last="abc"), AT, PLACE)
    assert (said["whole"], said["last"], said["entries"], said["next"]) == (True, "abc", 12, "")
    assert said["place"] == str(PLACE)
    assert said["checked"] == "November 22, 2026, 10:42 am"
    assert "six years" in said["keep"] or "6 years" in said["keep"]


def test_broken_records_name_the_first_line_and_what_to_do() -> None:
    said = checked(ChainCheck(entries=12, last="abc", trouble="Line 7 was changed.", first_bad=7), AT, PLACE)
    assert said["whole"] is False
    assert "Line 7 was changed." in said["words"]
    assert said["next"] == KEEP


def test_an_empty_ledger_and_one_not_checked_say_no_more_than_is_known() -> None:
    assert checked(ChainCheck(entries=0, last=""), AT, PLACE)["words"] == "No line has been written yet."
    assert not_checked_yet(PLACE)["whole"] is None

"""The days of a sample case in order, from the audit's own timeline and clocks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from before_you_post.ui.lessons.sample_practice import sample_practice
from before_you_post.ui.lessons.timeline import Timeline, of_incident

REVOKED = "instagram/2025-03-11-160000/ink-first-visit.jpg"


def test_a_photo_goes_from_the_shot_to_today_and_says_whether_a_form_covered_it() -> None:
    given = Timeline("quillfeather", REVOKED).given
    assert [one["words"] for one in given["moments"]][:3] == [
        "Before photo taken",
        "Authorization signed (A-306)",
        "Posted on instagram",
    ]
    assert given["told"][0].startswith("No longer covered.")


def test_what_ended_is_marked_and_an_end_still_to_come_is_a_last_day() -> None:
    tones = {one["words"]: one["tone"] for one in Timeline("quillfeather", REVOKED).given["moments"]}
    assert tones["Authorization revoked (A-306)"] == "bad"
    assert tones["Authorization’s last day (A-306)"] == "due"


def test_an_incident_has_its_days_and_the_last_day_of_every_clock() -> None:
    moments = Timeline("quillfeather", "incident/I-2023-01").given["moments"]
    told = {one["words"]: one["on"] for one in moments}
    assert told["Discovered: the clocks start"] == "2023-03-20"
    assert told["Last day to tell every patient concerned"] == "2023-05-19"
    assert told["The patients were told"] == "2023-06-12"
    assert [one["on"] for one in moments] == sorted(one["on"] for one in moments)


def test_without_a_day_of_discovery_no_clock_is_counted() -> None:
    sample = sample_practice("quillfeather")
    incident = sample.matters["incident", "I-2023-01"].incident
    assert incident is not None
    given = of_incident(sample, replace(incident, discovered_on=None))
    assert given["undated"] == ["The day of discovery is not recorded, so no clock is counted."]
    assert not any(one["tone"] == "due" for one in given["moments"])


@pytest.mark.parametrize("matter", ["incident/I-0", "website/nothing.jpg"])
def test_a_case_that_is_not_there_is_an_error_of_the_lesson(matter: str) -> None:
    with pytest.raises(KeyError):
        Timeline("quillfeather", matter)

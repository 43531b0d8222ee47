"""One person in full, as a manager reads it."""

from __future__ import annotations

from typing import Any

import pytest

from before_you_post.training.records_view import Overview, overview
from before_you_post.ui.lessons.records_person import person_in_full
from invented_office import Office, shared_office


@pytest.fixture(scope="module")
def office() -> Office:
    return shared_office()


@pytest.fixture(scope="module")
def seen(office: Office) -> Overview:
    return overview(office.desk, now=office.clock)


def full(office: Office, seen: Overview, person: str) -> dict[str, Any]:
    one = seen.person(person)
    assert one is not None
    return person_in_full(office.desk, seen, one)


def test_what_is_due_first_stands_on_top_with_its_reasons(office: Office, seen: Overview) -> None:
    lessons = full(office, seen, "S-05")["lessons"]
    open_ones = [one for one in lessons if one["why"]]
    assert lessons[: len(open_ones)] == open_ones
    assert {"cause": "Their work", "words": "Your work (social media) needs this lesson."} in open_ones[0]["why"]


def test_certificates_say_whether_they_hold_and_why_not(office: Office, seen: Overview) -> None:
    certificates = full(office, seen, "S-06")["certificates"]
    lapsed = [one for one in certificates if not one["holds"]]
    assert lapsed
    assert all("12 months" in one["reason"] for one in lapsed)
    assert all(one["holds"] for one in full(office, seen, "S-04")["certificates"])


def test_every_try_is_there_with_what_was_missed(office: Office, seen: Overview) -> None:
    tries = full(office, seen, "S-05")["attempts"]
    assert len(tries) == len(seen.history.of("S-05"))
    for one in tries:
        right, asked = map(int, one["score"].split(" of "))
        assert len(one["missed"]) == asked - right
    assert any(one["missed"] for one in tries)


def test_who_left_has_their_record_and_nothing_open(office: Office, seen: Overview) -> None:
    one = full(office, seen, "S-09")
    assert one["gone"] is True
    assert {"name": "Last day", "words": "May 29, 2026"} in one["facts"]
    assert one["certificates"]
    assert not any(lesson["words"].count("due") for lesson in one["lessons"])


def test_sessions_attended_are_told(office: Office, seen: Overview) -> None:
    [session] = full(office, seen, "S-04")["attended"]
    assert session["words"] == "Staff meeting, led by Rosa Ames, about Every channel counts"


def test_who_never_answered_is_told_calmly(office: Office, seen: Overview) -> None:
    one = full(office, seen, "S-12")
    assert {"name": "Last answer", "words": "none yet"} in one["facts"]
    assert one["attempts"] == one["certificates"] == []
    assert {lesson["state"] for lesson in one["lessons"]} == {"late"}

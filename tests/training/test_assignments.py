"""What is due, by when and why: for new people, in Texas, after changes, after a year, and after a finding."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from before_you_post.records import Assignment, Trigger
from before_you_post.training.desk import TrainingDesk
from invented_learning import Clock, curriculum, lesson, opened_desk, passed

NEW = "person,name,role,hired_on,left_on,publishes_on,trained_on\n"


def due(desk: TrainingDesk, person: str, slug: str = "first") -> Assignment | None:
    return next((one for one in desk.assignments(person) if one.lesson == slug), None)


def begun(place: Path, clock: Clock, **practice: str) -> None:
    """Training records begin: somebody else passes a lesson."""
    passed(opened_desk(place, clock, **practice), "S-01")


def test_lessons_are_due_by_the_work_somebody_does(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)

    assert [one.lesson for one in desk.assignments("S-02")] == ["first", "second", "final"]
    assert [one.lesson for one in desk.assignments("S-01")] == ["first", "final"]


def test_whoever_was_there_before_the_records_counts_from_their_first_day(tmp_path: Path) -> None:
    clock = Clock()
    begun(tmp_path, clock)
    clock.on(days=20)

    found = due(opened_desk(tmp_path, clock), "S-02")

    assert found is not None
    assert (found.due, found.trigger) == (date(2026, 4, 1), Trigger.ROLE)
    assert found.why == "Your work (social media) needs this lesson."


def test_new_people_count_from_their_first_day_of_work(tmp_path: Path) -> None:
    clock = Clock()
    staff = NEW + "S-01,Rosa Ames,office manager,2019-05-06,,,\nS-09,Nell Ito,front desk,2026-03-20,,,\n"
    begun(tmp_path, clock, staff=staff, more="training: {new_hire_days: 14}")
    clock.on(days=30)
    desk = opened_desk(tmp_path, clock)

    found = due(desk, "S-09")

    assert found is not None
    assert (found.due, found.trigger) == (date(2026, 4, 3), Trigger.HIRED)
    assert "You began on March 20, 2026" in found.why
    assert next(one for one in desk.cards("S-09")).overdue is False
    clock.on(days=3)
    assert next(one for one in desk.cards("S-09")).overdue is True


def test_in_texas_the_ninetieth_day_after_hire_is_the_last(tmp_path: Path) -> None:
    clock = Clock()
    staff = NEW + "S-01,Rosa Ames,office manager,2019-05-06,,,2019-06-01\nS-09,Nell Ito,front desk,2026-03-20,,,\n"
    more = "training: {new_hire_days: 120}"
    begun(tmp_path, clock, staff=staff, states="OH, TX", more=more)
    clock.on(days=30)

    texas = due(opened_desk(tmp_path, clock), "S-09")
    ohio = due(opened_desk(tmp_path, clock, staff=staff, states="OH", more=more), "S-09")

    assert texas is not None and ohio is not None
    assert (texas.due, texas.trigger) == (date(2026, 6, 18), Trigger.STATE)
    assert "within 90 days of hire, so by June 18, 2026" in texas.why
    assert (ohio.due, ohio.trigger) == (date(2026, 7, 18), Trigger.HIRED)


def test_in_texas_training_of_before_the_records_counts(tmp_path: Path) -> None:
    clock = Clock()
    staff = NEW + "S-01,A,manager,2019-05-06,,,2019-06-01\nS-02,B,nurse,2019-05-06,,,2020-06-01\n"
    begun(tmp_path, clock, staff=staff, states="TX", more="training: {managers: [S-01]}")
    clock.on(days=1)
    desk = opened_desk(tmp_path, clock)
    trained, late = due(desk, "S-01", "final"), due(desk, "S-02", "final")

    assert trained is not None and late is not None
    assert trained.trigger is Trigger.ROLE
    assert (late.trigger, late.due) == (Trigger.STATE, date(2019, 8, 4))


def test_a_changed_lesson_is_due_again_and_says_what_changed(tmp_path: Path) -> None:
    clock = Clock()
    passed(opened_desk(tmp_path, clock, more="training: {change_days: 10}"), "S-02")
    changed = curriculum(lessons=[lesson("first", version=2)])
    clock.on(days=5)
    assert due(opened_desk(tmp_path, clock, changed), "S-02") is not None
    clock.on(days=7)

    found = due(opened_desk(tmp_path, clock, changed), "S-02")

    assert found is not None
    assert (found.due, found.trigger) == (date(2026, 3, 17), Trigger.CHANGED), "counted from the day it was first seen"
    assert "version 2" in found.why


def test_the_yearly_refresher_shows_a_month_ahead(tmp_path: Path) -> None:
    clock = Clock()
    passed(opened_desk(tmp_path, clock), "S-02")
    clock.at = clock.at.replace(year=2027, month=1, day=30)
    assert due(opened_desk(tmp_path, clock), "S-02") is None
    clock.on(days=1)

    found = due(opened_desk(tmp_path, clock), "S-02")

    assert found is not None
    assert (found.due, found.trigger) == (date(2027, 3, 2), Trigger.ANNUAL)
    assert found.why == "You passed it on March 2, 2026. Your practice asks for a refresher every 12 months."
    passed(opened_desk(tmp_path, clock), "S-02")
    assert due(opened_desk(tmp_path, clock), "S-02") is None


def test_the_most_urgent_comes_first(tmp_path: Path) -> None:
    clock = Clock()
    desk = opened_desk(tmp_path, clock)
    desk.assign("Rosa Ames", "S-02", "final", clock.at.date() + timedelta(days=3), "Before the open day.")

    assert [one.lesson for one in desk.assignments("S-02")] == ["final", "first", "second", "final"]


@pytest.mark.parametrize("hour", [0, 12, 23])
def test_days_are_counted_where_the_office_is(tmp_path: Path, hour: int) -> None:
    zone = datetime.fromisoformat("2026-03-02T00:00:00-06:00").tzinfo
    clock = Clock(at=datetime(2026, 3, 2, hour, 30, tzinfo=zone))
    begun(tmp_path, clock)
    clock.on(days=40)

    found = due(opened_desk(tmp_path, clock), "S-02")

    assert found is not None
    assert found.due == date(2026, 4, 1)

"""What is done again and again is overdue by the practice's own number of days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from before_you_post.records import CheckKind, Office, Papers, Policy, RoutineCheck
from before_you_post.rules.cases.clean_office import OFFICE
from before_you_post.rules.conditions.routine import overdue

DAY = date(2026, 11, 22)


def office(*days: date, every: int = 92) -> Office:
    checks = tuple(RoutineCheck(kind=CheckKind.LOGS, done_on=day) for day in days)
    practice = replace(OFFICE.practice, policy=Policy(check_days=every))
    return replace(OFFICE, practice=practice, papers=Papers(checks=checks))


def test_the_last_time_counts() -> None:
    assert overdue(office(date(2026, 1, 5), date(2026, 8, 22)), CheckKind.LOGS, DAY, "looked") is None
    assert overdue(office(date(2026, 8, 21), date(2026, 11, 23)), CheckKind.LOGS, DAY, "looked") is not None
    assert overdue(office(date(2026, 8, 22), every=91), CheckKind.LOGS, DAY, "looked") is not None


def test_what_was_never_done_is_overdue_and_a_person_decides() -> None:
    seen = overdue(office(date(2026, 11, 20)), CheckKind.POSTS, DAY, "gone through the live posts")
    assert seen is not None
    assert seen.review
    assert seen.text == (
        "Nobody noted having gone through the live posts; the practice's own policy is every 92 days. The law names no "
        "number of days, so a person decides."
    )

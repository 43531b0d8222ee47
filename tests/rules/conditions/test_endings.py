"""When a form ends, and what is no end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from before_you_post.records import Authorization
from before_you_post.rules.cases.clean import FORM
from before_you_post.rules.conditions.endings import ended_on, ending, has_end, not_expired, not_revoked, within_a_year

DAY = date(2026, 3, 2)


def form(**changes: Any) -> Authorization:
    return replace(FORM, **changes)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("never", False),
        ("None.", False),
        ("No expiration date", False),
        ("in perpetuity", False),
        ("Open-ended", False),
        ("n/a", False),
        ("her wedding", True),
        ("the end of treatment", True),
        ("never before her wedding", True),
        ("until I revoke it", None),
        ("Revocation by the patient", None),
        ("", None),
        (None, None),
    ],
)
def test_words_that_name_no_end_are_told_from_an_event(words: str | None, answer: bool | None) -> None:
    assert has_end(form(expires_on=None, expires_when=words)) is answer
    assert has_end(form(expires_when=words)) is True  # it ends on a date as well


@pytest.mark.parametrize(
    ("changes", "first_day_without", "words"),
    [
        ({"expires_on": date(2026, 3, 2)}, date(2026, 3, 3), "ended on 2026-03-02"),
        ({"expires_on": date.max}, date.max, "ended on 9999-12-31"),
        (
            {"expires_on": None, "expires_when": "her wedding", "event_happened_on": date(2026, 3, 2)},
            date(2026, 3, 2),
            "ended on 2026-03-02, with the event it names (her wedding)",
        ),
        (
            {"expires_on": date(2026, 3, 1), "expires_when": "her wedding", "event_happened_on": date(2026, 3, 2)},
            date(2026, 3, 2),
            "ended on 2026-03-01",
        ),
        (
            {"expires_on": date(2026, 3, 2), "expires_when": "her wedding", "event_happened_on": date(2026, 3, 2)},
            date(2026, 3, 2),
            "ended on 2026-03-02, with the event it names (her wedding)",
        ),
        (
            {"expires_on": date(2026, 3, 5), "expires_when": "her wedding", "event_happened_on": date(2026, 3, 2)},
            date(2026, 3, 2),
            "ended on 2026-03-02, with the event it names (her wedding)",
        ),
    ],
)
def test_a_form_ends_with_its_last_day_or_with_its_event(
    changes: dict[str, Any], first_day_without: date, words: str
) -> None:
    assert (ended_on(form(**changes)), ending(form(**changes))) == (first_day_without, words)


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"expires_on": DAY}, True),
        ({"expires_on": date(2026, 3, 1)}, False),
        ({"expires_on": None, "expires_when": "her wedding"}, True),
        ({"expires_on": None, "expires_when": "her wedding", "event_happened_on": DAY}, False),
        ({"expires_on": None, "event_happened_on": DAY}, True),
        ({"expires_on": None}, True),  # whether it has an end is another question
    ],
)
def test_a_form_has_not_expired_while_no_end_is_known_to_have_come(changes: dict[str, Any], answer: bool) -> None:
    assert not_expired(form(**changes), DAY) is answer


def test_a_form_is_revoked_from_the_day_of_the_revocation() -> None:
    assert not_revoked(FORM, DAY)
    assert not_revoked(form(revoked_on=date(2026, 3, 3)), DAY)
    assert not not_revoked(form(revoked_on=DAY), DAY)


@pytest.mark.parametrize(
    ("changes", "day", "answer"),
    [
        ({"expires_on": date(2027, 2, 2)}, DAY, True),
        ({"expires_on": date(2027, 2, 3)}, DAY, None),
        ({"signed_on": date(2024, 2, 29), "expires_on": date(2025, 2, 28)}, DAY, True),
        ({"signed_on": date(2024, 2, 29), "expires_on": date(2025, 3, 1)}, DAY, None),
        ({"expires_on": None, "expires_when": "her wedding"}, date(2027, 2, 2), True),
        ({"expires_on": None, "expires_when": "her wedding"}, date(2027, 2, 3), None),
        (
            {"expires_on": None, "expires_when": "her wedding", "event_happened_on": date(2027, 1, 9)},
            date(2028, 1, 1),
            True,
        ),
        ({"expires_on": None, "expires_when": "never"}, date(2028, 1, 1), True),
        ({"expires_on": None}, date(2028, 1, 1), True),
        ({"signed_on": None, "expires_on": date(2030, 1, 1)}, DAY, True),
    ],
)
def test_a_form_that_runs_for_more_than_a_year_is_for_a_person_to_look_at(
    changes: dict[str, Any], day: date, answer: bool | None
) -> None:
    assert within_a_year(form(**changes), day) is answer

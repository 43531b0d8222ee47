"""The pause between two requests, and the longer waits a website asks for."""

from __future__ import annotations

import pytest

from before_you_post.website.options import Options
from before_you_post.website.pace import Pace
from website.loopback_site import HandClock


def test_two_requests_are_a_second_apart_by_default() -> None:
    hand = HandClock()
    pace = Pace(Options().requests_per_second, hand.clock())
    for _ in range(3):
        pace.wait()
    assert hand.slept == [1.0, 1.0]


def test_time_spent_reading_an_answer_counts_as_waiting() -> None:
    hand = HandClock()
    pace = Pace(1.0, hand.clock())
    pace.wait()
    hand.seconds += 0.75
    pace.wait()
    assert hand.slept == [0.25]


def test_a_longer_crawl_delay_is_kept_and_a_shorter_one_changes_nothing() -> None:
    hand = HandClock()
    pace = Pace(1.0, hand.clock())
    pace.slow_down(0.1)
    pace.slow_down(5.0)
    pace.wait()
    pace.wait()
    assert hand.slept == [5.0]


@pytest.mark.parametrize(
    ("retry_after", "tries", "seconds"),
    [
        ("7", 0, 7.0),
        ("Sun, 22 Nov 2026 09:00:30 GMT", 0, 30.0),
        ("Sun, 22 Nov 2026 08:00:00 GMT", 0, 0.0),
        ("", 0, 10.0),
        ("", 2, 40.0),
        ("soon", 1, 20.0),
        ("86400", 0, None),
        ("9" * 50, 0, None),
    ],
)
def test_the_wait_a_website_asks_for_is_understood(retry_after: str, tries: int, seconds: float | None) -> None:
    assert Pace(1.0, HandClock().clock()).asked_for(retry_after, tries) == seconds


@pytest.mark.parametrize("speed", [0.0, -1.0, 1000.0, float("nan")])
def test_a_speed_no_website_should_be_asked_at_is_refused(speed: float) -> None:
    with pytest.raises(ValueError, match="requests_per_second"):
        Options(requests_per_second=speed)

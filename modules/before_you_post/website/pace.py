"""How long to wait before asking a website again, so that reading it does not slow it down for patients."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from .options import Clock

_LONGEST = 900.0  # seconds a website may ask us to wait; beyond that the next run goes on
_LONGEST_PAUSE = 60.0  # seconds between two requests that robots.txt may ask for


class Pace:
    """Keeps a pause between the beginnings of two requests, and every longer wait the website asks for."""

    def __init__(self, requests_per_second: float, clock: Clock) -> None:
        self._pause = 1.0 / requests_per_second
        self._clock = clock
        self._next = 0.0

    def slow_down(self, seconds: float) -> None:
        """Keep at least this pause from now on, as ``Crawl-delay`` in robots.txt asks."""
        self._pause = max(self._pause, min(seconds, _LONGEST_PAUSE))

    def wait(self) -> None:
        """Wait until the next request may begin."""
        left = self._next - self._clock.monotonic()
        if left > 0:
            self._clock.sleep(left)
        self._next = self._clock.monotonic() + self._pause

    def hold(self, seconds: float) -> None:
        """Let no request begin for so many seconds."""
        self._next = max(self._next, self._clock.monotonic() + seconds)

    def asked_for(self, retry_after: str, tries: int) -> float | None:
        """Seconds to wait after the answer "too many requests", for the first time (``tries`` = 0) or again.

        From the Retry-After header, in seconds or as a date; else 10, 20, 40. None = longer than a run should wait.
        """
        seconds = 10.0 * (1 << tries)
        if retry_after.strip().isascii() and retry_after.strip().isdigit():
            seconds = float(retry_after.strip()[:9])
        elif retry_after:
            try:
                when: datetime = parsedate_to_datetime(retry_after)
            except ValueError:
                return seconds
            when = when if when.tzinfo else when.replace(tzinfo=UTC)
            seconds = max(0.0, (when - _aware(self._clock.now())).total_seconds())
        return seconds if seconds <= _LONGEST else None


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

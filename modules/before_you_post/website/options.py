"""How a website is read: how fast, how much, how long. The defaults suit a practice's own website."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from .. import __version__

PRODUCT = "before-you-post"  # as robots.txt may name it
USER_AGENT = f"{PRODUCT}/{__version__} (a practice reading its own website to check its photos)"
_FASTEST = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Limits of one collection. What lies beyond a limit is reported, never left out in silence."""

    requests_per_second: float = 1.0
    pages: int = 2000
    page_bytes: int = 16 * 2**20  # of one page, list or sitemap, packed and unpacked
    photo_bytes: int = 64 * 2**20  # of one photo
    all_bytes: int = 8 * 2**30  # as received, in one collection
    seconds: float = 8 * 3600.0  # of one run; the next run goes on
    answer_seconds: float = 120.0  # from asking to the last byte of one answer
    silence_seconds: float = 30.0  # without a byte
    every_size: bool = True  # also the smaller sizes of a photo
    allow_private: bool = False  # addresses of this machine and of private networks: for a website under test
    anew: bool = False  # begin anew even where an interrupted collection could be gone on with
    go_on_within: timedelta = timedelta(days=2)  # after that an interrupted collection is begun anew

    def __post_init__(self) -> None:
        """Refuse a speed that no website should be asked at."""
        if not 0 < self.requests_per_second <= _FASTEST:
            raise ValueError(
                f"requests_per_second is {self.requests_per_second}; use more than 0 and at most {_FASTEST:g}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The time and the wait, so that a test need not wait."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))

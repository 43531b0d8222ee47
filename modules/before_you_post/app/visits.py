"""Who is being served just now, so that work for later visitors keeps out of their way."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager

CALM = 2.0  # seconds since the last page went out; a browser is still busy drawing it until then
LOOK_AGAIN = 0.25


class Visits:
    """Counts the pages being sent at this moment."""

    def __init__(self, calm: float = CALM) -> None:
        """``calm`` is how many seconds after a page a browser may still need the machine."""
        self._calm = calm
        self._open = 0
        self._ended = float("-inf")

    @contextmanager
    def one(self) -> Iterator[None]:
        """Around the sending of one page."""
        self._open += 1
        try:
            yield
        finally:
            self._open -= 1
            self._ended = time.monotonic()

    async def pause(self) -> None:
        """Returns once nobody waits for a page."""
        while self._open or time.monotonic() - self._ended < self._calm:
            await asyncio.sleep(LOOK_AGAIN)

"""Who is being served just now, so that work for later visitors keeps out of their way."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

CALM = 2.0  # seconds since the last page went out; a browser is still busy drawing it until then
LOOK_AGAIN = 0.25


class Visits:
    """Counts the pages being sent at this moment."""

    def __init__(self, calm: float = CALM) -> None:
        """``calm`` is how many seconds after a page a browser may still need the machine."""
        self._calm = calm
        self._turns = asyncio.Semaphore(os.cpu_count() or 1)
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

    @asynccontextmanager
    async def turn(self, patience: float) -> AsyncIterator[bool]:
        """Around the making of a page that has no kernel waiting: as many at once as the machine has cores.

        When a whole staff opens a lesson in one moment, pages made all at once would all be late together, so late
        that a browser gives up on their widgets. One after another, most are there much sooner and the last no later.
        ``False`` where no turn came within ``patience`` seconds.
        """
        try:
            await asyncio.wait_for(self._turns.acquire(), patience)
        except TimeoutError:
            yield False
            return
        try:
            yield True
        finally:
            self._turns.release()

    async def pause(self) -> None:
        """Returns once nobody waits for a page."""
        while self._open or time.monotonic() - self._ended < self._calm:
            await asyncio.sleep(LOOK_AGAIN)

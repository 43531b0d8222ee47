"""Work for later visitors waits for those who are here, and cold pages take turns."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from before_you_post.app.visits import Visits


def run(work: Coroutine[Any, Any, Any]) -> Any:
    """On a thread of its own: the browser that other tests drive has a loop on this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def test_nothing_is_made_ready_while_a_page_is_sent_or_drawn() -> None:
    async def paused() -> list[str]:
        seen, visits = [], Visits(calm=0.3)

        async def wait() -> None:
            await visits.pause()
            seen.append("made ready")

        with visits.one():
            waiting = asyncio.create_task(wait())
            await asyncio.sleep(0.4)
            seen.append("sent")
        await asyncio.sleep(0.1)
        seen.append("drawn")
        await waiting
        return seen

    assert run(paused()) == ["sent", "drawn", "made ready"]


def test_no_more_cold_pages_at_once_than_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)

    async def most() -> tuple[int, int]:
        visits, now, highest, done = Visits(), 0, 0, 0

        async def page() -> None:
            nonlocal now, highest, done
            async with visits.turn(9) as came:
                assert came
                now += 1
                highest = max(highest, now)
                await asyncio.sleep(0.02)
                now -= 1
            done += 1

        await asyncio.gather(*(page() for _ in range(7)))
        return highest, done

    assert run(most()) == (2, 7)


def test_whoever_gets_no_turn_in_time_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)

    async def came() -> list[bool]:
        visits, answers = Visits(), []
        async with visits.turn(1) as first, visits.turn(0.01) as second:
            answers += [first, second]
        async with visits.turn(1) as third:
            answers.append(third)
        return answers

    assert run(came()) == [True, False, True]

"""Kernels that have run a page before anybody asks for it, so that it opens at once.

Voila can do this, but starts every notebook's kernel in the same moment: a course of seventeen lessons would keep a
small machine busy for a minute in which no page answers. Here they are started one after another, in the order of
the course, and none while somebody waits for a page.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from voila.voila_kernel_manager import voila_kernel_manager_factory

from .configuration import without_outside_addresses
from .visits import Visits

_Pooled: Any = voila_kernel_manager_factory(AsyncMappingKernelManager, True, 1, without_outside_addresses)


class WarmKernels(_Pooled):  # type: ignore[misc]
    """Keeps one kernel ready for each page that may be run ahead of its visitor."""

    def __init__(self, *, visits: Visits, notebooks: Iterable[str], **kwargs: Any) -> None:
        """``notebooks`` are paths inside the notebooks' folder, the one wanted soonest first."""
        self._visits = visits
        self._ahead = tuple(dict.fromkeys(notebooks))
        self._wanted: asyncio.Queue[str] = asyncio.Queue()
        self._worker: asyncio.Task[None] | None = None
        super().__init__(**kwargs)

    def begin(self) -> None:
        """Start warming; the server's loop must run."""
        for notebook in self._ahead:
            self._wanted.put_nowait(notebook)
        self._worker = asyncio.get_running_loop().create_task(self._warm_one_after_another())

    def fill_if_needed(self, *_: Any, notebook_name: str | None = None, **__: Any) -> None:
        """Note that a page has no kernel waiting; it gets one when its turn comes.

        Voila asks for this when it starts, where nothing may happen yet, and after each visit.
        """
        if self._worker is not None and notebook_name in self._ahead:
            self._wanted.put_nowait(str(notebook_name))

    async def shutdown_all(self, *args: Any, **kwargs: Any) -> None:
        """End every kernel, those just starting too."""
        if self._worker is not None:
            self._worker.cancel()
            with suppress(asyncio.CancelledError):
                await self._worker
            self._worker = None
        for waiting in [task for pool in self._pools.values() for task in pool]:
            with suppress(Exception):
                ready = await waiting  # a kernel that is half started can only be ended once it has started
                ready["task"].cancel()
        await super().shutdown_all(*args, **kwargs)

    def _handle_kernel_died(self, kernel_id: str) -> None:
        """A kernel that died while it waited is taken out, and another one takes its place."""
        for notebook, pool in self._pools.items():
            for task in tuple(pool):
                if task.done() and not task.exception() and task.result()["kernel_id"] == kernel_id:
                    pool.remove(task)
                    self.fill_if_needed(notebook_name=notebook)
        super()._handle_kernel_died(kernel_id)

    async def _warm_one_after_another(self) -> None:
        while True:
            notebook = await self._wanted.get()
            await self._visits.pause()
            if self.get_pool_size(notebook) == 0:
                await self._warm(notebook)

    async def _warm(self, notebook: str) -> None:
        super().fill_if_needed(delay=0, notebook_name=notebook)
        for task in tuple(self._pools[notebook]):
            try:
                ready = await asyncio.shield(task)
                await asyncio.shield(ready["task"])
            except Exception:
                # whoever comes gets a kernel of their own, and whatever is wrong shows there
                self.log.exception("%s could not be run ahead of its visitors", notebook)
                with suppress(ValueError):
                    self._pools[notebook].remove(task)

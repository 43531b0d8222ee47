"""Who does the work on many files, and who is told how far it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..pool import GivenUp, Pool

Progress = Callable[[str, int, int], None]  # stage in words, how many are done, of how many
T = TypeVar("T")
Task = TypeVar("Task")

_SECONDS = 300.0  # for one file; a large photo full of text takes 10 on a slow machine
_WORTH_A_PROCESS = 4  # files; starting one takes as long as looking at two or three


def quiet(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Some processes to share work among (``None`` = one a core, ``0`` = this one alone), and a progress to tell."""

    progress: Progress
    workers: int | None = None

    def run(
        self,
        stage: str,
        work: Callable[[Task], T],
        tasks: Sequence[Task],
        prepare: Callable[[], None] | None = None,
        *,
        apart: bool = False,
    ) -> Iterator[tuple[int, T | GivenUp]]:
        """Position and result of every task, mostly a file, in the order in which they are done.

        ``apart`` = even a single file gets a process of its own: nobody has opened it yet, and a file made to do harm
        can end the process that opens it.
        """
        many = (os.cpu_count() or 1) if self.workers is None else self.workers
        workers = many if apart or len(tasks) >= _WORTH_A_PROCESS else 0
        pool: Pool[Task, T] = Pool(work, workers=workers, seconds=_SECONDS, prepare=prepare)
        self.progress(stage, 0, len(tasks))
        for done, (number, result) in enumerate(pool.results(tasks), start=1):
            self.progress(stage, done, len(tasks))
            yield number, result

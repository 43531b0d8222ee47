"""Work on many files at once, in processes of their own, so that one bad file can neither hang nor crash an audit.

Each worker is a pool of one process: when it dies, or takes too long and is ended, the file it had in hand is known,
and only that one is given up. Processes are started anew ("spawn"), which is the one way that is safe on every
system and inside a notebook.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_ENDING = 10.0  # seconds a killed process may take to be gone


@dataclass(frozen=True, slots=True)
class GivenUp:
    """What stands in the place of a result when a worker died or took too long over one item."""

    reason: str


class Pool(Generic[T, R]):
    """Maps one function over many items in other processes. ``workers=0`` works in this process, without a guard.

    ``seconds`` is the time allowed for one item. ``prepare`` runs once in every new process, before its first item.
    An exception of ``work`` is a bug, not a bad file, and is raised here.
    """

    def __init__(
        self, work: Callable[[T], R], *, workers: int, seconds: float, prepare: Callable[[], None] | None = None
    ) -> None:
        self._work = work
        self._workers = workers
        self._seconds = seconds
        self._prepare = prepare

    def results(self, items: Sequence[T]) -> Iterator[tuple[int, R | GivenUp]]:
        """Position and result of every item, in the order in which they are done."""
        if not self._workers:
            if self._prepare:
                self._prepare()
            yield from ((number, self._work(item)) for number, item in enumerate(items))
            return
        crew: list[_Worker[T, R]] = [_Worker(self._prepare) for _ in range(min(self._workers, len(items)))]
        waiting = iter(enumerate(items))
        try:
            for worker in crew:
                worker.take(self._work, next(waiting, None))
            while busy := [worker for worker in crew if worker.future]:
                wait([worker.future for worker in busy if worker.future], timeout=0.5, return_when=FIRST_COMPLETED)
                for worker in busy:
                    if worker.done(self._seconds):
                        yield worker.number, worker.result()
                        worker.take(self._work, next(waiting, None))
        finally:
            for worker in crew:
                worker.stop()


class _Worker(Generic[T, R]):
    """One process and the one item it has in hand."""

    def __init__(self, prepare: Callable[[], None] | None) -> None:
        self._prepare = prepare
        self._executor: ProcessPoolExecutor | None = None
        self._process: BaseProcess | None = None
        self._since = 0.0
        self._late = False
        self.number = -1
        self.future: Future[R] | None = None

    def take(self, work: Callable[[T], R], job: tuple[int, T] | None) -> None:
        """Begin the next job, in a new process where there is none; ``None`` = nothing is left to do."""
        self.future = None
        if job is None:
            return
        if self._executor is None:
            # Pickled twice, so that no library is loaded before ``_begin`` has told it to use one core.
            self._executor = ProcessPoolExecutor(
                1, multiprocessing.get_context("spawn"), initializer=_begin, initargs=(pickle.dumps(self._prepare),)
            )
        self.number, item = job
        self._since, self._late = time.monotonic(), False
        others = set(multiprocessing.active_children())
        self.future = self._executor.submit(work, item)
        started = set(multiprocessing.active_children()) - others
        self._process = started.pop() if started else self._process

    def done(self, seconds: float) -> bool:
        """Whether the item in hand is done; a process that works on it longer than ``seconds`` is ended."""
        assert self.future is not None  # noqa: S101 - for the type checker
        if not self.future.done() and time.monotonic() - self._since > seconds:
            self._late = True
            if self._process:
                self._process.kill()
            wait([self.future], timeout=_ENDING)
        return self.future.done()

    def result(self) -> R | GivenUp:
        """The result of the item in hand, or why there is none."""
        assert self.future is not None  # noqa: S101 - for the type checker
        try:
            return self.future.result()
        except BrokenProcessPool:
            self.stop()
            late = "took too long and was ended" if self._late else "stopped the program that looked at it"
            return GivenUp(f"Looking at this file {late}.")

    def stop(self) -> None:
        """Let the process go; what it may still be doing is not waited for."""
        if self._executor:
            self._executor.shutdown(wait=False, cancel_futures=True)
        if self._process and self.future and not self.future.done():
            self._process.kill()  # the whole audit was stopped
        self._executor = self._process = None


def _begin(pickled: bytes) -> None:
    # Every worker has one core; libraries that start a thread for each core would fight over them.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OPENCV_FOR_THREADS_NUM"):
        os.environ[name] = "1"
    prepare = pickle.loads(pickled)  # noqa: S301 - from the process that started this one
    if prepare:
        prepare()

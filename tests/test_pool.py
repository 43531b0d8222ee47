"""One bad file costs one result: a worker that dies or hangs is replaced and everything else is done."""

from __future__ import annotations

import os
import time

import pytest

from before_you_post.pool import GivenUp, Pool

_said: list[str] = []


def prepare() -> None:
    _said.append("ready")


def work(number: int) -> tuple[int, int, str]:
    if number == 13:
        os._exit(1)
    if number == 99:
        time.sleep(60)
    if number < 0:
        raise ValueError("a bug")
    return number * 2, os.getpid(), "".join(_said)


def test_without_workers_everything_happens_here() -> None:
    pool = Pool(work, workers=0, seconds=1)
    assert [(number, result[:2]) for number, result in pool.results([5, 6]) if not isinstance(result, GivenUp)] == [
        (0, (10, os.getpid())),
        (1, (12, os.getpid())),
    ]


def test_a_worker_that_dies_and_one_that_hangs_cost_only_their_own_file() -> None:
    pool = Pool(work, workers=2, seconds=5, prepare=prepare)
    results = dict(pool.results([1, 13, 2, 99, 3]))
    good = [results[number] for number in (0, 2, 4)]
    assert [result[0] for result in good if not isinstance(result, GivenUp)] == [2, 4, 6]
    assert all(result[1] != os.getpid() for result in good if not isinstance(result, GivenUp))
    assert all(result[2] == "ready" for result in good if not isinstance(result, GivenUp))
    assert results[1] == GivenUp("Looking at this file stopped the program that looked at it.")
    assert results[3] == GivenUp("Looking at this file took too long and was ended.")


@pytest.mark.parametrize("workers", [0, 1])
def test_a_bug_is_not_hidden(workers: int) -> None:
    with pytest.raises(ValueError, match="a bug"):
        list(Pool(work, workers=workers, seconds=20).results([-1]))


def test_nothing_to_do_starts_nothing() -> None:
    assert list(Pool(work, workers=2, seconds=1).results([])) == []

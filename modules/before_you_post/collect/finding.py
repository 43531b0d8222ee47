"""Find the originals of every published picture, as a reviewer's word allows, and remember them.

A key of the cache names all that a value depends on: the bytes, the library, the version of the way of finding, and
what a reviewer said about this picture. So a value is never wrong, only no longer asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pydantic import TypeAdapter

from .. import matching
from ..matching import LibraryIndex
from ..photos import PictureError, open_picture
from ..pool import GivenUp
from ..records import Match, PhotoFacts, Problem
from .crew import Crew
from .remembered import remembered
from .reviewed import NOTHING_SAID, Said, with_reviewed

FINDING = "Finding the originals"
_MATCHES, _SAID = TypeAdapter(tuple[Match, ...]), TypeAdapter(Said)


@dataclass(frozen=True, slots=True)
class _Task:
    """One picture to explain, and what a reviewer said about it."""

    path: Path
    said: Said


def find_originals(
    seen: Mapping[str, PhotoFacts],
    said: Mapping[str, Said],
    index: LibraryIndex,
    cache: MutableMapping[str, str],
    crew: Crew,
) -> tuple[dict[str, tuple[Match, ...]], list[Problem]]:
    """Originals of every published file that could be opened, by the hash of its bytes.

    ``said`` is what reviewers said about pictures, by the same hash.
    """
    tasks: dict[str, _Task] = {}
    for path, fact in seen.items():
        if fact.problem is None:
            tasks.setdefault(fact.sha256, _Task(Path(path), said.get(fact.sha256, NOTHING_SAID)))
    matches: dict[str, tuple[Match, ...]] = {}
    for sha256, task in tasks.items():
        kept = remembered(cache, _MATCHES, _key(sha256, task.said, index))
        if kept:
            matches[sha256] = kept
    problems = []
    new = [sha256 for sha256 in tasks if sha256 not in matches]
    work = [tasks[sha256] for sha256 in new]
    for number, result in crew.run(FINDING, _originals_of, work, partial(_open_library, index)):
        if isinstance(result, GivenUp):
            problems.append(_not_compared(work[number].path, result.reason))
        elif result:
            matches[new[number]] = result
            cache[_key(new[number], work[number].said, index)] = _MATCHES.dump_json(result).decode()
    return matches, problems


_open_index: list[LibraryIndex] = []  # of this process: reading it for every photo anew would take most of the time


def _open_library(index: LibraryIndex) -> None:
    _open_index[:] = [index]


def _originals_of(task: _Task) -> tuple[Match, ...]:
    try:
        picture = open_picture(task.path)
    except PictureError:
        return ()  # it changed since it was looked at; the next audit sees the new file
    [index] = _open_index
    found = matching.find_originals(picture.pixels, index, rejected=task.said.rejected)
    return with_reviewed(found, task.said, picture.pixels, index)


def _not_compared(path: Path, reason: str) -> Problem:
    return Problem(
        path=str(path),
        found=reason,
        expected="a photo that can be compared with the library",
        remedy="Save the photo anew from its original. It was not compared, so nobody knows whose it is.",
    )


def _key(sha256: str, said: Said, index: LibraryIndex) -> str:
    key = f"matches/{matching.VERSION}/{index.digest}/{sha256}"
    return key if said == NOTHING_SAID else f"{key}/{hashlib.sha256(_SAID.dump_json(said)).hexdigest()}"

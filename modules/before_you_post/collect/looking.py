"""Look at every published file once, find its originals once, and remember both under the hash of its bytes.

A key of the cache names all that a value depends on: the bytes, the version of the way of looking and, for matches,
the library. So a value is never wrong, only no longer asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping, Sequence
from functools import partial
from pathlib import Path

from pydantic import TypeAdapter

from .. import matching
from ..matching import LibraryIndex
from ..matching.index import Outcome
from ..photos import PictureError, facts, look, open_picture
from ..photos.looks import may_be_kept
from ..pool import GivenUp
from ..records import LookedFor, Match, Original, PhotoFacts, Problem, Published
from .crew import Crew
from .remembered import remembered

LIBRARY, LOOKING, FINDING = "Reading the library", "Looking at published photos", "Finding the originals"
_FACTS, _MATCHES = TypeAdapter(PhotoFacts), TypeAdapter(tuple[Match, ...])


def read_library(originals: Sequence[Original], folder: Path, crew: Crew) -> tuple[LibraryIndex, list[Problem]]:
    """Bring the library index up to date; a Problem for each original that could not be opened."""

    def run(work: Callable[[Path], Outcome], paths: Sequence[Path]) -> Iterable[tuple[int, Outcome]]:
        for number, result in crew.run(LIBRARY, work, paths):
            yield number, result.reason if isinstance(result, GivenUp) else result

    index = LibraryIndex(folder)
    reasons = index.update(originals, run=run)
    paths = {original.id: original.path for original in originals}
    return index, [
        Problem(
            path=paths[name],
            found=reason,
            expected="a photo that can be opened",
            remedy="Put a readable copy in its place. Until then nothing published is compared with it.",
        )
        for name, reason in reasons.items()
    ]


def look_at(
    published: Sequence[Published], off: Collection[LookedFor], cache: MutableMapping[str, str], crew: Crew
) -> dict[str, PhotoFacts]:
    """Facts of every published file, by path; the same bytes are looked at once, and never twice over the years.

    ``off`` names what is not looked for.
    """
    hashes = {path: facts.content_hash(Path(path)) for path in dict.fromkeys(photo.path for photo in published)}
    known: dict[str, PhotoFacts] = {}
    new: dict[str, Path] = {}
    for path, (sha256, _) in hashes.items():
        kept = remembered(cache, _FACTS, _facts_key(sha256, off))
        if kept is not None:
            known[sha256] = kept
        else:
            new.setdefault(sha256, Path(path))
    names = list(new)
    for number, result in crew.run(LOOKING, partial(look, off=off), list(new.values()), apart=True):
        sha256 = names[number]
        if isinstance(result, GivenUp):
            known[sha256] = PhotoFacts(sha256=sha256, byte_size=hashes[str(new[sha256])][1], problem=result.reason)
        else:
            known[sha256] = result
            # A file that is not there has no content to remember it by.
            if sha256 and may_be_kept(result.looks):
                cache[_facts_key(sha256, off)] = _FACTS.dump_json(result).decode()
    return {path: known[sha256] for path, (sha256, _) in hashes.items()}


def find_originals(
    seen: Mapping[str, PhotoFacts], index: LibraryIndex, cache: MutableMapping[str, str], crew: Crew
) -> tuple[dict[str, tuple[Match, ...]], list[Problem]]:
    """Originals of every published file that could be opened, by the hash of its bytes."""
    paths: dict[str, Path] = {}
    for path, fact in seen.items():
        if fact.problem is None:
            paths.setdefault(fact.sha256, Path(path))
    matches: dict[str, tuple[Match, ...]] = {}
    for sha256 in paths:
        kept = remembered(cache, _MATCHES, _matches_key(sha256, index))
        if kept:
            matches[sha256] = kept
    problems = []
    new = [sha256 for sha256 in paths if sha256 not in matches]
    work = [paths[sha256] for sha256 in new]
    for number, result in crew.run(FINDING, _originals_of, work, partial(_open_library, index)):
        if isinstance(result, GivenUp):
            problems.append(_not_compared(work[number], result.reason))
        elif result:
            matches[new[number]] = result
            cache[_matches_key(new[number], index)] = _MATCHES.dump_json(result).decode()
    return matches, problems


_open_index: list[LibraryIndex] = []  # of this process: reading it for every photo anew would take most of the time


def _open_library(index: LibraryIndex) -> None:
    _open_index[:] = [index]


def _originals_of(path: Path) -> tuple[Match, ...]:
    try:
        picture = open_picture(path)
    except PictureError:
        return ()  # it changed since it was looked at; the next audit sees the new file
    return matching.find_originals(picture.pixels, _open_index[0])


def _not_compared(path: Path, reason: str) -> Problem:
    return Problem(
        path=str(path),
        found=reason,
        expected="a photo that can be compared with the library",
        remedy="Save the photo anew from its original. It was not compared, so nobody knows whose it is.",
    )


def _facts_key(sha256: str, off: Collection[LookedFor]) -> str:
    return f"facts/{facts.programs(off)}/{sha256}"


def _matches_key(sha256: str, index: LibraryIndex) -> str:
    return f"matches/{matching.VERSION}/{index.digest}/{sha256}"

"""Read the library once and look at every published file once, and remember what was seen under the hash of its bytes.

A key of the cache names all that a value depends on: the bytes and the version of the way of looking. So a value is
never wrong, only no longer asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, MutableMapping, Sequence
from functools import partial
from pathlib import Path

from pydantic import TypeAdapter

from ..matching import LibraryIndex
from ..matching.index import Outcome
from ..photos import facts, look
from ..photos.looks import may_be_kept
from ..pool import GivenUp
from ..records import LookedFor, Original, PhotoFacts, Problem, Published
from .crew import Crew
from .remembered import remembered

LIBRARY, LOOKING = "Reading the library", "Looking at published photos"
_FACTS = TypeAdapter(PhotoFacts)


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
            # Kept only if what was looked at is what was hashed: a file may go, or change, in between.
            if sha256 and result.sha256 == sha256 and may_be_kept(result.looks):
                cache[_facts_key(sha256, off)] = _FACTS.dump_json(result).decode()
    return {path: known[sha256] for path, (sha256, _) in hashes.items()}


def _facts_key(sha256: str, off: Collection[LookedFor]) -> str:
    return f"facts/{facts.programs(off)}/{sha256}"

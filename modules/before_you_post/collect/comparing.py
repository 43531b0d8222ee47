"""Compare every published panel with its original, to see what was edited, and remember the answer.

Two kinds of bytes and their places say all there is to an answer: the published file, the original, the match and
the places that were treated. The key of the cache names them with the version of the way of comparing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from .. import edits
from ..matching import LibraryIndex
from ..photos import PictureError, open_picture
from ..pool import GivenUp
from ..records import EditCheck, Match, Original, PhotoFacts, Problem
from .crew import Crew
from .remembered import remembered

COMPARING = "Comparing photos with their originals"
Edits = tuple[EditCheck, ...]
_EDITS, _TASK = TypeAdapter(Edits), TypeAdapter(tuple[str, str, Match, tuple[tuple[int, int, int, int], ...]])
Key = tuple[str, int]  # the hash of the published bytes, and the position of the match


@dataclass(frozen=True, slots=True)
class _Pair:
    """One published panel and its original."""

    published: Path
    original: Path
    match: Match
    treated: tuple[tuple[int, int, int, int], ...]  # boxes in the original
    key: str


def compare_with_originals(
    seen: Mapping[str, PhotoFacts],
    matches: Mapping[str, tuple[Match, ...]],
    originals: Mapping[str, Original],
    *,
    index: LibraryIndex,
    cache: MutableMapping[str, str],
    crew: Crew,
) -> tuple[dict[Key, Edits], list[Problem]]:
    """What was done to each panel that has an original; panels without one, and of files that are gone, are left out.

    ``originals`` are looked up by Original.id.
    """
    paths = {fact.sha256: Path(path) for path, fact in seen.items()}
    held = {one.id: one.sha256 for one in index.present}
    pairs: dict[Key, _Pair] = {}
    for sha256, found in matches.items():
        for number, match in enumerate(found):
            original = originals.get(match.original) if match.original else None
            if original is not None and original.id in held:
                pairs[sha256, number] = _pair(paths[sha256], sha256, original, held[original.id], match)
    known = {key: remembered(cache, _EDITS, pair.key) for key, pair in pairs.items()}
    new = [key for key, kept in known.items() if kept is None]
    problems = []
    for number, result in crew.run(COMPARING, _edits_of, [pairs[key] for key in new]):
        pair = pairs[new[number]]
        if isinstance(result, GivenUp):
            problems.append(_not_compared(pair.published, result.reason))
        elif result is not None:
            known[new[number]] = result
            cache[pair.key] = _EDITS.dump_json(result).decode()
    return {key: kept for key, kept in known.items() if kept is not None}, problems


def treated_places(original: Original) -> tuple[tuple[int, int, int, int], ...]:
    """Boxes in the original that show what was treated, where somebody recorded them."""
    return tuple(mark.box for mark in original.marks or () if mark.treated and mark.box is not None)


def _pair(path: Path, sha256: str, original: Original, held: str, match: Match) -> _Pair:
    treated = treated_places(original)
    told = hashlib.sha256(_TASK.dump_json((sha256, held, match, treated))).hexdigest()
    return _Pair(path, Path(original.path), match, treated, f"edits/{edits.VERSION}/{told}")


def _edits_of(pair: _Pair) -> Edits | None:
    try:
        published, original = open_picture(pair.published), open_picture(pair.original)
    except PictureError:
        return None  # it changed since it was looked at; the next audit sees the new file
    return edits.check_edits(published.pixels, original.pixels, pair.match, treated=pair.treated)


def _not_compared(path: Path, reason: str) -> Problem:
    return Problem(
        path=str(path),
        found=reason,
        expected="a photo that can be compared with its original",
        remedy="Nothing is known about edits of this photo. Save it anew from its original, or look at both.",
    )

"""Which published pictures without an original are the same picture, on whatever channel.

The practice lost the original, or never had it: then whoever settles one of them should settle all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from .. import matching
from ..matching import UnknownPanel
from ..photos import PictureError, open_picture
from ..records import Match, Outline, PhotoFacts
from .crew import Crew
from .remembered import remembered

GROUPING = "Comparing pictures without an original"
Place = tuple[str, int]  # the hash of the published bytes, and the position of the match
_GROUPS = TypeAdapter(tuple[tuple[Place, ...], ...])


@dataclass(frozen=True, slots=True)
class _Task:
    path: Path
    outline: Outline


def group_unknown(
    seen: Mapping[str, PhotoFacts],
    matches: Mapping[str, tuple[Match, ...]],
    cache: MutableMapping[str, str],
    crew: Crew,
) -> tuple[tuple[Place, ...], ...]:
    """Panels without an original that show the same picture, each group two or more.

    The same bytes in two posts are one place here; whoever lists the posts names both.
    """
    paths = {fact.sha256: Path(path) for path, fact in seen.items()}
    places = [
        ((sha256, number), _Task(paths[sha256], match.outline))
        for sha256, found in sorted(matches.items())
        for number, match in enumerate(found)
        if match.original is None
    ]
    if len(places) < 2:
        return ()
    key = _key(places)
    kept = remembered(cache, _GROUPS, key)
    if kept is not None:
        return kept
    results = crew.run(GROUPING, _described, [task for _, task in places])
    described = {number: result for number, result in results if isinstance(result, UnknownPanel)}
    order = sorted(described)
    groups = tuple(
        tuple(places[order[position]][0] for position in group)
        for group in matching.same_pictures([described[number] for number in order])
    )
    if len(described) == len(places):
        cache[key] = _GROUPS.dump_json(groups).decode()
    return groups


def _described(task: _Task) -> UnknownPanel | None:
    try:
        picture = open_picture(task.path)
    except PictureError:
        return None  # it changed since it was looked at; the next audit sees the new file
    return matching.describe_unknown(picture.pixels, task.outline)


def _key(places: Sequence[tuple[Place, _Task]]) -> str:
    told = hashlib.sha256(repr([(place, task.outline) for place, task in places]).encode()).hexdigest()
    return f"unknown/{matching.VERSION}/{told}"

"""Everything that looking at pictures tells: what is in each file, what it was made from, what was done to it."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..practice import PracticeFiles
from ..records import Camera, Match, PanelName, PhotoFacts, Problem, Published
from .beside import read_cameras
from .comparing import Edits, compare_with_originals
from .crew import Crew
from .finding import find_originals
from .looking import look_at, read_library
from .reviewed import Said
from .unknown import group_unknown

Place = tuple[str, int]  # the hash of the published bytes, and the position of the match


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """What is known about every published picture, by the hash of its bytes."""

    originals: int  # how many photos the library holds
    seen: Mapping[str, PhotoFacts]  # by path
    matches: Mapping[str, tuple[Match, ...]]
    edits: Mapping[Place, Edits]
    same: Mapping[Place, tuple[PanelName, ...]]  # published panels of the same picture, where no original is known
    cameras: Mapping[str, tuple[Camera, ...]]  # by Original.id
    problems: tuple[Problem, ...]


def look_through(
    files: PracticeFiles,
    published: Sequence[Published],
    said: Mapping[str, Said],
    *,
    index_folder: Path,
    cache: MutableMapping[str, str],
    crew: Crew,
) -> Pictures:
    """Look at everything that was published, once; ``said`` is what reviewers said about matches."""
    index, unreadable = read_library(files.originals, index_folder, crew)
    off = files.practice.policy.detectors_off
    seen = look_at(published, off, cache, crew)
    matches, unfound = find_originals(seen, said, index, cache, crew)
    originals = {original.id: original for original in files.originals}
    edits, uncompared = compare_with_originals(seen, matches, originals, index=index, cache=cache, crew=crew)
    groups = group_unknown(seen, matches, cache, crew)
    return Pictures(
        originals=len(index),
        seen=seen,
        matches=matches,
        edits=edits,
        same=_same(published, seen, matches, groups),
        cameras=read_cameras(matches.values(), off, index, cache, crew),
        # they come as they are done
        problems=(*unreadable, *sorted((*unfound, *uncompared), key=lambda problem: problem.path)),
    )


def _same(
    published: Sequence[Published],
    seen: Mapping[str, PhotoFacts],
    matches: Mapping[str, tuple[Match, ...]],
    groups: Sequence[tuple[Place, ...]],
) -> dict[Place, tuple[PanelName, ...]]:
    """Every panel without an original, with all published panels that show the same picture, itself among them."""
    shown: dict[str, list[str]] = {}
    for photo in published:
        shown.setdefault(seen[photo.path].sha256, []).append(photo.id)
    unknown = [
        (sha256, number)
        for sha256, found in matches.items()
        for number, match in enumerate(found)
        if match.original is None
    ]
    together = {place: (place,) for place in unknown} | {place: group for group in groups for place in group}
    return {
        place: tuple(PanelName(published=name, panel=number + 1) for sha256, number in group for name in shown[sha256])
        for place, group in together.items()
    }

"""Compare the before and after panels that stand together in a post, and remember what was measured.

What is measured depends on two published files and on the places of the panels in them; what is on file about the
two is put beside it anew each time.
"""

from __future__ import annotations

import hashlib
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter

from .. import edits
from ..edits.pairs import ShownPanel, cut_out, pairs_in, recorded
from ..edits.side_by_side import Measures, measure
from ..photos import PictureError, open_picture
from ..pool import GivenUp
from ..records import Evidence, LookedFor, Outline, PairComparison, PanelName
from .crew import Crew
from .remembered import remembered

PAIRING = "Comparing befores with their afters"
_MEASURES = TypeAdapter(Measures)
_CHANGED = "one of the photos could not be opened"


@dataclass(frozen=True, slots=True)
class _Half:
    """One panel of a pair, as far as pixels go."""

    path: Path
    sha256: str
    outline: Outline


@dataclass(frozen=True, slots=True)
class _Task:
    before: _Half
    after: _Half
    faces: bool  # whether a program may look for faces

    @property
    def key(self) -> str:
        told = repr([(half.sha256, half.outline) for half in (self.before, self.after)])
        return f"pairs/{edits.VERSION}/{self.faces}/{hashlib.sha256(told.encode()).hexdigest()}"


def with_pairs(evidence: Sequence[Evidence], cache: MutableMapping[str, str], crew: Crew) -> list[Evidence]:
    """The evidence with the pairs that each photo has part in; None for photos that were not compared at all."""
    together = [pair for photos in _by_post(evidence).values() for pair in pairs_in(_shown(photos))]
    places = {one.published.id: one for one in evidence}
    tasks = [_task(pair, places) for pair in together]
    known = {task.key: remembered(cache, _MEASURES, task.key) for task in tasks}
    new = {task.key: task for task in tasks if known[task.key] is None}
    keys = list(new)
    for number, result in crew.run(PAIRING, _measured, list(new.values())) if new else ():
        key = keys[number]
        if isinstance(result, Measures):
            known[key] = result
            cache[key] = _MEASURES.dump_json(result).decode()
        else:
            known[key] = Measures(problem=result.reason if isinstance(result, GivenUp) else _CHANGED)
    found = [
        recorded(*pair, known[task.key] or Measures(problem=_CHANGED))
        for pair, task in zip(together, tasks, strict=True)
    ]
    return [one if one.panels is None else replace(one, pairs=_of(one, found)) for one in evidence]


def _by_post(evidence: Sequence[Evidence]) -> dict[str, list[Evidence]]:
    posts: dict[str, list[Evidence]] = {}
    for one in evidence:
        posts.setdefault(one.post.id, []).append(one)
    return posts


def _shown(photos: Sequence[Evidence]) -> list[ShownPanel]:
    return [
        ShownPanel(
            name=PanelName(published=one.published.id, panel=panel.number), panel=panel, words=one.photo.text or ()
        )
        for one in photos
        if one.not_a_patient is None
        for panel in one.panels or ()
    ]


def _task(pair: tuple[ShownPanel, ShownPanel], places: dict[str, Evidence]) -> _Task:
    before, after = (_half(shown, places[shown.name.published]) for shown in pair)
    faces = LookedFor.FACES not in places[pair[0].name.published].policy.detectors_off
    return _Task(before, after, faces)


def _half(shown: ShownPanel, one: Evidence) -> _Half:
    return _Half(Path(one.published.path), one.photo.sha256, shown.panel.match.outline)


def _measured(task: _Task) -> Measures | None:
    parts = []
    for half in (task.before, task.after):
        try:
            parts.append(cut_out(open_picture(half.path).pixels, half.outline))
        except PictureError:
            return None  # it changed since it was looked at; the next audit sees the new file
    if not all(part.size for part in parts):
        return Measures(problem="the place of a panel in its photo is not known")
    return measure(*parts, faces=task.faces)


def _of(one: Evidence, found: Sequence[PairComparison]) -> tuple[PairComparison, ...]:
    mine = one.published.id
    return tuple(pair for pair in found if mine in (pair.before.published, pair.after.published))

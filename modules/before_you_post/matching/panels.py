"""Find the originals of a published picture, panel by panel.

Most published photos are plain copies: the fingerprint names the original and the patches confirm it, in a tenth of
a second. All others are explained step by step, so collages need no cutting up beforehand: the original with the
most agreeing places is accepted, the part of the picture it explains is set aside, and what remains is asked again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from ..photos.opening import Pixels
from ..records import Match
from . import geometry as g
from .acceptance import LEAST_AREA, Accepted, accepted, panel_of, settled
from .agreement import CELL, Cells
from .candidates import QUICK, SAME_FINGERPRINT, THOROUGH, Candidate, Query
from .index import LibraryIndex
from .leftover import photo_like, unexplained_panels
from .seams import separate_pictures
from .siblings import same_place, swallowed, told_apart
from .workcopy import WorkCopy

VERSION = 7  # raise it when a change in this room would give other matches for the same pictures
_MOST_PANELS = 16
_TRIED = 6  # candidates checked patch by patch before giving up
_RELATED = 64  # bits within which another original is worth naming as the runner-up
# A plain copy was never more than 10 bits farther from its own original than from a twin of it (1,300 copies of 130
# photos). Originals within twice that of the nearest are laid over it, too; many of them take a closer look.
_RIVALS, _MOST_RIVALS = 24, 5


def find_originals(pixels: Pixels, index: LibraryIndex, *, rejected: frozenset[str] = frozenset()) -> tuple[Match, ...]:
    """Find the original of every panel of a picture (height x width x 3 uint8), in reading order; never empty.

    A panel without an original has ``original=None``; its runner-up is the nearest original that was not accepted.
    ``rejected`` are originals (Original.id) that a person said do not lie in this picture; they are never named.
    A plain copy takes less than 0.1 s of one core, anything else about 0.4 s.
    """
    return _Explanation(pixels, index, rejected).matches()


class _Explanation:
    """One published picture being explained by the library, panel after panel."""

    def __init__(self, pixels: Pixels, index: LibraryIndex, rejected: frozenset[str]) -> None:
        self.copy = WorkCopy(pixels, index)
        self.ids, self.rejected = index.entries.ids, rejected
        left_out = [entry for entry, ids in enumerate(self.ids) if rejected.issuperset(ids)] if rejected else ()
        self.query = Query(pixels, index, left_out)
        self.taken = np.zeros(self.copy.patches, np.bool_)
        self.panels: list[Accepted] = []
        self.refused: list[Candidate] = []

    def matches(self) -> tuple[Match, ...]:
        """Explain the picture as far as the library goes, and describe the result."""
        panel = self._settled()
        if panel:
            self._keep(panel)
            return self._described()
        for look in (QUICK, THOROUGH):
            self.query.look(look)
            while len(self.panels) < _MOST_PANELS and (panel := self._next()):
                self._keep(panel)
            if self.panels and self._unexplained() < LEAST_AREA:
                break
        return self._described()

    def _settled(self) -> Accepted | None:
        """The one original of which the whole picture is a plain copy."""
        near = self.query.like_the_whole(within=_RELATED)
        distances = [self.query.distance(one.entry) for one in near]
        if not near or distances[0] is None or distances[0] > SAME_FINGERPRINT:
            return None
        limit = distances[0] + _RIVALS
        rivals = [one for one, bits in zip(near, distances, strict=True) if bits is not None and bits <= limit]
        if len(rivals) > _MOST_RIVALS:
            return None
        laid = [one for one in (settled(candidate, self.copy) for candidate in rivals) if one]
        if not laid:
            return None
        panel = told_apart(laid[0], [one.candidate for one in laid], self.copy, self.taken)
        others = (one for one in near if one.entry not in (panel.candidate.entry, *panel.either))
        return replace(panel, runner_up=panel.runner_up or next(others, None))

    def _next(self) -> Accepted | None:
        candidates = self.query.candidates()
        if not self.panels:
            known = {candidate.entry for candidate in candidates}
            candidates += [one for one in self.query.like_the_whole(SAME_FINGERPRINT) if one.entry not in known]
        for candidate in candidates[:_TRIED]:
            panel = accepted(candidate, self.copy, self.taken, alike=self._alike(candidate))
            if panel:
                return told_apart(panel, candidates, self.copy, self.taken)
        self.refused = candidates
        return None

    def _alike(self, candidate: Candidate) -> bool:
        distance = self.query.distance(candidate.entry)
        return distance is not None and distance <= SAME_FINGERPRINT

    def _keep(self, panel: Accepted) -> None:
        """Add a panel, or join it to the one of which it is a further part (cut off by a bar or lettering)."""
        corners = panel.corners
        for number, known in enumerate(self.panels):
            if same_place(known, panel.candidate, self.copy):
                cells = _union(known.cells, panel.cells)
                corners = panel_of(known.candidate, self.copy, cells)
                self.panels[number] = replace(known, cells=cells, corners=corners)
                break
        else:
            self.panels = [known for known in self.panels if not swallowed(known, panel)]
            self.panels.append(panel)
        self.query.set_aside(g.apply(g.inverse(self.copy.to_work), corners))
        self._take(corners)
        left, top, right, bottom = panel.cells
        self.taken[top:bottom, left:right] = True

    def _take(self, corners: g.Corners) -> None:
        rows, columns = self.taken.shape
        inside = np.zeros((rows * CELL, columns * CELL), np.uint8)
        cv2.fillPoly(inside, [np.rint(corners).astype(np.int32)], 1)
        self.taken |= inside.reshape(rows, CELL, columns, CELL).mean(axis=(1, 3)) > 0.5

    def _unexplained(self) -> float:
        """Share of the picture that looks like a photo and that no panel explains."""
        photo = photo_like(self.copy.grey)
        return float((photo & ~self.taken[: photo.shape[0], : photo.shape[1]]).mean()) if photo.size else 0.0

    def _described(self) -> tuple[Match, ...]:
        matches = [self._match(panel) for panel in self.panels]
        kin = np.zeros_like(self.taken)
        for panel in self.panels:
            kin |= panel.agreement.kin
        shape = self.copy.grey.shape[::-1]
        work = np.asarray(cv2.resize(self.copy.pixels, shape, interpolation=cv2.INTER_AREA), np.uint8)
        unknown = unexplained_panels(work, self.taken, kin) if matches else [g.whole(*shape)]
        parts = [part for corners in unknown for part in separate_pictures(work, corners)]
        matches += [self._unknown(corners) for corners in parts]
        return tuple(_in_reading_order(matches))

    def _match(self, panel: Accepted) -> Match:
        candidate, runner_up = panel.candidate, panel.runner_up
        names = [name for entry in (candidate.entry, *panel.either) for name in self._names(entry)]
        corners = self.copy.published(panel.corners)
        return Match(
            original=names[0],
            outline=g.outline(corners),
            original_outline=g.outline(g.apply_to_edges(g.inverse(candidate.matrix), corners)),
            mirrored=g.is_mirrored(candidate.matrix),
            angle=g.angle(candidate.matrix),
            scale=round(g.scale(candidate.matrix), 4),
            inliers=candidate.inliers,
            distance=self.query.distance(candidate.entry),
            either=tuple(names[1:]),
            runner_up=self._names(runner_up.entry)[0] if runner_up else None,
            runner_up_inliers=runner_up.inliers if runner_up else 0,
        )

    def _names(self, entry: int) -> tuple[str, ...]:
        return tuple(name for name in self.ids[entry] if name not in self.rejected)

    def _unknown(self, corners: g.Corners) -> Match:
        """A panel without an original, and the candidate that came nearest to being accepted there."""
        nearest = next(
            (one for one in self.refused if one.inliers and _lies_in(self.copy.projected(one), corners)), None
        )
        return Match(
            original=None,
            outline=g.outline(self.copy.published(corners)),
            runner_up=self._names(nearest.entry)[0] if nearest else None,
            runner_up_inliers=nearest.inliers if nearest else 0,
        )


def _lies_in(projected: g.Corners, corners: g.Corners) -> bool:
    """Whether the middle of an original laid into the picture falls into an upright panel."""
    left, top, right, bottom = g.bounds(corners)
    x, y = projected.mean(axis=0)
    return bool(left <= x <= right and top <= y <= bottom)


def _union(one: Cells, other: Cells) -> Cells:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _in_reading_order(matches: Sequence[Match]) -> list[Match]:
    """Row by row, left to right; panels share a row when the middle of one lies within the height of the first."""
    waiting = sorted(matches, key=lambda match: g.bounds(np.array(match.outline))[1::-1])
    ordered: list[Match] = []
    while waiting:
        _, top, _, bottom = g.bounds(np.array(waiting[0].outline))
        row = [one for one in waiting if top <= np.mean(g.bounds(np.array(one.outline))[1::2]) <= bottom]
        row = row or waiting[:1]
        ordered += sorted(row, key=lambda match: g.bounds(np.array(match.outline))[0])
        waiting = [one for one in waiting if one not in row]
    return ordered

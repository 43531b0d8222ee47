"""Find the originals of a published picture, panel by panel.

Collages need no cutting up beforehand: the original with the most agreeing places is accepted, the part of the
picture it explains is set aside, and what remains is asked again. A wrong patient is the worst error there is, so
every acceptance is checked a second time, patch by patch (``agreement``), before it counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from ..photos.opening import Pixels
from ..records import Match
from . import geometry as g
from .agreement import CELL, WORK_SIDE, Agreement, Cells, Likeness, best_box, compare, fine_likeness
from .borders import panel_corners
from .candidates import Candidate, Query
from .features import reduced_grey
from .index import LibraryIndex, grey_original
from .leftover import unexplained_panels
from .twins import tell_apart

VERSION = 4  # raise it when a change in this room would give other matches for the same pictures
_MOST_PANELS = 16
_TRIED = 6  # candidates checked patch by patch before giving up
_SHARE = 0.75  # of the patches with detail that must be the same; two faces seen alike come to 0.7
_MANY, _SHARE_MANY = 30, 0.3  # agreeing places, and the share that then suffices: a watermark all over hides the rest
_PATCHES = 5  # with detail; fewer prove nothing
_AREA = 0.02  # of the picture, at least
_SCRAP, _MANY_IN_A_SCRAP = 0.06, 16  # of the picture, and the agreeing places it takes: two mouths can be alike
_SIBLING = 0.2  # of the best candidate's agreeing places
_TWIN_SIDE = 800  # pixels: what tells twins apart is finer than what tells strangers apart
_SAME_PLACE = 0.04  # of the original's size


@dataclass(frozen=True, slots=True)
class _Panel:
    """An accepted candidate and the part of the picture it explains."""

    candidate: Candidate
    agreement: Agreement
    cells: Cells
    corners: g.Corners  # pixels of the work copy
    either: tuple[int, ...] = ()
    runner_up: Candidate | None = None


def find_originals(pixels: Pixels, index: LibraryIndex) -> tuple[Match, ...]:
    """Find the original of every panel of a picture (height x width x 3 uint8), in reading order; never empty.

    A panel without an original has ``original=None``; a picture of which nothing was recognised is one such panel.
    About 0.5 s of one core in a small library.
    """
    return _Explanation(pixels, index).matches()


class _Explanation:
    """One published picture being explained by the library, panel after panel."""

    def __init__(self, pixels: Pixels, index: LibraryIndex) -> None:
        self.index = index
        self.query = Query(pixels, index)
        self.grey = reduced_grey(pixels, WORK_SIDE)
        self.pixels = pixels
        size = (self.grey.shape[1], self.grey.shape[0])
        self.to_work = g.resizing(self.query.width, self.query.height, *size)
        self.taken = np.zeros((max(1, size[1] // CELL), max(1, size[0] // CELL)), np.bool_)
        self.panels: list[_Panel] = []

    def matches(self) -> tuple[Match, ...]:
        """Explain the picture as far as the library goes, and describe the result."""
        while len(self.panels) < _MOST_PANELS:
            panel = self._next()
            if panel is None:
                break
            self._keep(panel)
        return self._described()

    def _next(self) -> _Panel | None:
        candidates = self.query.candidates()
        if not self.panels:
            known = {candidate.entry for candidate in candidates}
            candidates += [one for one in self.query.same_fingerprint() if one.entry not in known]
        for candidate in candidates[:_TRIED]:
            panel = self._accepted(candidate)
            if panel:
                return self._told_apart(panel, candidates)
        return None

    def _accepted(self, candidate: Candidate) -> _Panel | None:
        """The panel a candidate explains; None when the patches do not bear it out."""
        laid = self._laid(candidate, self.to_work)
        if laid is None:
            return None
        original, matrix = laid
        agreement = compare(self.grey, original, matrix)
        worth = np.where(self.taken, np.float32(-2), agreement.worth)
        left, top, right, bottom = cells = best_box(worth)
        patches = int(agreement.same[top:bottom, left:right].sum())
        needed = _SHARE_MANY if candidate.inliers >= _MANY else _SHARE
        if patches < _PATCHES or agreement.share(cells) < needed:
            return None
        area = (right - left) * (bottom - top) / worth.size
        if area < _AREA or (area < _SCRAP and candidate.inliers < _MANY_IN_A_SCRAP):
            return None
        return _Panel(candidate, agreement, cells, self._corners(candidate, cells))

    def _corners(self, candidate: Candidate, cells: Cells) -> g.Corners:
        matrix = g.then(candidate.matrix, self.to_work)
        described = self.index.entries[candidate.entry].described
        projected = g.apply_to_edges(matrix, g.whole(described.width, described.height))
        return panel_corners(self.grey, cells, projected, matrix)

    def _laid(self, candidate: Candidate, to_copy: g.Matrix) -> tuple[NDArray[np.uint8], g.Matrix] | None:
        """A reduced original and its map to a copy of the published picture; None when the file is gone."""
        entry = self.index.entries[candidate.entry]
        grey = grey_original(entry.path, entry.described.sha256)
        if grey is None:
            return None
        whole = g.resizing(grey.shape[1], grey.shape[0], entry.described.width, entry.described.height)
        return grey, g.then(g.then(whole, candidate.matrix), to_copy)

    def _told_apart(self, panel: _Panel, candidates: list[Candidate]) -> _Panel:
        """Among shots of the same moment, choose by finest detail; name those that fit as well."""
        floor = _SIBLING * panel.candidate.inliers
        siblings = {
            one.entry: one for one in reversed(candidates) if one.inliers >= floor and self._same_place(panel, one)
        }
        siblings[panel.candidate.entry] = panel.candidate
        others = [one for one in candidates if one.entry not in siblings]
        if len(siblings) == 1:
            return replace(panel, runner_up=others[0] if others else None)
        best, either = tell_apart({entry: self._likeness(panel, one) for entry, one in siblings.items()})
        chosen = panel if best == panel.candidate.entry else self._accepted(siblings[best])
        if chosen is None:
            chosen, either = panel, (*either, best)
        either = tuple(entry for entry in either if entry != chosen.candidate.entry)
        rest = [one for one in candidates if one.entry not in (chosen.candidate.entry, *either)]
        return replace(chosen, either=either, runner_up=rest[0] if rest else None)

    def _likeness(self, panel: _Panel, candidate: Candidate) -> Likeness:
        fine = reduced_grey(self.pixels, _TWIN_SIDE)
        to_fine = g.resizing(self.query.width, self.query.height, fine.shape[1], fine.shape[0])
        outline = g.apply(g.then(g.inverse(self.to_work), to_fine), panel.corners)
        laid = self._laid(candidate, to_fine)
        if laid is None:
            return Likeness(np.zeros(fine.shape, np.float32), np.zeros(fine.shape, np.bool_))
        return fine_likeness(fine, *laid, outline)

    def _same_place(self, panel: _Panel, other: Candidate) -> bool:
        """Whether two originals are laid alike: each point of the panel is the same spot of both."""
        corners = g.apply(g.inverse(self.to_work), panel.corners)
        spots = []
        for one in (panel.candidate, other):
            described = self.index.entries[one.entry].described
            spots.append(g.apply(g.inverse(one.matrix), corners) / (described.width, described.height))
        return bool(np.abs(spots[0] - spots[1]).max() < _SAME_PLACE)

    def _keep(self, panel: _Panel) -> None:
        """Add a panel, or join it to the one of which it is a further part (cut off by a bar or lettering)."""
        corners = panel.corners
        for number, known in enumerate(self.panels):
            if self._same_place(known, panel.candidate):
                cells = _union(known.cells, panel.cells)
                corners = self._corners(known.candidate, cells)
                self.panels[number] = replace(known, cells=cells, corners=corners)
                break
        else:
            self.panels.append(panel)
        self.query.set_aside(g.apply(g.inverse(self.to_work), corners))
        self._take(corners)
        left, top, right, bottom = panel.cells
        self.taken[top:bottom, left:right] = True

    def _take(self, corners: g.Corners) -> None:
        rows, columns = self.taken.shape
        inside = np.zeros((rows * CELL, columns * CELL), np.uint8)
        cv2.fillPoly(inside, [np.rint(corners).astype(np.int32)], 1)
        self.taken |= inside.reshape(rows, CELL, columns, CELL).mean(axis=(1, 3)) > 0.5

    def _described(self) -> tuple[Match, ...]:
        back = g.inverse(self.to_work)
        matches = [self._match(panel) for panel in self.panels]
        kin = np.zeros_like(self.taken)
        for panel in self.panels:
            kin |= panel.agreement.kin
        work = np.asarray(cv2.resize(self.pixels, self.grey.shape[::-1], interpolation=cv2.INTER_AREA), np.uint8)
        unknown = unexplained_panels(work, self.taken, kin) if matches else [g.whole(*self.grey.shape[::-1])]
        outlines = [self._clipped(g.apply_to_edges(back, corners)) for corners in unknown]
        matches += [Match(original=None, outline=g.outline(corners)) for corners in outlines]
        return tuple(_in_reading_order(matches))

    def _match(self, panel: _Panel) -> Match:
        entries, candidate = self.index.entries, panel.candidate
        entry, matrix = entries[candidate.entry], candidate.matrix
        corners = self._clipped(g.apply_to_edges(g.inverse(self.to_work), panel.corners))
        others = [*entry.ids[1:], *(name for other in panel.either for name in entries[other].ids)]
        runner_up = panel.runner_up
        return Match(
            original=entry.ids[0],
            outline=g.outline(corners),
            original_outline=g.outline(g.apply_to_edges(g.inverse(matrix), corners)),
            mirrored=g.is_mirrored(matrix),
            angle=g.angle(matrix),
            scale=round(g.scale(matrix), 4),
            inliers=candidate.inliers,
            distance=self.query.distance(candidate.entry),
            either=tuple(others),
            runner_up=entries[runner_up.entry].ids[0] if runner_up else None,
            runner_up_inliers=runner_up.inliers if runner_up else 0,
        )

    def _clipped(self, corners: g.Corners) -> g.Corners:
        return np.clip(corners, 0, [self.query.width, self.query.height])


def _union(one: Cells, other: Cells) -> Cells:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _in_reading_order(matches: list[Match]) -> list[Match]:
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

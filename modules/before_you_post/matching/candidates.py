"""Which originals could lie in a published picture, and how: by keypoints, and by the fingerprint of the whole.

Keypoints find crops, turns, collages and covered photos; the fingerprint finds smooth or tiny copies that have too
few keypoints left. Looking up keypoints is what takes time, so some of them are looked up first, and the others only
where those left something unexplained. Mirrored pictures are looked up with mirrored keypoints.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from ..photos.fingerprint import LAYINGS, fingerprints_of_all_layings
from ..photos.opening import Pixels
from .features import QUERY_LIMIT, QUERY_SIDE, Features, extract, mirrored
from .geometry import Corners, Matrix, inverse, laying, mirroring, resizing, then
from .index import LibraryIndex
from .placement import place, tolerance_of
from .search import Likenesses, Vote

SAME_FINGERPRINT = 30  # bits of 256; different photos begin to be as near as this above 31
_SHORTLIST = 10
_SURE, _RUNNERS = 40, 4  # agreeing places after which only the nearest votes are placed, and how many of them
_RIVAL = 0.25  # of the strongest vote


@dataclass(frozen=True, slots=True)
class Look:
    """How many keypoints of a picture are looked up in the library, as they are and mirrored."""

    plain: int
    mirrored: int


QUICK = Look(500, 0)
# More mirrored ones found nothing more: what hides most, a watermark, is never mirrored.
THOROUGH = Look(QUERY_LIMIT, 1000)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One original laid into the published picture."""

    entry: int  # position in LibraryIndex.entries
    matrix: Matrix  # whole original to whole published picture, mirrored or not
    inliers: int  # agreeing places; 0 = only the fingerprint speaks for it


@dataclass(slots=True)
class _View:
    """The published picture, or its mirror image: keypoints not yet explained, and their likenesses."""

    flipped: bool
    asked: int  # of the picture's keypoints, counted from the most telling
    features: Features
    likenesses: Likenesses


class Query:
    """A published picture being looked up in the library. ``left_out`` are entries never to be proposed."""

    def __init__(self, pixels: Pixels, index: LibraryIndex, left_out: Collection[int] = ()) -> None:
        self.index = index
        self.height, self.width = pixels.shape[:2]
        self.tolerance = tolerance_of(max(self.height, self.width))
        self._pixels = pixels
        self._left_out = frozenset(left_out)
        self._explained: list[Corners] = []
        self._views: dict[bool, _View] = {}
        self._codes = [code.bits for code in fingerprints_of_all_layings(pixels) if code.usable]

    def look(self, how: Look) -> None:
        """Find what keypoints are like in the library, outside what was explained already; none is asked twice."""
        for flipped, limit in ((False, how.plain), (True, how.mirrored)):
            known = self._views.get(flipped)
            chosen = np.arange(known.asked if known else 0, min(limit, len(self._keypoints)))
            for outline in self._explained:
                chosen = chosen[~inside(self._keypoints.points[chosen], outline)]
            features = self._keypoints.take(chosen)
            features = mirrored(features, self.width) if flipped else features
            likenesses = self.index.search.nearest(features.descriptors)
            if known:
                features, likenesses = known.features.and_those_of(features), known.likenesses.and_those_of(likenesses)
            self._views[flipped] = _View(flipped, limit, features, likenesses)

    @cached_property
    def _keypoints(self) -> Features:
        return extract(self._pixels, long_side=QUERY_SIDE, limit=QUERY_LIMIT)

    def candidates(self) -> list[Candidate]:
        """Every original that could be placed on keypoints not yet explained, most agreeing places first."""
        votes: list[tuple[Vote, _View]] = []
        for view in self._views.values():
            ranked = self.index.search.votes(view.features, view.likenesses, at_most=_SHORTLIST)
            votes.extend((vote, view) for vote in ranked if vote.entry not in self._left_out)
        votes.sort(key=lambda pair: (-pair[0].weight, pair[0].entry))
        placed: list[Candidate] = []
        for number, (vote, view) in enumerate(votes[:_SHORTLIST]):
            sure = number >= _RUNNERS and any(one.inliers >= _SURE for one in placed)
            if sure and vote.weight < _RIVAL * votes[0][0].weight:
                break
            candidate = self._placed(vote, view)
            if candidate:
                placed.append(candidate)
        return sorted(placed, key=lambda one: (-one.inliers, one.entry))

    def like_the_whole(self, within: int) -> list[Candidate]:
        """Originals whose fingerprint, however laid, is within so many bits of that of the whole picture, nearest
        first; each laid over the whole picture."""
        near = self.index.fingerprints.within(self._codes, within) if self._codes else []
        return [
            Candidate(one.entry, self._whole(one.entry, one.code), 0) for one in near if one.entry not in self._left_out
        ]

    def distance(self, entry: int) -> int | None:
        """The smallest fingerprint distance of an entry to the whole picture, over all layings; None = too little
        structure in one of them to tell."""
        return self.index.fingerprints.distance(entry, self._codes) if self._codes else None

    def set_aside(self, outline: Corners) -> None:
        """Leave out, from now on, the keypoints inside an outline (n x 2, whole published pixels)."""
        self._explained.append(outline)
        for view in self._views.values():
            corners = outline * np.array([-1, 1]) + np.array([self.width - 1, 0]) if view.flipped else outline
            keep = ~inside(view.features.points, corners)
            view.features, view.likenesses = view.features.take(keep), view.likenesses.take(keep)

    def _placed(self, vote: Vote, view: _View) -> Candidate | None:
        described = self.index.entries[vote.entry].described
        side = max(described.width, described.height)
        placement = place(view.features, described.features, vote, self.tolerance, side)
        if placement is None:
            return None
        matrix = then(placement.matrix, mirroring(self.width)) if view.flipped else placement.matrix
        return Candidate(vote.entry, matrix, placement.inliers)

    def _whole(self, entry: int, number: int) -> Matrix:
        """The map that lays the whole original over the whole published picture; ``number`` is the laying that
        makes the *published* picture look like the original."""
        described = self.index.entries[entry].described
        turned = LAYINGS[number].quarter_turns % 2
        size = (self.height, self.width) if turned else (self.width, self.height)
        there = then(
            laying(LAYINGS[number], self.width, self.height),
            resizing(*size, described.width, described.height),
        )
        return inverse(there)


def inside(points: NDArray[np.float32], corners: Corners) -> NDArray[np.bool_]:
    """Which points lie in a convex outline."""
    if not len(points):
        return np.zeros(0, np.bool_)
    hull = cv2.convexHull(corners.astype(np.float32))[:, 0, :]
    ahead = np.roll(hull, -1, axis=0) - hull
    towards = points[:, None, :] - hull[None, :, :]
    turn = ahead[None, :, 0] * towards[:, :, 1] - ahead[None, :, 1] * towards[:, :, 0]
    return np.asarray((turn >= 0).all(axis=1) | (turn <= 0).all(axis=1))

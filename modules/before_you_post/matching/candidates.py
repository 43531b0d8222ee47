"""Which originals could lie in a published picture, and how: by keypoints, and by the fingerprint of the whole.

Keypoints find crops, turns, collages and covered photos; the fingerprint finds smooth or tiny copies that have too
few keypoints left. Looking up keypoints is what takes time, so a picture is first looked at quickly, and thoroughly
only where the quick look left something unexplained. Mirrored pictures are looked up with mirrored keypoints.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

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
    """How thoroughly a picture is searched for keypoints."""

    long_side: int  # pixels
    limit: int  # keypoints
    senses: tuple[bool, ...]  # as it is (False), mirrored (True)


QUICK = Look(560, 500, (False,))
THOROUGH = Look(QUERY_SIDE, QUERY_LIMIT, (False, True))


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
    features: Features
    likenesses: Likenesses
    hopeless: set[tuple[int, float, float]] = field(default_factory=set)  # votes that came to nothing


class Query:
    """A published picture being looked up in the library. ``left_out`` are entries never to be proposed."""

    def __init__(self, pixels: Pixels, index: LibraryIndex, left_out: Collection[int] = ()) -> None:
        self.index = index
        self.height, self.width = pixels.shape[:2]
        self.tolerance = tolerance_of(max(self.height, self.width))
        self._pixels = pixels
        self._left_out = frozenset(left_out)
        self._explained: list[Corners] = []
        self._views: list[_View] = []
        self._codes = [code.bits for code in fingerprints_of_all_layings(pixels) if code.usable]

    def look(self, how: Look) -> None:
        """Find keypoints and what they are like in the library, outside what was explained already."""
        plain = extract(self._pixels, long_side=how.long_side, limit=how.limit)
        for outline in self._explained:
            plain = plain.take(~inside(plain.points, outline))
        self._views = []
        for flipped in how.senses:
            features = mirrored(plain, self.width) if flipped else plain
            self._views.append(_View(flipped, features, self.index.search.nearest(features.descriptors)))

    def candidates(self) -> list[Candidate]:
        """Every original that could be placed on keypoints not yet explained, most agreeing places first."""
        votes: list[tuple[Vote, _View]] = []
        for view in self._views:
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
        for view in self._views:
            corners = outline * np.array([-1, 1]) + np.array([self.width - 1, 0]) if view.flipped else outline
            keep = ~inside(view.features.points, corners)
            view.features, view.likenesses = view.features.take(keep), view.likenesses.take(keep)

    def _placed(self, vote: Vote, view: _View) -> Candidate | None:
        key = (vote.entry, vote.turn, vote.size)
        if key in view.hopeless:  # it will not become better with fewer keypoints
            return None
        described = self.index.entries[vote.entry].described
        side = max(described.width, described.height)
        placement = place(view.features, described.features, vote, self.tolerance, side)
        if placement is None:
            view.hopeless.add(key)
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

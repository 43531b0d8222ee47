"""Which originals could lie in a published picture, and how: by keypoints, and by the fingerprint of the whole.

Keypoints find crops, turns, collages and covered photos; the fingerprint finds smooth or tiny copies that have too
few keypoints left. Mirrored pictures are looked up with mirrored keypoints in the same pass.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ..photos.fingerprint import LAYINGS, fingerprints_of_all_layings
from ..photos.opening import Pixels
from .features import QUERY_LIMIT, QUERY_SIDE, Features, extract, mirrored
from .geometry import Corners, Matrix, inverse, laying, mirroring, resizing, then
from .index import LibraryIndex
from .placement import place
from .search import Likenesses, Vote

SAME_FINGERPRINT = 30  # bits of 256; different photos begin to be as near as this above 31
_SHORTLIST = 20
_TOLERANCE = 4.0  # pixels of a picture of QUERY_SIDE


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


class Query:
    """A published picture being looked up in the library."""

    def __init__(self, pixels: Pixels, index: LibraryIndex) -> None:
        self.index = index
        self.height, self.width = pixels.shape[:2]
        self.tolerance = max(1.0, max(self.height, self.width) / QUERY_SIDE) * _TOLERANCE
        self._views: list[_View] = []
        if not index.entries:
            self.distances = np.zeros((8, 0), np.intp)
            return
        self.distances = self._all_distances(pixels)
        plain = extract(pixels, long_side=QUERY_SIDE, limit=QUERY_LIMIT)
        for flipped, features in ((False, plain), (True, mirrored(plain, self.width))):
            self._views.append(_View(flipped, features, index.search.nearest(features.descriptors)))

    def candidates(self) -> list[Candidate]:
        """Every original that could be placed on keypoints not yet set aside, most agreeing places first."""
        votes: list[tuple[Vote, _View]] = []
        for view in self._views:
            ranked = self.index.search.votes(view.features, view.likenesses, at_most=_SHORTLIST)
            votes.extend((vote, view) for vote in ranked)
        votes.sort(key=lambda pair: (-pair[0].weight, pair[0].entry))
        placed = [self._placed(vote, view) for vote, view in votes[:_SHORTLIST]]
        return sorted((one for one in placed if one), key=lambda one: (-one.inliers, one.entry))

    def same_fingerprint(self) -> list[Candidate]:
        """Originals of which the whole picture is a copy, however laid, by fingerprint alone; nearest first."""
        found: list[tuple[int, Candidate]] = []
        for entry in np.flatnonzero(self.distances.min(axis=0) <= SAME_FINGERPRINT) if self.distances.size else ():
            number = int(self.distances[:, entry].argmin())
            found.append(
                (int(self.distances[number, entry]), Candidate(int(entry), self._whole(int(entry), number), 0))
            )
        return [candidate for _, candidate in sorted(found, key=lambda pair: (pair[0], pair[1].entry))]

    def distance(self, entry: int) -> int | None:
        """The smallest fingerprint distance of an entry to the whole picture, over all layings."""
        return int(self.distances[:, entry].min()) if self.distances.size else None

    def set_aside(self, outline: Corners) -> None:
        """Leave out, from now on, the keypoints inside an outline (n x 2, whole published pixels)."""
        for view in self._views:
            corners = outline * np.array([-1, 1]) + np.array([self.width - 1, 0]) if view.flipped else outline
            keep = ~_inside(view.features.points, corners)
            view.features, view.likenesses = view.features.take(keep), view.likenesses.take(keep)

    def _placed(self, vote: Vote, view: _View) -> Candidate | None:
        original = self.index.entries[vote.entry].described.features
        placement = place(view.features, original, vote, self.tolerance)
        if placement is None:
            return None
        matrix = then(placement.matrix, mirroring(self.width)) if view.flipped else placement.matrix
        return Candidate(vote.entry, matrix, placement.inliers)

    def _all_distances(self, pixels: Pixels) -> NDArray[np.intp]:
        """8 layings x entries; far apart wherever either picture has too little structure to tell."""
        codes = fingerprints_of_all_layings(pixels)
        distances = np.stack([self.index.fingerprint_distances(code.bits) for code in codes])
        usable = np.array([entry.described.fingerprint.usable for entry in self.index.entries])
        return np.where(usable & codes[0].usable, distances, 256)

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


def _inside(points: NDArray[np.float32], corners: Corners) -> NDArray[np.bool_]:
    """Which points lie in a convex outline."""
    if not len(points):
        return np.zeros(0, np.bool_)
    hull = cv2.convexHull(corners.astype(np.float32))[:, 0, :]
    ahead = np.roll(hull, -1, axis=0) - hull
    towards = points[:, None, :] - hull[None, :, :]
    turn = ahead[None, :, 0] * towards[:, :, 1] - ahead[None, :, 1] * towards[:, :, 0]
    return np.asarray((turn >= 0).all(axis=1) | (turn <= 0).all(axis=1))

"""Published panels without an original that show the same picture: one lost original on four channels is one question.

They are compared as published pictures are with originals: by fingerprint however laid, by keypoints, and then patch
by patch. Plain copies are put together first, and one of each group stands for it in an index of keypoints, so the
time grows with the number of panels, not with the number of pairs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ..photos.fingerprint import LAYINGS, Fingerprint, fingerprints_of_all_layings
from ..photos.opening import Pixels
from ..records import Outline
from . import geometry as g
from .acceptance import borne_out
from .agreement import WORK_SIDE, Agreement, Cells, aligned, compare
from .candidates import SAME_FINGERPRINT
from .features import Features, extract, mirrored, reduced_grey
from .fingerprint_search import FingerprintSearch
from .placement import place, tolerance_of
from .search import Search

_SIDE, _LIMIT = 720, 400  # pixels looked at; keypoints kept
_SHORTLIST = 4
_MOST_OF_IT = 0.5  # of the smaller of two panels must be in both; a shared logo is less
_ALIGN_SIDE = 240  # pixels
_COPY_QUALITY = 92  # JPEG

Groups = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class UnknownPanel:
    """What is kept of one published panel to compare it with others; about 80 KB, and it can be sent to a process."""

    width: int  # pixels of the panel
    height: int
    layings: tuple[Fingerprint, ...]  # however it may be laid
    features: Features
    copy: bytes  # a reduced grey JPEG

    @property
    def grey(self) -> NDArray[np.uint8]:
        """The reduced grey copy."""
        return np.asarray(cv2.imdecode(np.frombuffer(self.copy, np.uint8), cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def describe_unknown(pixels: Pixels, outline: Outline) -> UnknownPanel:
    """Measure one panel (outline in pixels) of a published picture (height x width x 3). About 0.1 s of one core."""
    height, width = pixels.shape[:2]
    left, top, right, bottom = g.bounds(np.array(outline, np.float64))
    # At least one pixel, wherever the outline lies.
    left, top = min(max(0, round(left)), width - 1), min(max(0, round(top)), height - 1)
    panel = pixels[top : max(top + 1, round(bottom)), left : max(left + 1, round(right))]
    grey = reduced_grey(panel, WORK_SIDE)
    return UnknownPanel(
        width=panel.shape[1],
        height=panel.shape[0],
        layings=fingerprints_of_all_layings(panel),
        features=extract(panel, long_side=_SIDE, limit=_LIMIT),
        copy=cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, _COPY_QUALITY])[1].tobytes(),
    )


def same_pictures(panels: Sequence[UnknownPanel]) -> Groups:
    """Which panels show the same picture: groups of their positions, two or more each, in ascending order.

    Part of the same picture counts when it is the larger part of one of them. What is like one of a group belongs to
    the group.
    """
    together = _Together(len(panels))
    for one, other, matrix in _like_by_fingerprint(panels):
        if not together.are(one, other) and _same(panels[one], panels[other], matrix, 0):
            together.put(one, other)
    for one, other, matrix, inliers in _like_by_keypoints(panels, together.leaders()):
        if not together.are(one, other) and _same(panels[one], panels[other], matrix, inliers):
            together.put(one, other)
    return together.groups()


class _Together:
    """Who belongs together so far, each group under its first."""

    def __init__(self, count: int) -> None:
        self._first = list(range(count))

    def leader(self, one: int) -> int:
        """The first of the group of one."""
        while self._first[one] != one:
            self._first[one] = self._first[self._first[one]]
            one = self._first[one]
        return one

    def leaders(self) -> list[int]:
        """The first of every group, groups of one included."""
        return [one for one in range(len(self._first)) if self.leader(one) == one]

    def are(self, one: int, other: int) -> bool:
        """Whether two are known to belong together."""
        return self.leader(one) == self.leader(other)

    def put(self, one: int, other: int) -> None:
        """Join the groups of two."""
        first, second = sorted((self.leader(one), self.leader(other)))
        self._first[second] = first

    def groups(self) -> Groups:
        """The groups of two and more."""
        members: dict[int, list[int]] = {}
        for one in range(len(self._first)):
            members.setdefault(self.leader(one), []).append(one)
        return tuple(tuple(group) for group in members.values() if len(group) > 1)


def _like_by_fingerprint(panels: Sequence[UnknownPanel]) -> Iterator[tuple[int, int, g.Matrix]]:
    """Pairs whose fingerprints are near, with the map from the second's pixels to the first's."""
    codes = np.array([_code(panel, 0) for panel in panels], np.uint8).reshape(-1, 32)
    search = FingerprintSearch(codes, np.array([panel.layings[0].usable for panel in panels], np.bool_))
    for way in range(len(LAYINGS)):
        laid = np.array([_code(panel, way) for panel in panels], np.uint8).reshape(-1, 32)
        for one, other, _ in zip(*search.pairs(laid, SAME_FINGERPRINT), strict=True):
            if other < one and panels[one].layings[0].usable:
                yield int(one), int(other), _whole(panels[one], panels[other], way)


def _code(panel: UnknownPanel, way: int) -> NDArray[np.uint8]:
    return np.frombuffer(panel.layings[way].bits, np.uint8)


def _whole(one: UnknownPanel, other: UnknownPanel, way: int) -> g.Matrix:
    """The map that lays the whole second panel over the whole first, which is laid that way to look like it."""
    how = LAYINGS[way]
    size = (one.height, one.width) if how.quarter_turns % 2 else (one.width, one.height)
    there = g.then(g.laying(how, one.width, one.height), g.resizing(*size, other.width, other.height))
    return g.inverse(there)


def _like_by_keypoints(panels: Sequence[UnknownPanel], chosen: list[int]) -> Iterator[tuple[int, int, g.Matrix, int]]:
    """Pairs of the chosen panels that can be laid over each other, with the map and the agreeing places."""
    if len(chosen) < 2:
        return
    search = Search.of([panels[number].features for number in chosen])
    for position, one in enumerate(chosen):
        panel = panels[one]
        tolerance = tolerance_of(max(panel.width, panel.height))
        for flipped in (False, True):
            features = mirrored(panel.features, panel.width) if flipped else panel.features
            votes = search.votes(features, search.nearest(features.descriptors), at_most=_SHORTLIST + 1)
            for vote in votes:
                other = chosen[vote.entry]
                if vote.entry == position:
                    continue
                side = max(panels[other].width, panels[other].height)
                placement = place(features, panels[other].features, vote, tolerance, side)
                if placement:
                    back = g.mirroring(panel.width) if flipped else np.eye(2, 3)
                    yield one, other, g.then(placement.matrix, back), placement.inliers


def _same(one: UnknownPanel, other: UnknownPanel, matrix: g.Matrix, inliers: int) -> bool:
    """Whether the second panel, laid over the first, shows the same photo patch by patch, and enough of it."""
    query, laid = one.grey, other.grey
    to_query = g.resizing(one.width, one.height, query.shape[1], query.shape[0])
    from_copy = g.resizing(laid.shape[1], laid.shape[0], other.width, other.height)
    rough = g.then(g.then(from_copy, matrix), to_query)
    exact = aligned(query, laid, rough, _ALIGN_SIDE) if not inliers else rough
    agreement = compare(query, laid, exact)
    cells = borne_out(agreement, np.zeros(agreement.worth.shape, np.bool_), inliers)
    return cells is not None and _share(agreement, cells, g.scale(exact), laid.shape) >= _MOST_OF_IT


def _share(agreement: Agreement, cells: Cells, scale: float, shape: tuple[int, ...]) -> float:
    """How much of the smaller panel the agreeing box is."""
    rows, columns = agreement.worth.shape
    box = (cells[2] - cells[0]) * (cells[3] - cells[1]) / (rows * columns)
    smaller = min(1.0, shape[0] * shape[1] * scale**2 / (rows * columns * 100))
    return float(box / max(smaller, 1e-6))

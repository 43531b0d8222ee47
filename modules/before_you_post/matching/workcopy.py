"""A published picture at the sizes at which it is compared with originals, and how originals are laid over it.

Everything is compared on reduced grey copies: what tells one photo from another survives that, and it is quick.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..photos.opening import Pixels
from . import geometry as g
from .agreement import CELL, WORK_SIDE, Likeness, fine_likeness
from .candidates import Candidate
from .features import reduced_grey
from .index import COPY_SIDES, LibraryIndex, grey_original

_FINE_SIDE = 800  # pixels: what tells twins apart is finer than what tells strangers apart
_ENLARGED = 1.05  # by how much a copy of an original may be enlarged before a larger one is read


class WorkCopy:
    """Reduced copies of one published picture (height x width x 3 uint8), and the maps that lead to them."""

    def __init__(self, pixels: Pixels, index: LibraryIndex) -> None:
        self.pixels = pixels
        self.index = index
        self.height, self.width = pixels.shape[:2]
        self.grey = reduced_grey(pixels, WORK_SIDE)
        self.to_work = self._to(self.grey)

    @property
    def patches(self) -> tuple[int, int]:
        """Rows and columns of patches of the copy in which agreement is counted."""
        return max(1, self.grey.shape[0] // CELL), max(1, self.grey.shape[1] // CELL)

    def laid(self, candidate: Candidate, to_copy: g.Matrix) -> tuple[NDArray[np.uint8], g.Matrix] | None:
        """A reduced original and its map to a copy of the published picture; None when the file is gone."""
        entry = self.index.entries[candidate.entry]
        matrix = g.then(candidate.matrix, to_copy)
        wanted = max(entry.described.width, entry.described.height) * g.scale(matrix)
        side = next((side for side in COPY_SIDES if wanted <= side * _ENLARGED), COPY_SIDES[-1])
        grey = grey_original(entry.path, entry.described.sha256, side)
        if grey is None:
            return None
        whole = g.resizing(grey.shape[1], grey.shape[0], entry.described.width, entry.described.height)
        return grey, g.then(whole, matrix)

    def projected(self, candidate: Candidate) -> g.Corners:
        """The outline of the whole original in pixels of the work copy."""
        described = self.index.entries[candidate.entry].described
        return g.apply_to_edges(g.then(candidate.matrix, self.to_work), g.whole(described.width, described.height))

    def published(self, corners: g.Corners) -> g.Corners:
        """An outline in pixels of the work copy as it lies in the whole published picture, cut at its border."""
        return np.clip(g.apply_to_edges(g.inverse(self.to_work), corners), 0, [self.width, self.height])

    def likeness(self, candidate: Candidate, corners: g.Corners) -> Likeness:
        """How alike the finest detail of an original is inside an outline (work copy); empty when its file is gone."""
        laid = self.laid(candidate, self._to(self._fine))
        if laid is None:
            return Likeness(np.zeros(self._fine.shape, np.float32), np.zeros(self._fine.shape, np.bool_))
        outline = g.apply(g.then(g.inverse(self.to_work), self._to(self._fine)), corners)
        return fine_likeness(self._fine, *laid, outline)

    @cached_property
    def _fine(self) -> NDArray[np.uint8]:
        return reduced_grey(self.pixels, _FINE_SIDE)

    def _to(self, copy: NDArray[np.uint8]) -> g.Matrix:
        return g.resizing(self.width, self.height, copy.shape[1], copy.shape[0])

"""Which originals have nearly the fingerprint of a published picture: all are compared, none is guessed.

Comparing 256 bits takes a few steps of a processor, so that a million originals are looked through in two
thousandths of a second. No tree is needed, and none of the nearest is ever missed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import faiss
import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint8]  # n x 32


@dataclass(frozen=True, slots=True)
class Near:
    """An entry of the library whose fingerprint is near one that was asked for."""

    entry: int
    distance: int  # bits of 256
    code: int  # which of the fingerprints asked for, by position


class FingerprintSearch:
    """The fingerprints of a library in memory, 32 bytes each; unusable ones (too little structure) are left out."""

    def __init__(self, codes: Codes, usable: NDArray[np.bool_]) -> None:
        self._entries = np.flatnonzero(usable)
        self._index = faiss.IndexBinaryFlat(256)
        self._index.add(np.ascontiguousarray(codes if usable.all() else codes[usable]))

    def within(self, codes: Sequence[bytes], bits: int) -> list[Near]:
        """The entries at most ``bits`` from any of the codes, nearest first, each at its nearest code."""
        found: dict[int, Near] = {}
        for code, entry, distance in zip(*self.pairs(_array(codes), bits), strict=True):
            near = Near(int(entry), int(distance), int(code))
            known = found.get(near.entry)
            if known is None or (near.distance, near.code) < (known.distance, known.code):
                found[near.entry] = near
        return sorted(found.values(), key=lambda near: (near.distance, near.entry))

    def pairs(self, codes: Codes, bits: int) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
        """All pairs at most ``bits`` apart: position of the code, entry, distance. For many pictures in one pass."""
        if not len(self._entries) or not len(codes):
            none = np.zeros(0, np.intp)
            return none, none, none
        limits, distances, rows = self._index.range_search(np.ascontiguousarray(codes), bits + 1)
        whose = np.repeat(np.arange(len(codes)), np.diff(limits.astype(np.intp)))
        return whose, self._entries[rows], distances.astype(np.intp)

    def distance(self, entry: int, codes: Sequence[bytes]) -> int | None:
        """How far an entry is from the nearest of the codes; None where its own fingerprint is unusable."""
        row = int(np.searchsorted(self._entries, entry))
        if row == len(self._entries) or self._entries[row] != entry:
            return None
        own = self._index.reconstruct(row)
        return int(np.bitwise_count(own ^ _array(codes)).sum(axis=1, dtype=np.intp).min())


def _array(codes: Sequence[bytes]) -> Codes:
    return np.frombuffer(b"".join(codes), np.uint8).reshape(-1, 32)

"""Which originals share small places with a published picture: nearest keypoints, counted with their turn and size.

A chance likeness points anywhere; the places of a true original all say the same thing, "turned by this much, this
many times larger". So likenesses are counted in bins of turn and size, and only the fullest bins are looked at.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from .features import Features, Floats

NEIGHBOURS = 8
_EXACT_UP_TO = 60_000  # keypoints (about 100 originals); above, a tree is faster
_PROBES = 12
_TURNS, _SIZES = 12, 12  # bins of 30 degrees, and of a factor 2 from 1/64 to 64


@dataclass(frozen=True, slots=True)
class Likenesses:
    """For every keypoint of a query, its nearest keypoints in the library and how much each counts."""

    rows: NDArray[np.int64]  # n x NEIGHBOURS, positions in the library; -1 = none
    weights: Floats  # n x NEIGHBOURS, 0 to 1

    def take(self, chosen: NDArray[np.bool_]) -> Likenesses:
        """The likenesses of some of the query's keypoints."""
        return Likenesses(self.rows[chosen], self.weights[chosen])


@dataclass(frozen=True, slots=True)
class Vote:
    """How strongly the keypoints speak for one entry of the library, at one turn and size."""

    entry: int
    weight: float
    turn: float  # degrees clockwise, original to query
    size: float  # query pixels per original pixel


class Search:
    """Nearest-keypoint search over the whole library. Exact when small; a cached tree of byte codes when large."""

    def __init__(self, library: Sequence[Features], file: Path) -> None:
        counts = [len(features) for features in library]
        self.owners = np.repeat(np.arange(len(library)), counts)
        self.angles = np.concatenate([np.zeros(0, np.float32), *(features.angles for features in library)])
        self.sizes = np.concatenate([np.zeros(0, np.float32), *(features.sizes for features in library)])
        self._index = _exact(library) if sum(counts) <= _EXACT_UP_TO else _tree(library, sum(counts), file)

    def nearest(self, descriptors: NDArray[np.uint8]) -> Likenesses:
        """The nearest library keypoints of each descriptor (n x 128 uint8), weighted by how far they stand out."""
        wanted = NEIGHBOURS + 1
        if not len(descriptors) or not len(self.owners):
            shape = (len(descriptors), NEIGHBOURS)
            return Likenesses(np.full(shape, -1, np.int64), np.zeros(shape, np.float32))
        squares, rows = self._index.search(descriptors.astype(np.float32), min(wanted, len(self.owners)))
        # The last neighbour stands for "any likeness": what is no nearer than it says nothing.
        background = np.maximum(squares[:, -1:], 1.0)
        weights = np.clip(1 - squares / background, 0, 1)[:, :NEIGHBOURS].astype(np.float32)
        return Likenesses(rows[:, :NEIGHBOURS], np.where(rows[:, :NEIGHBOURS] < 0, np.float32(0), weights))

    def votes(self, query: Features, likenesses: Likenesses, *, at_most: int) -> list[Vote]:
        """The entries with the fullest bin of turn and size, strongest first."""
        rows, weights = likenesses.rows.ravel(), likenesses.weights.ravel()
        place = np.repeat(np.arange(len(query)), likenesses.rows.shape[1])[weights > 0]
        rows, weights = rows[weights > 0], weights[weights > 0]
        turn = ((query.angles[place] - self.angles[rows]) % 360) / 360 * _TURNS
        size = np.clip(np.log2(query.sizes[place] / self.sizes[rows]) + _SIZES / 2, 0, _SIZES - 1.01)
        keys: list[NDArray[np.int64]] = []
        for turn_step in (0, 1):  # a place near the border of a bin counts in both
            for size_step in (0, 1):
                turn_bin = (np.floor(turn - 0.5).astype(np.int64) + turn_step) % _TURNS
                size_bin = np.clip(np.floor(size - 0.5).astype(np.int64) + size_step, 0, _SIZES - 1)
                keys.append((self.owners[rows] * _TURNS + turn_bin) * _SIZES + size_bin)
        bins, where = np.unique(np.concatenate(keys), return_inverse=True)
        totals = np.bincount(where, weights=np.tile(weights, 4), minlength=len(bins))
        return _fullest(bins, totals, at_most)


def _fullest(bins: NDArray[np.int64], totals: NDArray[Any], at_most: int) -> list[Vote]:
    best: dict[int, Vote] = {}
    for position in np.lexsort((bins, -totals)):
        rest, size_bin = divmod(int(bins[position]), _SIZES)
        entry, turn_bin = divmod(rest, _TURNS)
        if entry not in best:
            turn, size = (turn_bin + 0.5) * 360 / _TURNS, 2.0 ** (size_bin + 0.5 - _SIZES / 2)
            best[entry] = Vote(entry, float(totals[position]), turn, size)
            if len(best) == at_most:
                break
    return list(best.values())


def _exact(library: Sequence[Features]) -> faiss.Index:
    index = faiss.IndexFlatL2(128)
    for features in library:
        index.add(features.descriptors.astype(np.float32))
    return index


def _tree(library: Sequence[Features], count: int, file: Path) -> Any:
    """Build the tree of byte codes, or map the one that an earlier run left; it holds the codes without loss."""
    if not file.exists():
        lists = int(4 * count**0.5)
        index = faiss.IndexIVFScalarQuantizer(
            faiss.IndexFlatL2(128), 128, lists, faiss.ScalarQuantizer.QT_8bit_direct, faiss.METRIC_L2
        )
        step = max(1, len(library) * 600 // (64 * lists))
        index.train(np.concatenate([features.descriptors for features in library[::step]]).astype(np.float32))
        for features in library:
            index.add(features.descriptors.astype(np.float32))
        for stale in file.parent.glob("search-*.faiss*"):
            stale.unlink(missing_ok=True)
        temporary = file.with_suffix(f".faiss-{os.getpid()}")
        faiss.write_index(index, str(temporary))
        temporary.replace(file)
    tree: Any = faiss.read_index(str(file), faiss.IO_FLAG_MMAP)
    tree.nprobe = _PROBES
    return tree

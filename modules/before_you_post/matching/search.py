"""Which originals share small places with a published picture: nearest keypoints, counted where they agree.

A chance likeness points anywhere; the places of a true original all say the same thing, "turned by this much, this
many times larger, and there". So likenesses are counted in bins of turn and size, and in the fullest bins only those
count that also agree on where the original would lie.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import tree
from .features import Features, Floats
from .pointers import Pointers, Spots, pack, positions, unpack

NEIGHBOURS = 8
_TURNS, _SIZES = 12, 12  # bins of 30 degrees, and of a factor 2 from 1/64 to 64
_LOOKED_AT = 40  # fullest bins whose likenesses are asked where the original would lie
_TOGETHER = 0.06  # of the query's longer side: likenesses that lay the original this near to one another agree


@dataclass(frozen=True, slots=True)
class Likenesses:
    """For every keypoint of a query, its nearest keypoints in the library and how much each counts."""

    entries: NDArray[np.int64]  # n x NEIGHBOURS, positions in the library; -1 = none
    pointers: Pointers  # n x NEIGHBOURS: where in these entries
    weights: Floats  # n x NEIGHBOURS, 0 to 1

    def take(self, chosen: NDArray[np.bool_] | NDArray[np.intp]) -> Likenesses:
        """The likenesses of some of the query's keypoints."""
        return Likenesses(self.entries[chosen], self.pointers[chosen], self.weights[chosen])

    def and_those_of(self, other: Likenesses) -> Likenesses:
        """The likenesses of these keypoints, and then those of others."""
        return Likenesses(
            np.concatenate([self.entries, other.entries]),
            np.concatenate([self.pointers, other.pointers]),
            np.concatenate([self.weights, other.weights]),
        )


@dataclass(frozen=True, slots=True)
class Vote:
    """How strongly the keypoints speak for one entry of the library, at one turn and size."""

    entry: int
    weight: float
    turn: float  # degrees clockwise, original to query
    size: float  # query pixels per original pixel


@dataclass(frozen=True, slots=True)
class Shelf:
    """A part of the library with a search tree of its own."""

    index: Any  # of faiss
    entries: NDArray[np.int64]  # of every position its pointers can name; -1 = not in the library any more


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Likenesses one by one: a place of the query and a place of an entry."""

    entries: NDArray[np.int64]
    query: NDArray[np.intp]  # position among the query's keypoints
    spots: Spots
    weights: Floats


class Search:
    """Nearest-keypoint search over the whole library: every shelf is asked, and the nearest of all answers count."""

    def __init__(self, shelves: Sequence[Shelf]) -> None:
        self._shelves = [shelf for shelf in shelves if (shelf.entries >= 0).any()]

    @classmethod
    def of(cls, library: Sequence[Features]) -> Search:
        """A search over pictures in memory, numbered in their order."""
        numbers = np.arange(len(library), dtype=np.int64)
        if not library:
            return cls(())
        descriptors = np.concatenate([features.descriptors for features in library])
        pointers = np.concatenate([pack(np.full(len(one), number), one) for number, one in enumerate(library)])
        return cls([Shelf(tree.in_memory(descriptors, pointers), numbers)])

    def nearest(self, descriptors: NDArray[np.uint8]) -> Likenesses:
        """The nearest library keypoints of each descriptor (n x 128 uint8), weighted by how far they stand out."""
        wanted = NEIGHBOURS + 1
        found = np.full((len(descriptors), 0), np.inf, np.float32)
        entries = np.zeros((len(descriptors), 0), np.int64)
        pointers = entries
        for shelf in self._shelves if len(descriptors) else ():
            squares, where = shelf.index.search(descriptors.astype(np.float32), wanted)
            whose = np.where(where < 0, -1, shelf.entries[positions(where)])
            found = np.hstack([found, np.where(whose < 0, np.float32(np.inf), squares)])
            entries, pointers = np.hstack([entries, whose]), np.hstack([pointers, where])
        return _weighted(_padded(found, np.inf), _padded(entries, -1), _padded(pointers, -1))

    def votes(self, query: Features, likenesses: Likenesses, *, at_most: int) -> list[Vote]:
        """The entries for which most likenesses agree on turn, size and place, strongest first."""
        counted = (likenesses.weights > 0).ravel()
        pairs = _Pairs(
            entries=likenesses.entries.ravel()[counted],
            query=np.repeat(np.arange(len(query)), likenesses.weights.shape[1])[counted],
            spots=unpack(likenesses.pointers.ravel()[counted]),
            weights=likenesses.weights.ravel()[counted],
        )
        turn = ((query.angles[pairs.query] - pairs.spots.angles) % 360) / 360 * _TURNS
        size = np.clip(np.log2(query.sizes[pairs.query] / pairs.spots.sizes) + _SIZES / 2, 0, _SIZES - 1.01)
        keys: list[NDArray[np.int64]] = []
        for turn_step in (0, 1):  # a place near the border of a bin counts in both
            for size_step in (0, 1):
                turn_bin = (np.floor(turn - 0.5).astype(np.int64) + turn_step) % _TURNS
                size_bin = np.clip(np.floor(size - 0.5).astype(np.int64) + size_step, 0, _SIZES - 1)
                keys.append((pairs.entries * _TURNS + turn_bin) * _SIZES + size_bin)
        every = np.stack(keys)
        fullest = _fullest(every.ravel(), np.tile(pairs.weights, 4), max(at_most, _LOOKED_AT))
        votes = [_agreeing(query, pairs, vote, key, every) for key, vote in fullest]
        return sorted(votes, key=lambda vote: (-vote.weight, vote.entry))[:at_most]


def _padded(values: NDArray[Any], filling: float) -> NDArray[Any]:
    missing = max(0, NEIGHBOURS + 1 - values.shape[1])
    return np.pad(values, ((0, 0), (0, missing)), constant_values=filling)


def _weighted(squares: Floats, entries: NDArray[np.int64], pointers: Pointers) -> Likenesses:
    order = np.argsort(squares, axis=1, kind="stable")[:, : NEIGHBOURS + 1]
    squares = np.take_along_axis(squares, order, 1)
    entries, pointers = np.take_along_axis(entries, order, 1), np.take_along_axis(pointers, order, 1)
    # The last neighbour stands for "any likeness": what is no nearer than it says nothing.
    known = np.where(np.isfinite(squares), squares, 0)
    background = np.maximum(known.max(axis=1, keepdims=True), 1.0)
    weights = np.where(np.isfinite(squares), np.clip(1 - known / background, 0, 1), 0).astype(np.float32)
    return Likenesses(entries[:, :NEIGHBOURS], pointers[:, :NEIGHBOURS], weights[:, :NEIGHBOURS])


def _fullest(keys: NDArray[np.int64], weights: Floats, at_most: int) -> list[tuple[int, Vote]]:
    """The bins with the largest sums, one an entry, with their keys."""
    bins, where = np.unique(keys, return_inverse=True)
    totals = np.bincount(where, weights=weights, minlength=len(bins))
    best: dict[int, tuple[int, Vote]] = {}
    for position in np.lexsort((bins, -totals)):
        rest, size_bin = divmod(int(bins[position]), _SIZES)
        entry, turn_bin = divmod(rest, _TURNS)
        if entry not in best:
            turn, size = (turn_bin + 0.5) * 360 / _TURNS, 2.0 ** (size_bin + 0.5 - _SIZES / 2)
            best[entry] = int(bins[position]), Vote(entry, float(totals[position]), turn, size)
            if len(best) == at_most:
                break
    return list(best.values())


def _agreeing(query: Features, pairs: _Pairs, vote: Vote, key: int, keys: NDArray[np.int64]) -> Vote:
    """The vote with the weight of those of its likenesses only that lay the original in nearly the same place."""
    chosen = np.flatnonzero((keys == key).any(axis=0))
    here, weights, spots = pairs.query[chosen], pairs.weights[chosen], pairs.spots
    turns = np.radians(query.angles[here] - spots.angles[chosen])
    octaves = np.log2(query.sizes[here] / spots.sizes[chosen])
    # One turn and size for all: each keypoint's own is too rough to carry far.
    turn = np.arctan2((weights * np.sin(turns)).sum(), (weights * np.cos(turns)).sum())
    size = np.exp2((weights * octaves).sum() / weights.sum())
    way = size * np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    laid = query.points[here] - spots.points[chosen] @ way.T
    near = np.abs(laid[:, None] - laid[None]).max(axis=2) < _TOGETHER * np.ptp(query.points, axis=0).max()
    return Vote(vote.entry, float((near @ weights).max()), vote.turn, vote.size)

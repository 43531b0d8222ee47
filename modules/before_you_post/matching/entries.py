"""The distinct pictures of a library, each read from its shard when it is asked for.

A library may hold a million pictures, of which a published photo concerns a handful.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import overload

import numpy as np
from numpy.typing import NDArray

from ..photos.fingerprint import GOOD_QUALITY, Fingerprint
from ..photos.opening import Pixels, open_picture
from ..photos.refusal import PictureError
from .features import LIBRARY_LIMIT, LIBRARY_SIDE, Features, extract
from .shards import Shard


@dataclass(frozen=True, slots=True)
class Held:
    """One original that is present in the library folder now."""

    id: str
    path: str
    sha256: str


class Kept:
    """What the index keeps of one picture; as ``shards.Described``, its keypoints read when they are asked for."""

    def __init__(self, shard: Shard, position: int, path: str) -> None:
        row = shard.rows[position]
        self.sha256: str = row["sha256"].tobytes().hex()
        self.width, self.height = int(row["width"]), int(row["height"])  # pixels, upright
        self.fingerprint = Fingerprint(row["fingerprint"].tobytes(), int(row["quality"]))
        self._shard, self._position, self._path = shard, position, path

    @cached_property
    def features(self) -> Features:
        """Its keypoints. In a large library taken from the file of the original anew: about 0.1 s of one core.

        None are found where that file is gone.
        """
        kept = self._shard.features(self._position)
        return _taken_anew(self._path, self.sha256) if kept is None else kept


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture of the library. Several originals share it when their files are the same byte for byte."""

    ids: tuple[str, ...]
    path: str
    described: Kept


class Entries(Sequence[Entry]):
    """The distinct pictures that are present, in the order of their first id."""

    def __init__(self, shards: Sequence[Shard], present: Sequence[Held]) -> None:
        where: dict[str, tuple[int, int]] = {}
        for number, shard in enumerate(shards):
            for position, sha256 in enumerate(shard.hashes()):
                where.setdefault(sha256, (number, position))
        groups: dict[str, list[Held]] = {}
        for held in present:
            if held.sha256 in where:
                groups.setdefault(held.sha256, []).append(held)
        self._shards = shards
        self._groups = list(groups.values())
        self._where = np.array([where[sha256] for sha256 in groups], np.int64).reshape(-1, 2)

    def __len__(self) -> int:
        return len(self._groups)

    @overload
    def __getitem__(self, number: int) -> Entry: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, number: int | slice) -> Entry | tuple[Entry, ...]:
        if isinstance(number, slice):
            return tuple(self[one] for one in range(len(self))[number])
        group = self._groups[number]
        shard, position = self._where[number]
        path = group[0].path
        return Entry(self.ids[number], path, Kept(self._shards[shard], int(position), path))

    @cached_property
    def ids(self) -> tuple[tuple[str, ...], ...]:
        """Of every entry, the originals that share it; without looking at what was measured."""
        return tuple(tuple(held.id for held in group) for group in self._groups)

    def numbers(self, shard: int) -> NDArray[np.int64]:
        """For every position of a shard, the number of its entry; -1 where its original is not present any more."""
        numbers = np.full(len(self._shards[shard]), -1, np.int64)
        here = np.flatnonzero(self._where[:, 0] == shard)
        numbers[self._where[here, 1]] = here
        return numbers

    def fingerprints(self) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
        """The fingerprints of all (n x 32), and which of them have structure enough to mean anything."""
        codes = np.zeros((len(self), 32), np.uint8)
        usable = np.zeros(len(self), np.bool_)
        for number, shard in enumerate(self._shards):
            here = np.flatnonzero(self._where[:, 0] == number)
            rows = shard.rows[self._where[here, 1]]
            codes[here], usable[here] = rows["fingerprint"], rows["quality"] >= GOOD_QUALITY
        return codes, usable


def keypoints_of(pixels: Pixels, width: int) -> Features:
    """The keypoints by which an original is found again; ``width`` is that of the whole picture."""
    return extract(pixels, long_side=LIBRARY_SIDE, limit=LIBRARY_LIMIT, width=width)


@lru_cache(maxsize=64)
def _taken_anew(path: str, sha256: str) -> Features:
    """``sha256`` only tells versions of a file apart in memory."""
    try:
        picture = open_picture(Path(path), long_side=LIBRARY_SIDE)
    except PictureError:
        none = np.zeros(0, np.float32)
        return Features(none.reshape(0, 2), none, none, np.zeros((0, 128), np.uint8))
    return keypoints_of(picture.pixels, picture.width)

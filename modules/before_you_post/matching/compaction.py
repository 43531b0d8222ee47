"""Keep the shards few and quick to search: merge small ones into larger ones, and in a large library keep codes only.

A shard is never changed. Its originals are written into a new one, and only when that is there is the old one
deleted; a crash in between leaves both, which does no harm. Shards are merged with newer ones only when those have
grown to a quarter of them, so that adding a photo to a large library is cheap and every photo is moved but a few
times in its life.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from . import shards, tree
from .pointers import Pointers, moved
from .shards import Shard

LARGE = 16_384  # originals of a library; above, codes are kept instead of keypoints
CODED_LIMIT = 480  # keypoints of an original of which codes are kept: 24 bytes each, 11.5 KB
_WORTH_CODING = 256  # originals; a handful is coded when it is merged
_MOST = 65_536  # originals in a shard: its tree is built in memory
_GROWTH = 4


def tidy(home: Path) -> None:
    """Merge what should be merged, and give every shard its search tree. Only while nobody else writes here."""
    shards.sweep(home)
    found = shards.read(home)
    large = sum(len(shard) for shard in found) > LARGE
    for group in _groups(found):
        coded = large and (sum(len(shard) for shard in group) >= _WORTH_CODING or _has_codes(group))
        if len(group) > 1 or not group[0].is_sorted or (coded and group[0].keypoints is not None):
            _merge(home, group, coded=coded or _has_codes(group))
            for shard in group:
                shards.drop(shard)


def _groups(found: Sequence[Shard]) -> Iterator[list[Shard]]:
    """Neighbours to be merged, oldest first in each group; the newest group comes first."""
    group: list[Shard] = []
    for shard in reversed(found):
        size = sum(len(one) for one in group)
        if group and (len(shard) >= _GROWTH * size or len(shard) + size > _MOST):
            yield group[::-1]
            group = []
        group.append(shard)
    if group:
        yield group[::-1]


def _has_codes(group: Sequence[Shard]) -> bool:
    return any(shard.keypoints is None for shard in group)


def _merge(home: Path, group: Sequence[Shard], *, coded: bool) -> None:
    rows = np.concatenate([shard.rows for shard in group])
    if coded:
        rows["keypoints"] = np.minimum(rows["keypoints"], CODED_LIMIT)
    count = int(rows["keypoints"].sum(dtype=np.int64))
    with shards.writing(home) as folder:
        shards.save(folder / shards.ROWS, rows)
        # On disk, as the descriptors of a large library do not fit into the memory of a small machine.
        descriptors = open_memmap(folder / shards.DESCRIPTORS, "w+", np.uint8, (count, 128))
        pointers = np.empty(count, np.int64)
        start = 0
        for some, theirs in _contents(group, coded=coded):
            end = start + len(some)
            descriptors[start:end], pointers[start:end] = some, theirs
            start = end
        descriptors.flush()
        if not coded:
            kept = [np.asarray(shard.keypoints.places) for shard in group if shard.keypoints]
            shards.save(folder / shards.PLACES, np.concatenate(kept))
        if coded:
            codebook = tree.codebook_of(home, descriptors)
            tree.save(tree.coded(descriptors, pointers, codebook), folder / shards.TREE)
        elif count > tree.EXACT_UP_TO:
            tree.save(tree.rough(descriptors), folder / shards.TREE)
        del descriptors
        if coded:
            (folder / shards.DESCRIPTORS).unlink()


def _contents(group: Sequence[Shard], *, coded: bool) -> Iterator[tuple[NDArray[np.uint8], Pointers]]:
    """Descriptors and pointers of all, numbered as in the merged shard; of each original, the most telling ones."""
    first = 0
    for shard in group:
        if shard.keypoints is None:
            for descriptors, pointers in tree.contents(shard.tree_file):
                yield descriptors, moved(pointers, first)
        else:
            counts = shard.rows["keypoints"].astype(np.int64)
            ranks = np.arange(counts.sum()) - np.repeat(shard.ends - counts, counts)
            kept = np.flatnonzero(ranks < CODED_LIMIT) if coded else np.arange(counts.sum())
            yield shard.keypoints.descriptors[kept], moved(shard.pointers(kept), first)
        first += len(shard)

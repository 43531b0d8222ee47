"""Shards are merged as they grow, never changed, and a large library keeps codes instead of keypoints."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.matching import compaction, shards, tree
from before_you_post.matching.features import extract
from before_you_post.matching.pointers import positions
from before_you_post.matching.shards import Described, Shard
from before_you_post.photos.fingerprint import fingerprint
from painted_skin import skin


def described(seed: int) -> Described:
    pixels = skin(seed, 160, 120)
    return Described(f"{seed:064x}", 120, 160, fingerprint(pixels), extract(pixels, long_side=160, limit=60))


ALL = [described(seed) for seed in range(12)]


def added(home: Path, seeds: range) -> None:
    shards.write(home, [ALL[seed] for seed in seeds])
    compaction.tidy(home)


def owners(shard: Shard, seed: int) -> list[int]:
    """Of every keypoint of a picture, the number of the picture to which its nearest in the shard belongs."""
    _, found = shard.searchable().search(ALL[seed].features.descriptors.astype(np.float32), 1)
    return [int(shard.hashes()[position], 16) for position in positions(found[:, 0])]


def share_found(home: Path) -> float:
    """How many keypoints of all pictures find the picture they are of, over all shards."""
    where = {int(name, 16): shard for shard in shards.read(home) for name in shard.hashes()}
    right = [owner == seed for seed, shard in where.items() for owner in owners(shard, seed)]
    assert len(where) == len(ALL)
    return float(np.mean(right))


def test_small_shards_become_one_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "EXACT_UP_TO", 100)
    for seed in range(0, 12, 3):
        added(tmp_path, range(seed, seed + 3))
    (shard,) = shards.read(tmp_path)
    assert shard.tree_file.exists()
    assert sorted(shard.hashes()) == [one.sha256 for one in ALL]
    for position, name in enumerate(shard.hashes()):
        features = shard.features(position)
        assert features is not None
        assert np.array_equal(features.descriptors, ALL[int(name, 16)].features.descriptors)
        assert np.array_equal(features.points, ALL[int(name, 16)].features.points)
    assert share_found(tmp_path) > 0.97


def test_a_large_shard_is_left_alone_when_little_is_added(tmp_path: Path) -> None:
    added(tmp_path, range(9))
    (large,) = shards.read(tmp_path)
    before = {file: file.stat().st_mtime_ns for file in large.folder.iterdir()}
    added(tmp_path, range(9, 11))
    assert [len(shard) for shard in shards.read(tmp_path)] == [9, 2]
    assert {file: file.stat().st_mtime_ns for file in large.folder.iterdir()} == before


def test_a_large_library_keeps_codes_alone_and_still_finds_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("LARGE", 6), ("_WORTH_CODING", 3), ("CODED_LIMIT", 50)):
        monkeypatch.setattr(compaction, name, value)
    added(tmp_path, range(4))
    assert shards.read(tmp_path)[0].keypoints is not None
    added(tmp_path, range(4, 8))
    added(tmp_path, range(8, 12))  # codes are merged with keypoints
    for shard in shards.read(tmp_path):
        assert shard.keypoints is None and shard.features(0) is None
        assert sorted(path.name for path in shard.folder.iterdir()) == ["originals.npy", "tree.faiss"]
        assert shard.rows["keypoints"].max() <= 50
    assert share_found(tmp_path) > 0.8  # of each picture, 50 of 60 are kept


def test_a_crash_between_writing_and_deleting_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shards.write(tmp_path, ALL[:6])
    shards.write(tmp_path, ALL[6:])
    with monkeypatch.context() as crash, pytest.raises(KeyboardInterrupt):
        crash.setattr(shards, "drop", lambda shard: (_ for _ in ()).throw(KeyboardInterrupt))
        compaction.tidy(tmp_path)
    assert {name for shard in shards.read(tmp_path) for name in shard.hashes()} == {one.sha256 for one in ALL}
    assert share_found(tmp_path) > 0.97


class Sized:
    """Stands for a shard of which only the size counts."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __len__(self) -> int:
        return self.size


@given(st.lists(st.integers(1, 500), max_size=300))
def test_however_photos_arrive_the_shards_stay_few_and_each_photo_moves_seldom(arrivals: list[int]) -> None:
    sizes: list[int] = []
    moved = 0
    for arrival in arrivals:
        groups = list(compaction._groups([Sized(size) for size in (*sizes, arrival)]))  # type: ignore[misc]
        moved += sum(sum(len(one) for one in group) for group in groups if len(group) > 1)
        sizes = [sum(len(one) for one in group) for group in groups][::-1]
    total = sum(arrivals)
    assert sum(sizes) == total
    assert len(sizes) <= 2 + np.log(max(total, 1)) / np.log(4)
    assert moved <= 8 * total + 1

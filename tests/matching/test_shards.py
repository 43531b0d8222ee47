"""Shards: written once, read back as they were, and left out when spoilt."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from before_you_post.matching import shards
from before_you_post.matching.features import extract
from before_you_post.matching.shards import Described, Shard
from before_you_post.photos.fingerprint import fingerprint
from painted_skin import skin


def described(seed: int, limit: int = 40) -> Described:
    pixels = skin(seed, 120, 90)
    return Described(f"{seed:064x}", 90, 120, fingerprint(pixels), extract(pixels, long_side=120, limit=limit))


def test_what_is_written_is_read_as_it_was(tmp_path: Path) -> None:
    ones = [described(0, 40), described(1, 0), described(2, 25)]
    shards.write(tmp_path, ones)
    (shard,) = shards.read(tmp_path)
    assert len(shard) == 3
    assert shard.hashes() == [one.sha256 for one in ones]
    assert [row["fingerprint"].tobytes() for row in shard.rows] == [one.fingerprint.bits for one in ones]
    for position, one in enumerate(ones):
        features = shard.features(position)
        assert features is not None
        for name in ("points", "sizes", "angles", "descriptors"):
            assert np.array_equal(getattr(features, name), getattr(one.features, name))


def test_each_shard_is_a_new_one_and_the_newest_comes_last(tmp_path: Path) -> None:
    for seed in range(3):
        shards.write(tmp_path, [described(seed)])
    shards.drop(shards.read(tmp_path)[0])
    shards.write(tmp_path, [described(7)])
    assert [shard.hashes()[0] for shard in shards.read(tmp_path)] == [f"{seed:064x}" for seed in (1, 2, 7)]


@pytest.mark.parametrize("file", ["originals.npy", "places.npy", "descriptors.npy"])
def test_a_spoilt_or_shortened_shard_is_left_out_and_swept_away(tmp_path: Path, file: str) -> None:
    shards.write(tmp_path, [described(0)])
    shards.write(tmp_path, [described(1)])
    spoilt, whole = (shard.folder for shard in shards.read(tmp_path))
    (tmp_path / "writing-half").mkdir()
    os.truncate(spoilt / file, (spoilt / file).stat().st_size - 8)
    assert [shard.folder for shard in shards.read(tmp_path)] == [whole]
    shards.sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [whole.name]


def test_a_shard_without_keypoints_and_without_codes_is_spoilt(tmp_path: Path) -> None:
    shards.write(tmp_path, [described(0)])
    (folder,) = tmp_path.iterdir()
    (folder / "descriptors.npy").unlink()
    with pytest.raises(ValueError, match="neither"):
        Shard(folder)


def test_a_shard_that_could_not_be_finished_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), shards.writing(tmp_path) as folder:
        (folder / "originals.npy").write_bytes(b"half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_nothing_in_a_shard_names_a_file(tmp_path: Path) -> None:
    shards.write(tmp_path, [described(0)])
    assert all(b".jpg" not in file.read_bytes() for file in tmp_path.rglob("*.npy"))


def test_other_versions_are_cleared_away_and_nothing_else(tmp_path: Path) -> None:
    for name in ("v0", "v12", "else"):
        (tmp_path / name).mkdir()
    home = shards.current(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(("else", home.name))

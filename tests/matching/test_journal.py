"""The journal: whatever moment a program is killed at, what it had finished writing is read again."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.matching.features import extract
from before_you_post.matching.journal import Journal
from before_you_post.matching.shards import Described
from before_you_post.photos.fingerprint import fingerprint
from painted_skin import skin


def described(seed: int) -> Described:
    pixels = skin(seed, 120, 90)
    features = extract(pixels, long_side=120, limit=10 * seed)
    return Described(f"{seed:064x}", 90, 120, fingerprint(pixels), features)


THREE = [described(seed) for seed in range(3)]  # the first one without keypoints


def hashes(home: Path) -> list[str]:
    return [one.sha256 for one in Journal(home).read()]


def test_what_is_written_is_read_as_it_was(tmp_path: Path) -> None:
    for one in THREE:
        Journal(tmp_path).add(one)
    for known, read in zip(THREE, Journal(tmp_path).read(), strict=True):
        assert (read.sha256, read.width, read.height, read.fingerprint) == (known.sha256, 90, 120, known.fingerprint)
        for name in ("points", "sizes", "angles", "descriptors"):
            assert np.array_equal(getattr(read.features, name), getattr(known.features, name))


def written() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        for one in THREE:
            Journal(Path(folder)).add(one)
        return next(Path(folder).iterdir()).read_bytes()


WRITTEN = written()


@given(st.integers(0, len(WRITTEN)))
def test_cut_anywhere_the_whole_records_before_the_cut_are_kept(length: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for one in THREE:
            Journal(Path(folder)).add(one)
        (file,) = Path(folder).iterdir()
        file.write_bytes(WRITTEN[:length])
        kept = hashes(Path(folder))
    assert kept == [one.sha256 for one in THREE][: len(kept)]
    assert len(kept) == 3 or length < len(WRITTEN)


@given(st.integers(0, len(WRITTEN) - 1), st.integers(1, 255))
def test_a_spoilt_byte_never_gives_a_wrong_description(at: int, change: int) -> None:
    spoilt = bytearray(WRITTEN)
    spoilt[at] ^= change
    with tempfile.TemporaryDirectory() as folder:
        Journal(Path(folder)).add(THREE[0])
        (file,) = Path(folder).iterdir()
        file.write_bytes(bytes(spoilt))
        kept = hashes(Path(folder))
    assert kept == [one.sha256 for one in THREE][: len(kept)]
    assert len(kept) < 3


def test_no_journal_and_a_cleared_one_hold_nothing(tmp_path: Path) -> None:
    assert hashes(tmp_path) == []
    Journal(tmp_path).add(THREE[1])
    Journal(tmp_path).clear()
    Journal(tmp_path).clear()
    assert hashes(tmp_path) == []

"""Fingerprints are searched without a miss: the answers are those of comparing with every one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.matching.fingerprint_search import FingerprintSearch, Near


def clustered(seed: int, count: int) -> np.ndarray:
    """Codes a few bits from one another, as those of like photos are."""
    rng = np.random.default_rng(seed)
    bits = np.repeat(rng.integers(0, 2, (4, 256)), -(-count // 4), axis=0)[:count]
    turned = rng.random(bits.shape) < rng.uniform(0, 0.2, (count, 1))
    return np.packbits((bits ^ turned).astype(bool), axis=1)


@given(st.integers(0, 1000), st.integers(0, 60), st.integers(0, 80))
def test_all_that_are_near_are_found_and_no_others(seed: int, count: int, bits: int) -> None:
    rng = np.random.default_rng(seed)
    codes, usable = clustered(seed, count), rng.random(count) < 0.8
    asked = [code.tobytes() for code in clustered(seed, 5)]
    search = FingerprintSearch(codes, usable)
    distances = np.bitwise_count(codes[None] ^ clustered(seed, 5)[:, None]).sum(axis=2, dtype=int)
    right = {(entry, int(distances[:, entry].min())) for entry in range(count) if usable[entry]}
    found = search.within(asked, bits)
    assert {(near.entry, near.distance) for near in found} == {pair for pair in right if pair[1] <= bits}
    assert [near.distance for near in found] == sorted(near.distance for near in found)
    assert all(distances[near.code, near.entry] == near.distance for near in found)
    for entry in range(count):
        assert search.distance(entry, asked) == (int(distances[:, entry].min()) if usable[entry] else None)


def test_a_fingerprint_is_nearest_to_itself() -> None:
    codes = np.random.default_rng(1).integers(0, 256, (9, 32)).astype(np.uint8)
    search = FingerprintSearch(codes, np.ones(9, np.bool_))
    assert search.within([codes[8].tobytes(), codes[4].tobytes()], 0) == [Near(4, 0, 1), Near(8, 0, 0)]


def test_an_empty_library_has_nothing_near() -> None:
    assert FingerprintSearch(np.zeros((0, 32), np.uint8), np.zeros(0, np.bool_)).within([bytes(32)], 256) == []

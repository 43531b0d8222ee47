"""The fingerprint is PDQ, stays with a photo through resizing and compression, and knows all eight layings."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.photos.fingerprint import (
    LAYINGS,
    Fingerprint,
    _blurred,
    distance,
    fingerprint,
    fingerprints_of_all_layings,
)
from before_you_post.photos.opening import decode
from painted_skin import encoded, skin

SKIN = skin(3)


def slow_box(line: list[float], window: int) -> list[float]:
    """One pass of the published filter, transcribed step by step from its C++."""
    half = (window + 2) // 2
    out, total, size, left, right = [], 0.0, 0, 0, 0
    for _ in range(half - 1):
        total, size, right = total + line[right], size + 1, right + 1
    for _ in range(window - half + 1):
        total, size, right = total + line[right], size + 1, right + 1
        out.append(total / size)
    for _ in range(len(line) - window):
        total, left, right = total + line[right] - line[left], left + 1, right + 1
        out.append(total / size)
    for _ in range(half - 1):
        total, left, size = total - line[left], left + 1, size - 1
        out.append(total / size)
    return out


def test_the_blur_is_that_of_the_published_algorithm() -> None:
    rng = np.random.default_rng(0)
    grey = rng.uniform(0, 255, (200, 330)).astype(np.float32)
    slow = grey.astype(float)
    for _ in range(2):
        slow = np.array([slow_box(list(row), (330 + 127) // 128) for row in slow])
        slow = np.array([slow_box(list(column), (200 + 127) // 128) for column in slow.T]).T
    assert np.abs(_blurred(grey) - slow).max() < 0.01


def test_half_of_the_bits_are_set() -> None:
    assert int.from_bytes(fingerprint(SKIN).bits).bit_count() == 128


@pytest.mark.parametrize("quality", [30, 85])
def test_a_compressed_and_smaller_copy_is_near(quality: int) -> None:
    small = cv2.resize(SKIN, (180, 240), interpolation=cv2.INTER_AREA)
    copy = decode(encoded(np.asarray(small, np.uint8), "JPEG", quality=quality)).pixels
    assert distance(fingerprint(SKIN), fingerprint(copy)) <= 30


def test_another_photo_is_far() -> None:
    assert min(distance(fingerprint(SKIN), fingerprint(skin(seed))) for seed in range(20, 30)) > 60


@pytest.mark.parametrize("number", range(8))
def test_every_laying_is_foreseen(number: int) -> None:
    laying = LAYINGS[number]
    laid = np.rot90(SKIN[:, ::-1] if laying.mirrored else SKIN, laying.quarter_turns)
    foreseen = fingerprints_of_all_layings(SKIN)
    distances = [distance(fingerprint(np.ascontiguousarray(laid)), one) for one in foreseen]
    assert distances[number] <= 20
    assert int(np.argmin(distances)) == number


def test_a_plain_wall_has_no_usable_fingerprint() -> None:
    assert not fingerprint(np.full((100, 100, 3), 180, np.uint8)).usable
    assert fingerprint(SKIN).usable


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 90), st.integers(1, 90), st.integers(0, 2**32 - 1))
def test_any_picture_however_small_has_one(height: int, width: int, seed: int) -> None:
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)
    code = fingerprint(pixels)
    assert len(code.bits) == 32
    assert 0 <= code.quality <= 100


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_distance_is_a_distance(one: bytes, other: bytes) -> None:
    first, second = Fingerprint(one, 100), Fingerprint(other, 100)
    assert distance(first, first) == 0
    assert (
        distance(first, second)
        == distance(second, first)
        == sum((a ^ b).bit_count() for a, b in zip(one, other, strict=True))
    )

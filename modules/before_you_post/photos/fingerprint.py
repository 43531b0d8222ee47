"""A short code of what a picture looks like: two copies of a photo have nearly the same code, whatever their size.

This is PDQ, published by Facebook's ThreatExchange (https://github.com/facebook/ThreatExchange, hashing/hashing.pdf):
blur, sample to 64 x 64, keep the 16 x 16 lowest waves of the cosine transform, and write one bit a wave: above the
median or not. It is written here in numpy because the published package needs a compiler on Linux. Mirroring and
quarter turns only change signs and order of the waves, so all eight ways to lay a photo come from one transform.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from .opening import Pixels

GOOD_QUALITY = 50  # of 100; pictures below have too little structure for 256 bits to mean anything (PDQ's own floor)
_WORK_SIDE = 512  # pixels; PDQ blurs to 64 x 64 anyway, and filtering 12 megapixels takes 0.7 s
_SIDE, _WAVES = 64, 16

_FREQUENCY = np.arange(1, _WAVES + 1)[:, None]
_DCT = (np.sqrt(2 / _SIDE) * np.cos(np.pi / 2 / _SIDE * _FREQUENCY * (2 * np.arange(_SIDE)[None, :] + 1))).astype(
    np.float32
)
_ODD = np.where(np.arange(1, _WAVES + 1) % 2, -1, 1).astype(np.float32)  # a mirror negates the odd waves


@dataclass(frozen=True, slots=True)
class Laying:
    """One of the eight ways to lay a picture: mirrored left to right first, then turned counter-clockwise."""

    mirrored: bool
    quarter_turns: int  # 0 to 3


LAYINGS = tuple(Laying(mirrored, turns) for mirrored in (False, True) for turns in range(4))


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """256 bits that describe a picture, and how much structure (0 to 100) they were taken from."""

    bits: bytes  # 32 bytes, most significant bit first, rows of 16 waves
    quality: int

    @property
    def usable(self) -> bool:
        """Whether there was enough structure in the picture for a distance to mean anything."""
        return self.quality >= GOOD_QUALITY


def distance(one: Fingerprint, other: Fingerprint) -> int:
    """How many of the 256 bits differ. Copies of one photo differ in up to about 30; strangers in about 128."""
    return (int.from_bytes(one.bits) ^ int.from_bytes(other.bits)).bit_count()


def fingerprint(pixels: Pixels) -> Fingerprint:
    """Take the fingerprint of a picture (height x width x 3 uint8, or grey height x width)."""
    waves, quality = _waves(pixels)
    return Fingerprint(_bits(waves), quality)


def fingerprints_of_all_layings(pixels: Pixels) -> tuple[Fingerprint, ...]:
    """The fingerprints the picture would have if it were laid in each of the eight LAYINGS, in that order."""
    waves, quality = _waves(pixels)
    return tuple(Fingerprint(_bits(_laid(waves, laying)), quality) for laying in LAYINGS)


def _laid(waves: NDArray[np.float32], laying: Laying) -> NDArray[np.float32]:
    if laying.mirrored:
        waves = waves * _ODD[None, :]
    for _ in range(laying.quarter_turns):
        waves = waves.T * _ODD[:, None]
    return waves


def _waves(pixels: Pixels) -> tuple[NDArray[np.float32], int]:
    height, width = pixels.shape[:2]
    shrink = _WORK_SIDE / max(height, width)
    if shrink < 1:
        size = (max(1, round(width * shrink)), max(1, round(height * shrink)))
        pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY) if pixels.ndim == 3 else pixels
    small = _sampled(_blurred(np.asarray(grey, dtype=np.float32)))
    return _DCT @ small @ _DCT.T, _quality(small)


def _blurred(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """PDQ's Jarosz filter: two box blurs, whose window at the border holds only what lies inside the picture."""
    height, width = grey.shape
    window = tuple((side + 2 * _SIDE - 1) // (2 * _SIDE) for side in (width, height))
    anchor = tuple(side - (side + 2) // 2 for side in window)
    count = _box(np.ones_like(grey), window, anchor)
    for _ in range(2):
        grey = _box(grey, window, anchor) / count
    return grey


def _box(values: NDArray[np.float32], window: tuple[int, ...], anchor: tuple[int, ...]) -> NDArray[np.float32]:
    summed = cv2.boxFilter(values, -1, window, anchor=anchor, normalize=False, borderType=cv2.BORDER_CONSTANT)
    return np.asarray(summed, dtype=np.float32)


def _sampled(blurred: NDArray[np.float32]) -> NDArray[np.float32]:
    rows, columns = (((np.arange(_SIDE) + 0.5) * side / _SIDE).astype(int) for side in blurred.shape)
    return blurred[np.ix_(rows, columns)]


def _quality(small: NDArray[np.float32]) -> int:
    steps = [np.trunc(np.diff(small, axis=axis) * 100 / 255) for axis in (0, 1)]
    return min(100, int(sum(float(np.abs(step).sum()) for step in steps) / 90))


def _bits(waves: NDArray[np.float32]) -> bytes:
    flat = waves.ravel()
    lower_median = np.partition(flat, flat.size // 2 - 1)[flat.size // 2 - 1]
    return np.packbits(flat > lower_median).tobytes()

"""Which original a keypoint belongs to and where in it that is, packed into one whole number.

A search tree keeps one such number beside every keypoint and gives it back with every likeness. So votes are counted
without looking anything up elsewhere, and in a large library nothing else of a keypoint has to be kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .features import Features, Floats

MOST_ORIGINALS = 1 << 20  # in one shard
_TURN_BITS, _SIZE_BITS, _PLACE_BITS = 9, 10, 12
_DEGREES = 360 / (1 << _TURN_BITS)
_PER_OCTAVE = 64  # steps of size
_PIXELS = 16  # a place is kept to this many pixels of the whole original; votes need no better

Pointers = NDArray[np.int64]  # below 2**63; -1 = nothing


@dataclass(frozen=True, slots=True)
class Spots:
    """What pointers say: one value a pointer, in the order of the pointers."""

    positions: NDArray[np.int64]  # of the original in its shard
    points: Floats  # n x 2: x, y in pixels of the whole original, to within 8 pixels
    sizes: Floats  # diameter in pixels, to within 1 percent
    angles: Floats  # degrees, to within half a degree


def pack(positions: NDArray[np.int64], features: Features) -> Pointers:
    """One pointer for every keypoint; ``positions`` (n) are those of the originals in their shard."""
    turn = np.rint(features.angles / _DEGREES).astype(np.int64) % (1 << _TURN_BITS)
    size = _kept(np.log2(np.maximum(features.sizes, 1)) * _PER_OCTAVE, _SIZE_BITS)
    across, down = (_kept(side / _PIXELS, _PLACE_BITS) for side in features.points.T)
    pointers = positions
    for value, bits in ((turn, _TURN_BITS), (size, _SIZE_BITS), (across, _PLACE_BITS), (down, _PLACE_BITS)):
        pointers = (pointers << bits) | value
    return pointers


def unpack(pointers: Pointers) -> Spots:
    """What pointers (n, none of them -1) were packed from."""
    values = []
    for bits in (_PLACE_BITS, _PLACE_BITS, _SIZE_BITS, _TURN_BITS):
        values.append((pointers & ((1 << bits) - 1)).astype(np.float32))
        pointers = pointers >> bits
    down, across, size, turn = values
    return Spots(
        positions=pointers,
        points=np.stack([across, down], axis=1) * np.float32(_PIXELS),
        sizes=np.exp2(size / np.float32(_PER_OCTAVE)),
        angles=turn * np.float32(_DEGREES),
    )


def positions(pointers: Pointers) -> NDArray[np.int64]:
    """Only the originals that pointers lead to; -1 stays -1."""
    return pointers >> (2 * _PLACE_BITS + _SIZE_BITS + _TURN_BITS)


def moved(pointers: Pointers, by: int) -> Pointers:
    """The same pointers for originals that stand ``by`` positions later."""
    return pointers + (np.int64(by) << (2 * _PLACE_BITS + _SIZE_BITS + _TURN_BITS))


def _kept(values: Floats, bits: int) -> NDArray[np.int64]:
    return np.clip(np.rint(values), 0, (1 << bits) - 1).astype(np.int64)

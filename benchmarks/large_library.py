"""Libraries of thousands of photos for measurements, made in minutes from some dozens that are really looked at.

The photos handed in are described as the program does it. The rest are stand-ins: each has the layout of a real photo
(places, sizes, directions), the keypoints of others, drawn at random and each mixed with a second one, and a
fingerprint a few dozen bits from a real photo's, as those of like pictures are. So a search finds as many near
misses among them as among photos of the same kind, but no stand-in is a copy of anything. They have no files.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from before_you_post.matching import LibraryIndex, compaction, shards
from before_you_post.matching.entries import Held
from before_you_post.matching.features import Features
from before_you_post.matching.index import describe
from before_you_post.matching.shards import Described
from before_you_post.photos.fingerprint import Fingerprint
from before_you_post.records import Original

_OWN_SHARE = 0.75  # of a stand-in's descriptor; the rest is of another keypoint
_BITS_TURNED = (40, 120)  # of 256, from the fingerprint of a real photo
_AT_ONCE = 512


def make(folder: Path, photos: int, originals: Sequence[Path], seed: int) -> LibraryIndex:
    """An index in ``folder`` of ``photos`` photos, the first of them ``originals``, named by their paths.

    The same arguments give the same index. About 4 ms a stand-in, and sorting them into trees.
    """
    rng = np.random.default_rng(seed)
    home = shards.current(folder)
    real = [outcome for outcome in map(describe, originals) if isinstance(outcome, Described)]
    shards.write(home, real)
    every = np.concatenate([one.features.descriptors for one in real])
    held = [Held(str(path), str(path), one.sha256) for path, one in zip(originals, real, strict=True)]
    for start in range(len(real), photos, _AT_ONCE):
        batch = [stand_in(real, every, rng) for _ in range(min(_AT_ONCE, photos - start))]
        shards.write(home, batch)
        held += [Held(f"~{one.sha256}", f"{folder}/no-file/{one.sha256}", one.sha256) for one in batch]
    compaction.tidy(home)
    index = LibraryIndex(folder)
    index.present = tuple(held)
    return index


def stand_in(real: Sequence[Described], every: np.ndarray, rng: np.random.Generator) -> Described:
    """One photo that is none."""
    like = real[rng.integers(len(real))]
    first, second = every[rng.integers(len(every), size=(2, len(like.features)))].astype(np.float32)
    mixed = _OWN_SHARE * first + (1 - _OWN_SHARE) * second
    mixed *= 512 / np.maximum(np.linalg.norm(mixed, axis=1, keepdims=True), 1)
    bits = np.unpackbits(np.frombuffer(like.fingerprint.bits, np.uint8))
    bits[rng.choice(256, rng.integers(*_BITS_TURNED), replace=False)] ^= 1
    places = like.features
    return Described(
        sha256=rng.bytes(32).hex(),
        width=like.width,
        height=like.height,
        fingerprint=Fingerprint(np.packbits(bits).tobytes(), like.fingerprint.quality),
        features=Features(places.points, places.sizes, places.angles, np.rint(mixed).clip(0, 255).astype(np.uint8)),
    )


def originals_of(paths: Sequence[Path]) -> list[Original]:
    """Files as the program's own records name them."""
    return [Original(id=str(path), path=str(path)) for path in paths]

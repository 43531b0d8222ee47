"""The practice's library, prepared once so that any published photo can be looked up in it in a moment.

One folder on disk: shards that hold what was measured of each original, keyed by the hash of its bytes, and for
large libraries a search tree. Originals that were added are described when the index is next brought up to date;
originals that were removed, renamed or moved cost nothing, because the list of what is present is kept apart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..photos.facts import content_hash
from ..photos.fingerprint import fingerprint
from ..photos.opening import PictureError, open_picture
from ..records import Original
from . import shards
from .features import LIBRARY_LIMIT, LIBRARY_SIDE, extract, reduced_grey
from .search import Search
from .shards import Described

_SHARD = 64  # originals; what a crash can cost
PIXELS_SIDE = 1024  # of the copy that is read again to compare pixel by pixel


@dataclass(frozen=True, slots=True)
class Held:
    """One original that is present in the library folder now."""

    id: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture of the library. Several originals share it when their files are the same byte for byte."""

    ids: tuple[str, ...]
    path: str
    described: Described


Outcome = Described | str  # what was measured, or in words why nothing could be
Run = Callable[[Callable[[Path], Outcome], Sequence[Path]], Iterable[tuple[int, Outcome]]]


def describe(path: Path) -> Outcome:
    """Measure one original; the reason in words when it cannot be opened. About 0.15 s of one core."""
    try:
        picture = open_picture(path, long_side=LIBRARY_SIDE)
    except PictureError as error:
        return error.reason
    sha256, _ = content_hash(path)
    features = extract(picture.pixels, long_side=LIBRARY_SIDE, limit=LIBRARY_LIMIT, width=picture.width)
    return Described(sha256, picture.width, picture.height, fingerprint(picture.pixels), features)


def one_by_one(work: Callable[[Path], Outcome], paths: Sequence[Path]) -> Iterable[tuple[int, Outcome]]:
    """Describe originals in this process, one after the other."""
    return enumerate(map(work, paths))


class LibraryIndex:
    """The library of originals, ready to be searched. Can be sent to another process: only names travel."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.present: tuple[Held, ...] = ()

    def __getstate__(self) -> dict[str, Any]:
        return {"folder": self.folder, "present": self.present}

    def __len__(self) -> int:
        return len(self.present)

    def update(self, originals: Sequence[Original], *, run: Run = one_by_one) -> dict[str, str]:
        """Bring the index up to date with the originals present now, describing only bytes it has not seen.

        ``run`` maps the describing over many paths and gives (position, outcome) as they come: in other processes,
        with a progress bar, ... What was described before a crash is kept.
        Returns the reason, by Original.id, for every original that could not be opened; those are left out.
        """
        home = shards.current(self.folder)
        hashes = [content_hash(Path(original.path))[0] for original in originals]
        known = {described.sha256 for described in shards.read(home)}
        new = {sha256: Path(o.path) for o, sha256 in zip(originals, hashes, strict=True) if sha256 not in known}
        reasons = self._describe(home, new, run)
        self._forget()
        self.present = tuple(
            Held(original.id, original.path, sha256)
            for original, sha256 in sorted(zip(originals, hashes, strict=True), key=lambda pair: pair[0].id)
            if sha256 not in reasons
        )
        return {o.id: reasons[sha256] for o, sha256 in zip(originals, hashes, strict=True) if sha256 in reasons}

    @staticmethod
    def _describe(home: Path, new: dict[str, Path], run: Run) -> dict[str, str]:
        reasons: dict[str, str] = {}
        batch: list[Described] = []
        hashes = list(new)
        for position, outcome in run(describe, list(new.values())):
            if isinstance(outcome, str):
                reasons[hashes[position]] = outcome
                continue
            batch.append(outcome)
            if len(batch) == _SHARD:
                shards.write(home, batch)
                batch = []
        if batch:
            shards.write(home, batch)
        return reasons

    def _forget(self) -> None:
        for name in ("digest", "entries", "search", "_fingerprints"):
            self.__dict__.pop(name, None)

    @cached_property
    def digest(self) -> str:
        """Changes whenever an answer of this library could change: other originals, other bytes, other version."""
        lines = [f"{shards.VERSION}", *(f"{held.id}\t{held.sha256}" for held in self.present)]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The distinct pictures of the library, in the order of their first id."""
        described = {one.sha256: one for one in shards.read(shards.current(self.folder))}
        by_hash: dict[str, list[Held]] = {}
        for held in self.present:
            if held.sha256 in described:
                by_hash.setdefault(held.sha256, []).append(held)
        return tuple(
            Entry(tuple(held.id for held in group), group[0].path, described[sha256])
            for sha256, group in by_hash.items()
        )

    @cached_property
    def search(self) -> Search:
        """Nearest keypoints over the whole library."""
        file = shards.current(self.folder) / f"search-{self.digest[:16]}.faiss"
        return Search([entry.described.features for entry in self.entries], file)

    def fingerprint_distances(self, bits: bytes) -> NDArray[np.intp]:
        """Distance in bits of a fingerprint to that of every entry, in their order."""
        differing = np.bitwise_count(self._fingerprints ^ np.frombuffer(bits, np.uint8))
        return np.asarray(differing.sum(axis=1, dtype=np.intp))

    @cached_property
    def _fingerprints(self) -> NDArray[np.uint8]:
        codes = b"".join(entry.described.fingerprint.bits for entry in self.entries)
        return np.frombuffer(codes, np.uint8).reshape(-1, 32)


@lru_cache(maxsize=64)
def grey_original(path: str, sha256: str) -> NDArray[np.uint8] | None:
    """A reduced grey copy of an original, read again from the library; None when it is no longer there.

    ``sha256`` only tells versions of a file apart in memory.
    """
    try:
        return reduced_grey(open_picture(Path(path), long_side=PIXELS_SIDE).pixels, PIXELS_SIDE)
    except PictureError:
        return None

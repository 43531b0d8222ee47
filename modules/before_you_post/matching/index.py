"""The practice's library, prepared once so that any published photo can be looked up in it in a moment.

One folder on disk: shards that hold what was measured of each original, keyed by the hash of its bytes, each with a
search tree of its own. Originals that were added are described when the index is next brought up to date; originals
that were removed, renamed or moved cost nothing, because the list of what is present is kept apart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..photos.fingerprint import fingerprint
from ..photos.opening import decode, open_picture, read_bytes
from ..photos.refusal import PictureError
from ..records import Original
from . import compaction, shards
from .entries import Entries, Held, keypoints_of
from .features import LIBRARY_SIDE, reduced_grey
from .file_hashes import FileHashes
from .fingerprint_search import FingerprintSearch
from .journal import Journal
from .search import Search, Shelf
from .shards import Described, Shard

_SHARD = 512  # originals described before they become a shard; until then they are safe in the journal
_CHANGED = "The file changed while it was read. It is read again at the next audit."
# Pixels of the longer side of the copies that are read again to compare pixel by pixel: an eighth and a quarter of a
# photo of twelve megapixels, which a JPEG file gives in half the time of a larger one.
COPY_SIDES = (480, 960)

Outcome = Described | str  # what was measured, or in words why nothing could be
Run = Callable[[Callable[[Path], Outcome], Sequence[Path]], Iterable[tuple[int, Outcome]]]


def describe(path: Path) -> Outcome:
    """Measure one original; the reason in words when it cannot be opened. Less than 0.1 s of one core."""
    try:
        data = read_bytes(path)
        picture = decode(data, long_side=LIBRARY_SIDE)
    except PictureError as error:
        return error.reason
    return Described(
        sha256=hashlib.sha256(data).hexdigest(),
        width=picture.width,
        height=picture.height,
        fingerprint=fingerprint(picture.pixels),
        features=keypoints_of(picture.pixels, picture.width),
    )


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
        with a progress bar, ... It may be stopped or killed at any moment: what was described is kept, and the next
        update goes on from there. One update at a time.
        Returns the reason, by Original.id, for every original that could not be opened; those are left out.
        """
        home = shards.current(self.folder)
        self._forget()
        hashes = FileHashes(self.folder / "hashes.sqlite").of([original.path for original in originals])
        known = _from_journal(home)
        new = {sha256: Path(o.path) for o, sha256 in zip(originals, hashes, strict=True) if sha256 not in known}
        reasons = self._describe(home, new, run)
        compaction.tidy(home)  # here, so that no worker has to sort anything
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
        journal = Journal(home)
        hashes = list(new)
        for position, outcome in run(describe, list(new.values())):
            if isinstance(outcome, str) or outcome.sha256 != hashes[position]:
                reasons[hashes[position]] = outcome if isinstance(outcome, str) else _CHANGED
                continue
            journal.add(outcome)
            batch.append(outcome)
            if len(batch) == _SHARD:
                shards.write(home, batch)
                journal.clear()
                batch = []
        if batch:
            shards.write(home, batch)
            journal.clear()
        return reasons

    def _forget(self) -> None:
        for name in ("digest", "entries", "search", "fingerprints", "_shards"):
            self.__dict__.pop(name, None)

    @cached_property
    def digest(self) -> str:
        """Changes whenever an answer of this library could change: other originals, other bytes, other version."""
        lines = [f"{shards.VERSION}", *(f"{held.id}\t{held.sha256}" for held in self.present)]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    @cached_property
    def entries(self) -> Entries:
        """The distinct pictures of the library, in the order of their first id."""
        return Entries(self._shards, self.present)

    @cached_property
    def search(self) -> Search:
        """Nearest keypoints over the whole library."""
        return Search(
            [Shelf(shard.searchable(), self.entries.numbers(number)) for number, shard in enumerate(self._shards)]
        )

    @cached_property
    def fingerprints(self) -> FingerprintSearch:
        """Nearest fingerprints over the whole library."""
        return FingerprintSearch(*self.entries.fingerprints())

    @cached_property
    def _shards(self) -> list[Shard]:
        return shards.read(shards.current(self.folder))


def _from_journal(home: Path) -> set[str]:
    """Make a shard of what a killed program left in its journal; the hashes of all bytes that are described."""
    journal = Journal(home)
    known = {sha256 for shard in shards.read(home) for sha256 in shard.hashes()}
    left = [described for described in journal.read() if described.sha256 not in known]
    if left:
        shards.write(home, left)
    journal.clear()
    return known | {described.sha256 for described in left}


@lru_cache(maxsize=64)
def grey_original(path: str, sha256: str, side: int) -> NDArray[np.uint8] | None:
    """A grey copy of an original, ``side`` pixels long, read again from the library; None when it is gone.

    ``sha256`` only tells versions of a file apart in memory.
    """
    try:
        return reduced_grey(open_picture(Path(path), long_side=side).pixels, side)
    except PictureError:
        return None

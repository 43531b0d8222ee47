"""The files of the library index: shards that are written once and never changed, so a crash can spoil none of them.

A shard is a folder of plain numpy arrays for some originals, keyed by the SHA-256 of their bytes, and where they are
many, a search tree. It is written under a temporary name and then renamed, which either happens or does not. Nothing
in it names a patient or a path, and the photos themselves are not copied.

In a small library a shard keeps the keypoints as they were found. In a large one it keeps the tree alone, whose codes
take a tenth of the room: they say which originals to look at, and the file of the original says the rest.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..photos.fingerprint import Fingerprint
from . import tree
from .features import Features
from .pointers import Pointers, pack

VERSION = 6  # raise it when features or fingerprints are taken differently: the index is then built anew
_PREFIX, _UNFINISHED = "shard-", "writing-"
ROWS, PLACES, DESCRIPTORS, TREE = "originals.npy", "places.npy", "descriptors.npy", "tree.faiss"

ROW = np.dtype(
    [
        ("sha256", np.uint8, 32),
        ("fingerprint", np.uint8, 32),
        ("width", np.uint32),  # pixels, upright
        ("height", np.uint32),
        ("keypoints", np.uint16),
        ("quality", np.uint8),
    ]
)
Rows = NDArray[np.void]  # n of ROW


@dataclass(frozen=True, slots=True)
class Described:
    """What is measured of one original: enough to find it again, nothing to show."""

    sha256: str
    width: int  # pixels, upright
    height: int
    fingerprint: Fingerprint
    features: Features

    def row(self) -> Rows:
        """All but the keypoints, as a shard keeps it (shape 1)."""
        row = np.zeros(1, ROW)
        row["sha256"] = np.frombuffer(bytes.fromhex(self.sha256), np.uint8)
        row["fingerprint"] = np.frombuffer(self.fingerprint.bits, np.uint8)
        row["width"], row["height"], row["quality"] = self.width, self.height, self.fingerprint.quality
        row["keypoints"] = len(self.features)
        return row


@dataclass(frozen=True, slots=True)
class Keypoints:
    """The keypoints of many originals, one after the other."""

    places: NDArray[np.float32]  # n x 4: x, y, size, angle
    descriptors: NDArray[np.uint8]  # n x 128

    @classmethod
    def of(cls, features: Sequence[Features]) -> Keypoints:
        """Those of some pictures, in memory."""
        columns = [np.column_stack([one.points, one.sizes, one.angles]) for one in features]
        return cls(
            np.concatenate([np.zeros((0, 4), np.float32), *columns]).astype(np.float32),
            np.concatenate([np.zeros((0, 128), np.uint8), *(one.descriptors for one in features)]),
        )

    def features(self, start: int, end: int) -> Features:
        """Some of them, as those of a picture."""
        places = np.asarray(self.places[start:end])
        return Features(places[:, :2], places[:, 2], places[:, 3], np.asarray(self.descriptors[start:end]))


class Shard:
    """One shard on disk; its arrays are memory-mapped. Raises OSError, ValueError or EOFError when spoilt."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows: Rows = np.asarray(np.load(folder / ROWS))
        self.ends = np.cumsum(self.rows["keypoints"], dtype=np.int64)
        self.keypoints: Keypoints | None = None  # None = only codes are kept
        if (folder / DESCRIPTORS).exists():
            places, descriptors = (np.load(folder / name, mmap_mode="r") for name in (PLACES, DESCRIPTORS))
            self.keypoints = Keypoints(places, descriptors)
        count = len(self.keypoints.descriptors) if self.keypoints else 0
        total = int(self.ends[-1]) if len(self.ends) else 0
        if self.rows.dtype != ROW or (self.keypoints and not count == total == len(self.keypoints.places)):
            raise ValueError(f"{folder.name} does not hold what it says")
        if not self.keypoints and not self.tree_file.exists():
            raise ValueError(f"{folder.name} has neither keypoints nor codes")

    def __len__(self) -> int:
        return len(self.rows)

    def hashes(self) -> list[str]:
        """SHA-256 (hexadecimal) of the bytes of its originals, by position."""
        digits = self.rows["sha256"].tobytes().hex()
        return [digits[start : start + 64] for start in range(0, len(digits), 64)]

    @property
    def tree_file(self) -> Path:
        """Where the search tree is, if there is one."""
        return self.folder / TREE

    @property
    def is_sorted(self) -> bool:
        """Whether it can be searched quickly: it has a tree, or is too small to need one."""
        return self.tree_file.exists() or int(self.ends[-1] if len(self.ends) else 0) <= tree.EXACT_UP_TO

    def pointers(self, rows: NDArray[np.int64]) -> Pointers:
        """Those of keypoints that are kept as they were found, by their rows. Raises where only codes are kept."""
        kept = self._kept()
        places = np.asarray(kept.places[rows])
        owners = np.searchsorted(self.ends, rows, side="right").astype(np.int64)
        return pack(owners, Features(places[:, :2], places[:, 2], places[:, 3], np.zeros((0, 128), np.uint8)))

    def searchable(self) -> Any:
        """Its search tree, or all its keypoints where they are few."""
        if self.keypoints is None:
            return tree.opened(self.tree_file)
        if self.tree_file.exists():
            return tree.Exactly(tree.opened(self.tree_file), self.keypoints.descriptors, self.pointers)
        every = np.arange(len(self.keypoints.descriptors), dtype=np.int64)
        return tree.exact(np.asarray(self.keypoints.descriptors), self.pointers(every))

    def _kept(self) -> Keypoints:
        if self.keypoints is None:
            raise ValueError(f"{self.folder.name} keeps codes only")
        return self.keypoints

    def features(self, position: int) -> Features | None:
        """The keypoints of one original; None where only their codes are kept."""
        if self.keypoints is None:
            return None
        end = int(self.ends[position])
        return self.keypoints.features(end - int(self.rows["keypoints"][position]), end)


def current(folder: Path) -> Path:
    """The part of an index folder that this version of the program uses; parts of other versions are deleted."""
    home = folder / f"v{VERSION}"
    home.mkdir(parents=True, exist_ok=True)
    for other in folder.glob("v[0-9]*"):
        if other != home:
            shutil.rmtree(other, ignore_errors=True)
    return home


@contextlib.contextmanager
def writing(home: Path) -> Iterator[Path]:
    """A folder in which the files of a new shard are made; it becomes the newest shard when the block ends well."""
    temporary = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=home))
    try:
        yield temporary
        number = max((int(path.name.removeprefix(_PREFIX)) for path in home.glob(f"{_PREFIX}*")), default=0) + 1
        temporary.rename(home / f"{_PREFIX}{number:08}")
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise


def write(home: Path, described: Sequence[Described]) -> None:
    """Add one shard holding these originals, their keypoints as they were found."""
    keypoints = Keypoints.of([one.features for one in described])
    with writing(home) as folder:
        save(folder / ROWS, np.concatenate([one.row() for one in described]))
        save(folder / PLACES, keypoints.places)
        save(folder / DESCRIPTORS, keypoints.descriptors)


def read(home: Path) -> list[Shard]:
    """Every shard, oldest first. A spoilt one is left out: its originals count as new and are described again."""
    return [shard for _, shard in _all(home) if shard]


def drop(shard: Shard) -> None:
    """Delete a shard whose originals stand in another one by now."""
    # Renamed first: a shard of which half is deleted must not look like a whole one.
    gone = shard.folder.rename(shard.folder.with_name(f"{_UNFINISHED}{shard.folder.name}"))
    shutil.rmtree(gone, ignore_errors=True)


def sweep(home: Path) -> None:
    """Clear away what is spoilt, or was left half written by a crash. Only while nobody else writes here."""
    for folder in (*home.glob(f"{_UNFINISHED}*"), *(folder for folder, shard in _all(home) if not shard)):
        shutil.rmtree(folder, ignore_errors=True)


def _all(home: Path) -> Iterator[tuple[Path, Shard | None]]:
    for folder in sorted(home.glob(f"{_PREFIX}*")):
        try:
            yield folder, Shard(folder)
        except (OSError, ValueError, EOFError):
            yield folder, None


def save(file: Path, values: NDArray[Any]) -> None:
    """Write an array to a file of a new shard."""
    with file.open("wb") as out:
        np.save(out, values)
        out.flush()
        os.fsync(out.fileno())  # a shard that is there by name must be there after a power cut, too

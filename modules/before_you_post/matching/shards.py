"""The files of the library index: shards that are written once and never changed, so a crash can spoil none of them.

A shard is a folder of plain numpy arrays for some dozens of originals, keyed by the SHA-256 of their bytes. It is
written under a temporary name and then renamed, which either happens or does not. Nothing in it names a patient or
a path, and the photos themselves are not copied.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..photos.fingerprint import Fingerprint
from .features import Features

VERSION = 2  # raise it when features or fingerprints are taken differently: the index is then built anew
_PREFIX = "shard-"


@dataclass(frozen=True, slots=True)
class Described:
    """What the index keeps about one original: enough to find it again, nothing to show."""

    sha256: str
    width: int  # pixels, upright
    height: int
    fingerprint: Fingerprint
    features: Features


def current(folder: Path) -> Path:
    """The part of an index folder that this version of the program uses; parts of other versions are deleted."""
    home = folder / f"v{VERSION}"
    home.mkdir(parents=True, exist_ok=True)
    for other in folder.glob("v[0-9]*"):
        if other != home:
            shutil.rmtree(other, ignore_errors=True)
    return home


def write(home: Path, described: Sequence[Described]) -> None:
    """Add one shard holding these originals."""
    temporary = Path(tempfile.mkdtemp(prefix="writing-", dir=home))
    with contextlib.ExitStack() as undo:
        undo.callback(shutil.rmtree, temporary, ignore_errors=True)
        for name in ("points", "sizes", "angles", "descriptors"):
            np.save(temporary / f"{name}.npy", np.concatenate([getattr(one.features, name) for one in described]))
        rows = [
            {
                "sha256": one.sha256,
                "width": one.width,
                "height": one.height,
                "fingerprint": one.fingerprint.bits.hex(),
                "quality": one.fingerprint.quality,
                "keypoints": len(one.features),
            }
            for one in described
        ]
        (temporary / "originals.json").write_text(json.dumps(rows), encoding="utf-8")
        temporary.rename(home / f"{_PREFIX}{temporary.name.removeprefix('writing-')}")


def read(home: Path) -> Iterator[Described]:
    """Every original in every shard; the arrays stay on disk (memory-mapped) until they are looked at."""
    for shard in sorted(home.glob(f"{_PREFIX}*")):
        try:
            rows = json.loads((shard / "originals.json").read_text(encoding="utf-8"))
            arrays = [np.load(shard / f"{name}.npy", mmap_mode="r") for name in Features.__slots__]
        except (OSError, ValueError, EOFError):
            continue  # half deleted or unreadable: its originals count as new and are described again
        start = 0
        for row in rows:
            end = start + row["keypoints"]
            yield Described(
                sha256=row["sha256"],
                width=row["width"],
                height=row["height"],
                fingerprint=Fingerprint(bytes.fromhex(row["fingerprint"]), row["quality"]),
                features=Features(*(array[start:end] for array in arrays)),
            )
            start = end

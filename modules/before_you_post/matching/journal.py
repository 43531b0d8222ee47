"""What was described since the last shard was written, safe against a crash one original at a time.

A shard a photo would be a folder a photo; a shard for hundreds would lose hundreds when the program is killed. So
each description is first added to the end of one file. Killed at any moment, a program loses what it had in hand and
nothing that it had finished; a record cut short is known by its length or its checksum and left out.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from ..photos.fingerprint import Fingerprint
from .shards import ROW, Described, Keypoints

_NAME = "described.journal"
_HEAD = struct.Struct("<II")  # bytes and CRC-32 of what follows


class Journal:
    """The journal of one index folder. One program writes at a time."""

    def __init__(self, home: Path) -> None:
        self._file = home / _NAME

    def add(self, described: Described) -> None:
        """Write one description to the end; from here on a killed program does not lose it (a power cut may)."""
        keypoints = Keypoints.of([described.features])
        record = b"".join(
            (described.row().tobytes(), keypoints.places.tobytes(), keypoints.descriptors.tobytes()),
        )
        with self._file.open("ab") as out:
            out.write(_HEAD.pack(len(record), zlib.crc32(record)) + record)

    def read(self) -> Iterator[Described]:
        """Every whole record; what follows a broken one is not trusted."""
        if not self._file.exists():
            return
        with self._file.open("rb") as file:
            while len(head := file.read(_HEAD.size)) == _HEAD.size:
                size, check = _HEAD.unpack(head)
                record = file.read(size)
                if len(record) < size or zlib.crc32(record) != check:
                    return
                yield _described(record)

    def clear(self) -> None:
        """Begin anew, once a shard holds what the journal held."""
        self._file.unlink(missing_ok=True)


def _described(record: bytes) -> Described:
    row = np.frombuffer(record, ROW, 1)[0]
    count = int(row["keypoints"])
    places = np.frombuffer(record, np.float32, 4 * count, ROW.itemsize).reshape(count, 4)
    descriptors = np.frombuffer(record, np.uint8, 128 * count, ROW.itemsize + places.nbytes).reshape(count, 128)
    return Described(
        sha256=row["sha256"].tobytes().hex(),
        width=int(row["width"]),
        height=int(row["height"]),
        fingerprint=Fingerprint(row["fingerprint"].tobytes(), int(row["quality"])),
        features=Keypoints(places, descriptors).features(0, count),
    )

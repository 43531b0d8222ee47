"""Walk the directories of a TIFF structure, which EXIF blocks, TIFF files and maker notes all are.

Written here because the readers there are either load pixels first, miss the second directory (where the thumbnail
is), or read a maker note byte by byte (24 ms for 40 kB) and a hostile block of 60 kB for seconds. This walk is
bounded: every directory is read once, every entry costs one slice, and a value longer than the block is no value.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Number: TypeAlias = int | float
Value: TypeAlias = bytes | tuple[Number, ...]

_SIZE: Mapping[int, int] = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_CODE: Mapping[int, str] = {3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 11: "f", 12: "d", 13: "I"}
UPRIGHT, _ORIENTATION = 1, 0x0112
_MOST_ENTRIES, _MOST_DIRECTORIES = 1_000, 64
_LONGEST = 65_536  # bytes of a value that are looked at where it is not a block of its own


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a directory. Its value is cut out when asked for: many entries may point at the same megabytes."""

    tag: int
    kind: int
    offset: int  # of the value, from the start of the bytes
    size: int  # bytes that the entry says its value has
    data: bytes
    order: str

    @property
    def whole(self) -> bytes:
        """All bytes of the value, as they stand; empty where they would lie outside."""
        return self.data[self.offset : self.offset + self.size] if self.offset + self.size <= len(self.data) else b""

    @property
    def value(self) -> Value:
        """The value: text and undefined bytes as bytes, numbers as a tuple; both cut at a sensible length."""
        if self.offset + self.size > len(self.data):
            return b""
        size = _SIZE[self.kind]
        raw = self.data[self.offset : self.offset + min(self.size, _LONGEST // size * size)]
        if self.kind in (1, 2, 7):
            return raw
        if self.kind in (5, 10):
            parts = struct.unpack(f"{self.order}{len(raw) // 4}{'I' if self.kind == 5 else 'i'}", raw)
            return tuple(top / bottom if bottom else 0.0 for top, bottom in zip(parts[::2], parts[1::2], strict=True))
        return struct.unpack(f"{self.order}{len(raw) // size}{_CODE[self.kind]}", raw)

    @property
    def number(self) -> int:
        """The first number, 0 where there is none."""
        value = self.value
        return int(value[0]) if value and not isinstance(value, bytes) else 0


@dataclass(frozen=True, slots=True)
class Structure:
    """A TIFF structure: its bytes and their order. ``base`` is where offsets are counted from."""

    data: bytes
    order: str  # "<" or ">"
    base: int = 0

    def directory(self, offset: int) -> tuple[dict[int, Entry] | None, int]:
        """The entries of the directory at an offset, and the offset of the next; ``None`` where it is spoilt."""
        at = self.base + offset
        if not 0 <= at <= len(self.data) - 2:
            return None, 0
        (count,) = struct.unpack_from(self.order + "H", self.data, at)
        end = at + 2 + 12 * count
        if count > _MOST_ENTRIES or end > len(self.data):
            return None, 0
        rows = struct.iter_unpack(self.order + "HHI4s", self.data[at + 2 : end])
        entries = (self._entry(row, at + 10 + 12 * number) for number, row in enumerate(rows))
        (following,) = struct.unpack_from(self.order + "I", self.data, end) if end + 4 <= len(self.data) else (0,)
        return {entry.tag: entry for entry in entries if entry}, following

    def _entry(self, row: tuple[int, int, int, bytes], at: int) -> Entry | None:
        tag, kind, count, inline = row
        size = _SIZE.get(kind, 0) * count
        if not size:
            return None
        if size > 4:
            at = self.base + struct.unpack(self.order + "I", inline)[0]
        return Entry(tag, kind, at, size, self.data, self.order)


def structure(data: bytes) -> Structure | None:
    """The TIFF structure that begins with the bytes; ``None`` when they are none."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    return Structure(data, order) if order else None


@dataclass(frozen=True, slots=True)
class Directory:
    """One directory: "0", "1", ... in their chain, or "Exif", "GPS", "Interop", "Sub", which an entry leads to."""

    name: str
    offset: int
    entries: Mapping[int, Entry]
    spoilt: bool = False  # it does not fit into the block, or has more entries than any camera writes


def directories(block: Structure) -> Iterator[Directory]:
    """Every directory of a block, each once, however their offsets loop."""
    waiting = [("0", struct.unpack_from(block.order + "I", block.data, 4)[0] if len(block.data) >= 8 else 0)]
    seen: set[int] = {0}
    while waiting and len(seen) < _MOST_DIRECTORIES:
        name, offset = waiting.pop(0)
        if offset in seen:
            continue
        seen.add(offset)
        found, following = block.directory(offset)
        entries = found or {}
        yield Directory(name, offset, entries, spoilt=found is None)
        if name.isdigit() and following:
            waiting.append((str(int(name) + 1), following))
        for tag, inside in ((0x8769, "Exif"), (0x8825, "GPS"), (0xA005, "Interop"), (0x014A, "Sub")):
            places = entries[tag].value if tag in entries else b""
            if not isinstance(places, bytes):
                waiting += [(inside, int(place)) for place in places[:8]]


def orientation(block: bytes) -> int:
    """How a picture is to be turned, 1 to 8, as an EXIF block states it; 1, upright, where it states nothing else."""
    found = structure(block)
    first = next(directories(found), None) if found else None
    stated = first.entries[_ORIENTATION].number if first and _ORIENTATION in first.entries else UPRIGHT
    return stated if 1 <= stated <= 8 else UPRIGHT


def weight(data: bytes) -> int:
    """How many bytes the entries of a structure hold together; in a hostile one they all share the same megabytes."""
    block = structure(data)
    entries = (entry for each in (directories(block) if block else ()) for entry in each.entries.values())
    return sum(entry.size for entry in entries if entry.offset + entry.size <= len(data))

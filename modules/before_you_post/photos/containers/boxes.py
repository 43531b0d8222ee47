"""The boxes of a HEIC, HEIF or AVIF file: each says its length and its kind (ISO/IEC 14496-12, section 4.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .broken import ContainerError


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its four-letter kind, where it stands, and where what it holds begins."""

    kind: str
    start: int
    inside: int
    end: int


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """The boxes between two places of ``data``; raises ContainerError where one does not fit."""
    position, stop = start, len(data) if end is None else end
    while position < stop:
        if position + 8 > stop:
            raise ContainerError(f"no box fits at byte {position}")
        length, inside = int.from_bytes(data[position : position + 4]), position + 8
        kind = data[position + 4 : position + 8].decode("latin-1")
        if length == 1:
            length, inside = int.from_bytes(data[position + 8 : position + 16]), position + 16
        elif length == 0:  # to the end of the file
            length = stop - position
        if kind == "uuid":
            inside += 16
        if length < inside - position or position + length > stop:
            raise ContainerError(f"the box at byte {position} does not fit")
        yield Box(kind, position, inside, position + length)
        position += length


def box(kind: bytes, payload: bytes) -> bytes:
    """A box as it stands in a file."""
    return (len(payload) + 8).to_bytes(4) + kind + payload


def full_box(kind: bytes, version: int, flags: int, payload: bytes) -> bytes:
    """A box with a version and flags."""
    return box(kind, bytes([version]) + flags.to_bytes(3) + payload)

"""The chunks of a PNG file, one after the other (PNG specification, third edition, section 5)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from .broken import ContainerError
from .chunk import Chunk

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunks(data: bytes) -> Iterator[Chunk]:
    """The chunks of a PNG, IEND last; what follows that is not read.

    Raises ContainerError where the signature is missing or the file ends in the middle of a chunk.
    """
    if not data.startswith(SIGNATURE):
        raise ContainerError("it does not begin as a PNG")
    position = len(SIGNATURE)
    while True:
        length = int.from_bytes(data[position : position + 4])
        end = position + 12 + length
        if position + 12 > len(data) or end > len(data):
            raise ContainerError(f"the chunk at byte {position} is cut short")
        name = data[position + 4 : position + 8].decode("latin-1")
        yield Chunk(name, position, end, data[position + 8 : end - 4])
        if name == "IEND":
            return
        position = end


def chunk(name: bytes, payload: bytes) -> bytes:
    """A chunk as it stands in a file, with its checksum."""
    return len(payload).to_bytes(4) + name + payload + zlib.crc32(name + payload).to_bytes(4)

"""The chunks of a WebP file: a RIFF list, each chunk padded to an even length (RFC 9649)."""

from __future__ import annotations

from collections.abc import Iterator

from .broken import ContainerError
from .chunk import Chunk

HEADER = 12  # "RIFF", length, "WEBP"


def chunks(data: bytes) -> Iterator[Chunk]:
    """The chunks of a WebP file; what follows its stated length is not read. Raises ContainerError if it is none."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise ContainerError("it does not begin as a WebP")
    yield from within(data, HEADER, file_end(data))


def file_end(data: bytes) -> int:
    """Where the file ends by its own account; raises ContainerError when it is shorter than that."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise ContainerError("the file is cut short")
    return end


def within(data: bytes, start: int, end: int) -> Iterator[Chunk]:
    """The chunks between two places of ``data``, such as those inside a frame of an animation."""
    position = start
    while position + 8 <= end:
        length = int.from_bytes(data[position + 4 : position + 8], "little")
        stop = position + 8 + length
        if stop > end:
            raise ContainerError(f"the chunk at byte {position} is cut short")
        padded = min(stop + length % 2, end)
        yield Chunk(data[position : position + 4].decode("latin-1"), position, padded, data[position + 8 : stop])
        position = padded


def chunk(name: bytes, payload: bytes) -> bytes:
    """A chunk as it stands in a file, padded to an even length."""
    return name + len(payload).to_bytes(4, "little") + payload + b"\0" * (len(payload) % 2)

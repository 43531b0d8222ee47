"""The blocks of a GIF file: pictures, what steers their showing, and what stands beside them (GIF89a)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .broken import ContainerError


class BlockKind(StrEnum):
    HEADER = "header"  # signature, screen and its colours
    PICTURE = "picture"
    CONTROL = "control"  # how long the next picture stays
    APPLICATION = "application"
    COMMENT = "comment"
    TEXT = "text"
    OTHER = "other"
    END = "end"


_LOOPING, _LOOPING_SIZE = ("NETSCAPE2.0", "ANIMEXTS1.0"), 14  # a longer one would be a hiding place
_COLOURS = "ICCRGBG1012"
_EXTENSIONS = {0xF9: BlockKind.CONTROL, 0xFF: BlockKind.APPLICATION, 0xFE: BlockKind.COMMENT, 0x01: BlockKind.TEXT}


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its kind, where it stands, and what its parts hold put together (of a picture: nothing)."""

    kind: BlockKind
    start: int
    end: int
    payload: bytes = b""

    @property
    def application(self) -> str:
        """Of an application block, whose it is: "NETSCAPE2.0"."""
        return self.payload[:11].decode("latin-1")

    @property
    def for_showing(self) -> bool:
        """Of an application block, whether a viewer needs it: how often pictures repeat, or the colour profile."""
        looping = self.application in _LOOPING and len(self.payload) == _LOOPING_SIZE
        return looping or self.application == _COLOURS


def blocks(data: bytes) -> Iterator[Block]:
    """The blocks of a GIF, its end last; what follows that is not read. Raises ContainerError if it is cut short."""
    if data[:6] not in (b"GIF87a", b"GIF89a"):
        raise ContainerError("it does not begin as a GIF")
    position = 13 + _colours(_byte(data, 10))
    yield Block(BlockKind.HEADER, 0, position)
    while True:
        introducer = _byte(data, position)
        if introducer == 0x3B:
            yield Block(BlockKind.END, position, position + 1)
            return
        if introducer == 0x21:
            kind = _EXTENSIONS.get(_byte(data, position + 1), BlockKind.OTHER)
            end, payload = _parts(data, position + 2)
            yield Block(kind, position, end, payload)
        elif introducer == 0x2C:
            # descriptor of ten bytes, colours of its own, one byte of code size, then the coded picture
            end, _ = _parts(data, position + 11 + _colours(_byte(data, position + 9)), keep=False)
            yield Block(BlockKind.PICTURE, position, end)
        else:
            raise ContainerError(f"no block begins at byte {position}")
        position = end


def _byte(data: bytes, position: int) -> int:
    if position >= len(data):
        raise ContainerError("the file is cut short")
    return data[position]


def _colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _parts(data: bytes, position: int, *, keep: bool = True) -> tuple[int, bytes]:
    """Where a chain of parts of at most 255 bytes ends, and what it holds."""
    held = bytearray()
    while length := _byte(data, position):
        if keep:
            held += data[position + 1 : position + 1 + length]
        position += 1 + length
    return position + 1, bytes(held)

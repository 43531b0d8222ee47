"""A GIF without comments, hidden texts and other programs' blocks."""

from __future__ import annotations

from ..containers.gif import Block, BlockKind, blocks

_PICTURE = frozenset({BlockKind.HEADER, BlockKind.PICTURE, BlockKind.CONTROL, BlockKind.END})
_LOOPING = frozenset({"NETSCAPE2.0", "ANIMEXTS1.0"})
_COLOURS = "ICCRGBG1012"


def without_metadata(data: bytes) -> bytes:
    """A GIF's pictures as they are, how often they repeat, and the colour profile. Raises ContainerError if broken."""
    return b"".join(data[block.start : block.end] for block in blocks(data) if _stays(block))


def _stays(block: Block) -> bool:
    if block.kind is not BlockKind.APPLICATION:
        return block.kind in _PICTURE
    # a looping block of more than its three bytes would be a hiding place
    looping = block.application in _LOOPING and len(block.payload) == 14
    return looping or block.application == _COLOURS

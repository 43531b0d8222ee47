"""A GIF without comments, hidden texts and other programs' blocks."""

from __future__ import annotations

from ..containers.gif import Block, BlockKind, blocks

_PICTURE = frozenset({BlockKind.HEADER, BlockKind.PICTURE, BlockKind.CONTROL, BlockKind.END})


def without_metadata(data: bytes) -> bytes:
    """A GIF's pictures as they are, how often they repeat, and the colour profile. Raises ContainerError if broken."""
    return b"".join(data[block.start : block.end] for block in blocks(data) if _stays(block))


def _stays(block: Block) -> bool:
    return block.for_showing if block.kind is BlockKind.APPLICATION else block.kind in _PICTURE

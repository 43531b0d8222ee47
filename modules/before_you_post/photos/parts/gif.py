"""A GIF file cut into its blocks: comments, words over the picture, XMP, and what programs added."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..containers import ContainerError
from ..containers.gif import Block, BlockKind, blocks
from . import trailing
from .part import MOST_PARTS, Part, PartKind, credentials, text, unread

_XMP, _XMP_HEAD, _MAGIC_TRAILER = "XMP DataXMP", 14, 258  # the trailer leads a reader of small parts out of a packet


def parts(data: bytes) -> Iterator[Part]:
    """Every part of a GIF file, in their order; never raises."""
    end = 0
    try:
        for block in islice(blocks(data), MOST_PARTS):
            end = block.end
            yield from _part(block, data)
    except ContainerError as error:
        yield unread(data[end:], "GIF", f"rest of the file ({error.reason})")
    else:
        yield from trailing.parts(data, end)


def _part(block: Block, data: bytes) -> Iterator[Part]:
    if block.kind is BlockKind.COMMENT:
        yield text(block.payload.decode("utf-8", "replace"), "GIF comment", "Comment")
    elif block.kind is BlockKind.TEXT:
        yield text(block.payload[12:].decode("latin-1"), "GIF", "Plain text")
    elif block.kind is BlockKind.APPLICATION:
        yield from _application(block, data)
    elif block.kind is BlockKind.OTHER:
        yield unread(block.payload, "GIF", "extension")


def _application(block: Block, data: bytes) -> Iterator[Part]:
    if block.application == _XMP:  # the packet is stored as it is, not in small parts
        packet = data[block.start + _XMP_HEAD : max(block.start + _XMP_HEAD, block.end - _MAGIC_TRAILER)]
        yield Part(kind=PartKind.XMP, data=packet, found_in="XMP")
    elif block.application.startswith("C2PA_GIF"):
        yield credentials(block.payload)
    elif not block.for_showing:
        yield unread(block.payload, "GIF", f"application {block.application}")

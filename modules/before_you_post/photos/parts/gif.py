"""A GIF file cut into its extensions: comments, words over the picture, XMP, and what programs added."""

from __future__ import annotations

from collections.abc import Iterator

from . import trailing
from .part import MOST_PARTS, Part, PartKind, credentials, text, unread

_HARMLESS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
_XMP = b"XMP DataXMP"
_MAGIC_TRAILER = 257  # bytes that lead a reader of sub-blocks out of an XMP packet
_MOST_SUB_BLOCKS = 1_000_000  # 255 bytes each in the largest file that is read


def parts(data: bytes) -> Iterator[Part]:
    """Every part of a GIF file, in their order; never raises."""
    at = 13 + _table(data[10] if len(data) > 10 else 0)
    for _ in range(MOST_PARTS):
        introducer = data[at : at + 1]
        if introducer == b"\x2c" and at + 10 <= len(data):  # a frame
            at = _skipped(data, at + 11 + _table(data[at + 9]))
        elif introducer == b"\x21":
            label, start = data[at + 1 : at + 2], at + 2
            at = _skipped(data, start)
            yield from _extension(label, start, at, data)
        else:
            yield from trailing.parts(data, at + 1 if introducer == b"\x3b" else at)
            return
    yield unread(b"", "GIF", "more blocks than any picture has")


def _table(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _skipped(data: bytes, at: int) -> int:
    """Where the sub-blocks that begin at ``at`` end."""
    for _ in range(_MOST_SUB_BLOCKS):
        if at >= len(data) or data[at] == 0:
            return at + 1
        at += 1 + data[at]
    return len(data)


def _extension(label: bytes, start: int, end: int, data: bytes) -> Iterator[Part]:
    if label == b"\xfe":
        yield text(_joined(data, start, end).decode("utf-8", "replace"), "GIF comment", "Comment")
    elif label == b"\x01":
        words = _joined(data, start + 1 + data[start], end) if start < len(data) else b""
        yield text(words.decode("latin-1"), "GIF", "Plain text")
    elif label == b"\xff":
        name = data[start + 1 : start + 12]
        if name == _XMP:  # the packet is stored as it is, without sub-blocks
            packet = data[start + 12 : end]
            yield Part(kind=PartKind.XMP, data=packet[: max(0, len(packet) - _MAGIC_TRAILER)], found_in="XMP")
        elif name.startswith(b"C2PA_GIF"):
            yield credentials(data[start + 12 : end])
        elif name not in _HARMLESS:
            yield unread(data[start:end], "GIF", f"application {name.decode('ascii', 'replace')}")
    elif label != b"\xf9":
        yield unread(data[start:end], "GIF", f"extension 0x{label.hex()}")


def _joined(data: bytes, at: int, end: int) -> bytes:
    pieces = []
    while at < end - 1 and data[at]:
        pieces.append(data[at + 1 : at + 1 + data[at]])
        at += 1 + data[at]
    return b"".join(pieces)

"""The segments of a JPEG file: one after the other, each begun by a marker (ITU-T T.81, annex B)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .broken import ContainerError

START, END, SCAN, COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
APP0, APP1, APP2, APP13, APP14 = 0xE0, 0xE1, 0xE2, 0xED, 0xEE
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length
# After a scan's header its coded data run on to the next marker; 00 and restart markers are part of them.
_NEXT_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: its marker, where it stands (of a scan, with its coded data), and what its header holds."""

    marker: int
    start: int
    end: int
    payload: bytes


def segments(data: bytes, start: int = 0) -> Iterator[Segment]:
    """The segments of the picture that begins at ``start``, its end marker last; what follows that is not read.

    Raises ContainerError where no segment begins, or the file ends in the middle of one.
    """
    if data[start : start + 2] != b"\xff\xd8":
        raise ContainerError("it does not begin as a JPEG")
    yield Segment(START, start, start + 2, b"")
    position = start + 2
    while True:
        if data[position : position + 1] != b"\xff":
            raise ContainerError(f"no segment begins at byte {position}")
        begun = position
        while data[position : position + 1] == b"\xff":  # a marker may be padded with further ff
            position += 1
        marker = data[position] if position < len(data) else 0
        position += 1
        if marker == END:
            yield Segment(END, begun, position, b"")
            return
        if marker in _ALONE:
            yield Segment(marker, begun, position, b"")
            continue
        length = int.from_bytes(data[position : position + 2])
        end = position + length
        if length < 2 or end > len(data):
            raise ContainerError(f"the segment at byte {begun} is cut short")
        payload = data[position + 2 : end]
        if marker == SCAN:
            following = _NEXT_MARKER.search(data, end)
            if following is None:
                raise ContainerError("the picture's data have no end")
            end = following.start()
        yield Segment(marker, begun, end, payload)
        position = end

"""A walk through a picture file meets every part once, in order, and stops in words where the file is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from before_you_post.photos.containers import ContainerError, gif, jpeg, png, riff
from before_you_post.photos.containers import boxes as bmff


class Part(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def saved(kind: str, **options: object) -> bytes:
    written = BytesIO()
    Image.radial_gradient("L").convert("RGB").save(written, kind, **options)
    return written.getvalue()


Walk = Callable[[bytes], Iterable[Part]]
WALKS: dict[str, tuple[Walk, bytes, int]] = {  # with where the first part begins
    "JPEG": (jpeg.segments, saved("JPEG", comment=b"words"), 0),
    "progressive JPEG": (jpeg.segments, saved("JPEG", progressive=True), 0),
    "PNG": (png.chunks, saved("PNG"), len(png.SIGNATURE)),
    "WebP": (riff.chunks, saved("WEBP", exif=Image.Exif().tobytes()), riff.HEADER),
    "GIF": (gif.blocks, saved("GIF", comment=b"words"), 0),
    "AVIF": (bmff.boxes, saved("AVIF"), 0),
}
every_kind = pytest.mark.parametrize("kind", WALKS)


@every_kind
def test_the_parts_put_together_are_the_file(kind: str) -> None:
    walk, data, begins = WALKS[kind]
    parts = list(walk(data))
    assert [part.start for part in parts] == [begins, *(part.end for part in parts[:-1])]
    assert parts[-1].end == len(data)


@every_kind
def test_what_follows_the_end_is_not_part_of_the_picture(kind: str) -> None:
    walk, data, _ = WALKS[kind]
    if kind == "AVIF":  # boxes have no end but the file's
        with pytest.raises(ContainerError):
            list(walk(data + b"more"))
    else:
        assert list(walk(data + b"more")) == list(walk(data))


@every_kind
def test_a_file_cut_short_is_told_in_words(kind: str) -> None:
    walk, data, _ = WALKS[kind]
    for length in (3, len(data) // 2, len(data) - 1):
        with pytest.raises(ContainerError) as told:
            list(walk(data[:length]))
        assert told.value.reason


@every_kind
def test_another_kind_of_file_is_refused(kind: str) -> None:
    walk, _, _ = WALKS[kind]
    with pytest.raises(ContainerError):
        list(walk(b"%PDF-1.7 is something else"))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(list(WALKS)), st.binary(max_size=40), st.integers(0, 5000), st.booleans())
def test_whatever_the_bytes_a_walk_goes_forward_and_ends(kind: str, noise: bytes, place: int, over: bool) -> None:
    walk, data, _ = WALKS[kind]
    at = place % len(data)
    position = 0
    try:
        for part in walk(data[:at] + noise + data[at + len(noise) * over :]):
            assert position <= part.start < part.end
            position = part.end
    except ContainerError as error:
        assert error.reason

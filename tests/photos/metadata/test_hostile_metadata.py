"""Metadata built to do harm: bombs, loops, entities, noise. Reading ends soon, raises nothing, and is not silent."""

from __future__ import annotations

import struct
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.photos.metadata import Metadata, read_metadata
from before_you_post.records import MetadataKind
from painted_skin import encoded
from seeded_files import BLOCK, JPEG, SKIN, XMP, chunk, in_gif, in_jpeg, in_png, in_webp, packet, segment, tiff

FILES = Path(__file__).parent.parent / "files"
SEEDED = (
    in_jpeg(segment(0xE1, b"Exif\0\0" + BLOCK), segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)) + JPEG,
    in_png(chunk(b"eXIf", BLOCK), chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"words" * 99))),
    in_webp((b"EXIF", BLOCK), (b"XMP ", XMP)),
    in_gif(b"\x21\xfe\x08Ottoline\0"),
    BLOCK,
    encoded(SKIN, "AVIF", exif=b"Exif\0\0" + BLOCK, xmp=XMP),
    (FILES / "photo.heic").read_bytes(),
    (FILES / "signed.jpg").read_bytes(),
)


@contextmanager
def bounds(seconds: float = 5.0, megabytes: int = 100) -> Iterator[None]:
    """What is done inside takes no longer and no more memory."""
    tracemalloc.start()
    begun = time.process_time()
    try:
        yield
        assert time.process_time() - begun < seconds
        assert tracemalloc.get_traced_memory()[1] < megabytes * 2**20
    finally:
        tracemalloc.stop()


def unread(metadata: Metadata) -> bool:
    return any(item.kind is MetadataKind.UNREAD for item in metadata.items)


def test_words_that_unfold_into_gigabytes_are_cut_off() -> None:
    bomb = zlib.compress(bytes(64 * 2**20), 9)
    data = in_png(*(chunk(b"zTXt", b"Comment\0\0" + bomb) for _ in range(40)))
    with bounds(megabytes=150):
        assert unread(read_metadata(data))


def test_directories_that_loop_are_each_read_once() -> None:
    rows = struct.pack("<HHII", 0x8769, 4, 1, 8) + struct.pack("<HHII", 0x014A, 4, 1, 8)
    looping = b"II*\0\x08\0\0\0" + struct.pack("<H", 2) + rows + struct.pack("<I", 8)
    with bounds(1):
        assert read_metadata(in_jpeg(segment(0xE1, b"Exif\0\0" + looping))) == Metadata()


def test_entries_that_all_claim_the_same_megabytes_are_not_read() -> None:
    size = 20 * 2**20
    rows = b"".join(struct.pack("<HHII", 0x9C9B + number % 5, 1, size, 20_000) for number in range(900))
    data = b"II*\0\x08\0\0\0" + struct.pack("<H", 900) + rows + bytes(4) + bytes(size + 20_000)
    with bounds(megabytes=60):
        assert unread(read_metadata(data))


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE x [<!ENTITY l0 "ha"><!ENTITY file SYSTEM "{secret.as_uri()}">{laughs}]>'
    body = packet(elements="<dc:description>&l9;&file;</dc:description>").decode()
    for data in (head + body, body.replace("?>", "?>" + head, 1)):
        with bounds():
            metadata = read_metadata(in_webp((b"XMP ", data.encode())))
        assert unread(metadata)
        assert not any("secret" in item.value or "haha" in item.value for item in metadata.items)


def test_xml_that_is_very_deep_or_very_wide_ends() -> None:
    for elements in ("<dc:x>" * 100_000, "<acme:x>1</acme:x>" * 100_000):
        with bounds():
            assert unread(read_metadata(in_webp((b"XMP ", packet(elements=elements)))))


def test_a_million_segments_chunks_or_pictures_end() -> None:
    begun = time.process_time()
    assert unread(read_metadata(in_jpeg(segment(0xFE, b"") * 500_000)))
    assert unread(read_metadata(in_png(chunk(b"tEXt", b"Comment\0x") * 20_000, chunk(b"prVt", b"x"))))
    assert unread(read_metadata(JPEG * 3000))
    assert time.process_time() - begun < 5


def test_pictures_in_pictures_in_pictures_end() -> None:
    data = JPEG
    for _ in range(30):
        data = in_jpeg(segment(0xE1, b"Exif\0\0" + tiff({0x010F: "Fern"}, thumbnail=data)))
        if len(data) > 60_000:
            break
    with bounds(2):
        assert read_metadata(data).cameras


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(
        [b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"II*\0", b"MM\0*", b"BM", b"\0\0\0\x18ftypheic"]
    ),
    st.binary(max_size=400),
)
def test_noise_never_raises(magic: bytes, noise: bytes) -> None:
    read_metadata(magic + noise)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(SEEDED), st.data())
def test_a_spoilt_file_never_raises(data: bytes, draw: st.DataObject) -> None:
    spoilt = bytearray(data[: draw.draw(st.integers(1, len(data)))])
    for _ in range(draw.draw(st.integers(0, 6))):
        spoilt[draw.draw(st.integers(0, len(spoilt) - 1))] = draw.draw(st.integers(0, 255))
    for place in read_metadata(bytes(spoilt)).gps:
        assert abs(place.latitude) <= 90
        assert abs(place.longitude) <= 180


@pytest.mark.parametrize("data", SEEDED)
def test_reading_a_small_file_takes_a_few_milliseconds(data: bytes) -> None:
    read_metadata(data)  # the first time, libraries warm up
    begun = time.process_time()
    for _ in range(5):
        read_metadata(data)
    assert (time.process_time() - begun) / 5 < 0.03

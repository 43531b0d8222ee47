"""Pictures inside a file are brought out wherever they hide, and what is none is named."""

from __future__ import annotations

import base64
import time
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from before_you_post.photos.embedded import Inside, embedded_pictures, same_picture
from before_you_post.photos.opening import decode
from before_you_post.records import EmbeddedKind
from painted_skin import encoded, skin
from seeded_files import (
    JPEG,
    SKIN,
    chunk,
    in_jpeg,
    in_png,
    in_webp,
    multi_picture,
    packet,
    resource,
    segment,
    tiff,
)

FILES = Path(__file__).parent / "files"
SMALL = encoded(skin(9, 24, 32), quality=60)  # another picture than the one it lies in
MIDDLE = skin(9, 24, 32).mean(axis=(0, 1))
GAIN_MAP = in_jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x hdrgm:Version='1.0'/>"), picture=SMALL)


def inside(data: bytes) -> list[Inside]:
    return list(embedded_pictures(data))


def with_thumbnail(orientation: int = 1) -> bytes:
    return in_jpeg(segment(0xE1, b"Exif\0\0" + tiff({0x0112: orientation}, thumbnail=SMALL)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF"])
def test_a_plain_picture_holds_no_other(kind: str) -> None:
    assert inside(encoded(SKIN, kind)) == []


@pytest.mark.parametrize(
    ("data", "kind", "found_in"),
    [
        pytest.param(with_thumbnail(), EmbeddedKind.THUMBNAIL, "EXIF", id="thumbnail of a camera"),
        pytest.param(in_png(chunk(b"eXIf", tiff({}, thumbnail=SMALL))), EmbeddedKind.THUMBNAIL, "EXIF", id="in a PNG"),
        pytest.param(in_webp((b"EXIF", tiff({}, thumbnail=SMALL))), EmbeddedKind.THUMBNAIL, "EXIF", id="in a WebP"),
        pytest.param(
            in_jpeg(segment(0xED, b"Photoshop 3.0\0" + resource(0x040C, bytes(28) + SMALL))),
            EmbeddedKind.THUMBNAIL,
            "Photoshop",
            id="thumbnail of Photoshop",
        ),
        pytest.param(
            in_webp((b"XMP ", packet(elements=f"<xmpGImg:image>{base64.b64encode(SMALL).decode()}</xmpGImg:image>"))),
            EmbeddedKind.THUMBNAIL,
            "XMP",
            id="in XMP",
        ),
        pytest.param(in_jpeg(segment(0xE0, b"JFXX\0\x10" + SMALL)), EmbeddedKind.THUMBNAIL, "JFIF", id="in JFIF"),
        pytest.param(JPEG + SMALL, EmbeddedKind.TRAILING, "file", id="behind a JPEG"),
        pytest.param(JPEG + bytes(300) + SMALL, EmbeddedKind.TRAILING, "file", id="behind padding"),
        pytest.param(JPEG + GAIN_MAP, EmbeddedKind.AUXILIARY, "file", id="gain map"),
        pytest.param(encoded(SKIN, "PNG") + SMALL, EmbeddedKind.TRAILING, "file", id="behind a PNG"),
        pytest.param(encoded(SKIN, "WEBP") + SMALL, EmbeddedKind.TRAILING, "file", id="behind a WebP"),
        pytest.param(encoded(SKIN, "GIF") + SMALL, EmbeddedKind.TRAILING, "file", id="behind a GIF"),
        pytest.param(
            multi_picture([Image.fromarray(SKIN), Image.open(BytesIO(SMALL))]), EmbeddedKind.FRAME, "MPO", id="frame"
        ),
    ],
)
def test_a_picture_in_a_picture_is_brought_out(data: bytes, kind: EmbeddedKind, found_in: str) -> None:
    [found] = inside(data)
    assert (found.kind, found.found_in, found.problem) == (kind, found_in, None)
    assert (found.width, found.height) == (32, 24)
    assert found.pixels is not None
    assert np.abs(found.pixels.mean(axis=(0, 1)) - MIDDLE).max() < 4


def test_a_thumbnail_is_turned_like_its_photo() -> None:
    [found] = inside(with_thumbnail(orientation=6))
    assert found.pixels is not None
    assert (found.width, found.height, found.pixels.shape) == (24, 32, (32, 24, 3))
    assert np.array_equal(found.pixels, np.rot90(decode(SMALL).pixels, -1))


@pytest.mark.parametrize("head", [b"JFIF\0\1\2\0\0\1\0\1", b"JFXX\0\x13"])
def test_bare_pixels_in_jfif_are_a_thumbnail(head: bytes) -> None:
    pixels = skin(9, 24, 32)
    [found] = inside(in_jpeg(segment(0xE0, head + b"\x20\x18" + pixels.tobytes())))
    assert (found.kind, found.found_in, found.width, found.height) == (EmbeddedKind.THUMBNAIL, "JFIF", 32, 24)
    assert np.array_equal(np.asarray(found.pixels), pixels)


def test_a_thumbnail_that_is_not_compressed_is_opened() -> None:
    first, second = BytesIO(), BytesIO()
    Image.fromarray(SKIN).save(first, "TIFF")
    Image.open(BytesIO(SMALL)).save(second, "TIFF")
    pages = BytesIO()
    Image.open(first).save(pages, "TIFF", save_all=True, append_images=[Image.open(second)])
    [found] = inside(pages.getvalue())
    assert (found.kind, found.found_in, found.width) == (EmbeddedKind.FRAME, "TIFF", 32)


def test_the_items_of_a_heic_are_opened() -> None:
    data = (FILES / "photo.heic").read_bytes()
    [found] = inside(data)
    assert (found.kind, found.found_in, found.width, found.height) == (EmbeddedKind.THUMBNAIL, "HEIC", 48, 32)
    assert found.pixels is not None
    assert same_picture(decode(data).pixels, found.pixels)
    [helper] = inside(data.replace(b"thmb", b"auxl"))
    assert (helper.kind, helper.width) == (EmbeddedKind.AUXILIARY, 48)
    [further] = inside((FILES / "two.heic").read_bytes())
    assert (further.kind, further.problem) == (EmbeddedKind.FRAME, None)


def test_transparency_is_no_picture_of_its_own() -> None:
    file = BytesIO()
    Image.fromarray(SKIN).convert("RGBA").save(file, "AVIF")
    assert inside(file.getvalue()) == []


def test_pictures_in_content_credentials_are_brought_out() -> None:
    found = inside((FILES / "signed.jpg").read_bytes())
    assert [(one.kind, one.found_in, one.width) for one in found] == [(EmbeddedKind.THUMBNAIL, "C2PA", 48)] * 2


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_the_frames_of_an_animation_are_pictures(kind: str) -> None:
    frames = [Image.fromarray(skin(seed, 48, 64)) for seed in (1, 2, 3)]
    file = BytesIO()
    frames[0].save(file, kind, save_all=True, append_images=frames[1:])
    found = inside(file.getvalue())
    assert [(one.kind, one.found_in, one.problem) for one in found] == [(EmbeddedKind.FRAME, kind, None)] * 2
    assert found[1].pixels is not None
    assert np.abs(found[1].pixels.mean(axis=(0, 1)) - skin(3, 48, 64).mean(axis=(0, 1))).max() < 8


def test_of_very_many_pictures_some_are_opened_and_the_rest_is_said() -> None:
    found = inside(JPEG * 60)
    assert len(found) == 17
    assert found[-1].problem == "There are more; nobody looked at them."
    file = BytesIO()
    frames = [Image.new("L", (9, 9), shade) for shade in range(40)]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    found = inside(file.getvalue())
    assert (len(found), found[-1].problem) == (13, "There are more frames; nobody looked at them.")


@pytest.mark.parametrize(
    ("behind", "words"),
    [
        (b"PK\x03\x04secret", "a zip archive"),
        (b"\0\0\0\x18ftypmp42" + bytes(40), "a video"),
        (b"%PDF-1.7", "a PDF document"),
        (b"secret", "unknown data"),
    ],
)
def test_what_follows_and_is_no_picture_is_named(behind: bytes, words: str) -> None:
    [found] = inside(JPEG + behind)
    assert found.kind is EmbeddedKind.TRAILING
    assert found.pixels is None
    assert words in (found.problem or "")


def test_a_thumbnail_that_cannot_be_opened_is_a_problem_and_not_nothing() -> None:
    data = in_jpeg(segment(0xE1, b"Exif\0\0" + tiff({}, thumbnail=SMALL[:200])))
    [found] = inside(data)
    assert found.kind is EmbeddedKind.THUMBNAIL
    assert (found.problem or "").endswith(".")


def test_a_thumbnail_of_a_thumbnail_is_found() -> None:
    nested = in_jpeg(segment(0xE1, b"Exif\0\0" + tiff({}, thumbnail=SMALL)))
    found = inside(in_jpeg(segment(0xE1, b"Exif\0\0" + tiff({}, thumbnail=nested))))
    assert [one.width for one in found] == [64, 32]


def test_a_large_picture_inside_is_reduced_and_its_size_kept() -> None:
    [found] = inside(JPEG + encoded(np.zeros((2000, 4000, 3), np.uint8)))
    assert (found.width, found.height) == (4000, 2000)
    assert found.pixels is not None
    assert 1600 <= found.pixels.shape[1] <= 2000


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(
        [with_thumbnail(), JPEG + SMALL, (FILES / "photo.heic").read_bytes(), (FILES / "signed.jpg").read_bytes()]
    ),
    st.data(),
)
def test_a_spoilt_file_never_raises_and_ends(data: bytes, draw: st.DataObject) -> None:
    spoilt = bytearray(data[: draw.draw(st.integers(1, len(data)))])
    for _ in range(draw.draw(st.integers(0, 6))):
        spoilt[draw.draw(st.integers(0, len(spoilt) - 1))] = draw.draw(st.integers(0, 255))
    begun = time.process_time()
    for found in embedded_pictures(bytes(spoilt)):
        assert (found.pixels is None) == (found.problem is not None)
    assert time.process_time() - begun < 5

"""Pictures open as people see them, and whatever else lies in a folder is refused in plain words."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageOps

from before_you_post.photos.opening import FORMATS, decode, open_picture, turned
from before_you_post.photos.refusal import PictureError
from painted_skin import encoded, saved, skin

FILES = Path(__file__).parent / "files"
SKIN = skin(1, 48, 64)
JPEG = encoded(SKIN, "JPEG", quality=80)


@pytest.mark.parametrize("kind", FORMATS)
def test_every_permitted_format_opens_with_its_colours(kind: str) -> None:
    picture = decode(encoded(SKIN, kind))
    assert (picture.format, picture.width, picture.height) == (kind, 64, 48)
    assert np.abs(picture.pixels.mean(axis=(0, 1)) - SKIN.mean(axis=(0, 1))).max() < 4


def test_of_a_file_with_several_pictures_the_first_counts() -> None:
    file = BytesIO()
    Image.fromarray(SKIN).save(file, "MPO", save_all=True, append_images=[Image.new("RGB", (64, 48))])
    assert decode(file.getvalue()).pixels.mean() > 50


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK"])
def test_every_way_to_store_colour_becomes_red_green_blue(mode: str) -> None:
    image = Image.fromarray(SKIN).convert("L").convert(mode) if mode in ("1", "LA") else Image.fromarray(SKIN)
    file = BytesIO()
    image.convert(mode).save(file, "TIFF" if mode == "CMYK" else "PNG")
    pixels = decode(file.getvalue()).pixels
    assert pixels.shape == (48, 64, 3)
    assert abs(float(pixels.mean()) - float(np.asarray(image.convert("L")).mean())) < 12


def test_sixteen_bits_of_grey_become_eight() -> None:
    file = BytesIO()
    Image.fromarray(np.full((9, 9), 40_000, np.uint16)).save(file, "PNG")
    assert set(decode(file.getvalue()).pixels.ravel()) == {155}


def test_what_is_transparent_is_white_as_on_a_page() -> None:
    file = BytesIO()
    Image.new("RGBA", (8, 8), (10, 20, 30, 0)).save(file, "PNG")
    assert decode(file.getvalue()).pixels.min() == 255


def test_a_phone_held_sideways_gives_an_upright_picture() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # "turn by 90 degrees clockwise"
    picture = decode(encoded(SKIN, "PNG", exif=exif))
    assert (picture.width, picture.height) == (48, 64)
    assert np.array_equal(picture.pixels, np.rot90(SKIN, -1))


def test_a_broken_colour_profile_does_no_harm() -> None:
    broken = encoded(SKIN, "PNG", icc_profile=b"not a profile")
    assert np.array_equal(decode(broken).pixels, SKIN)


def linear_light_profile() -> bytes:
    """A small ICC profile (version 2) with sRGB's own colours, but with numbers proportional to light."""

    def fixed(*values: float) -> bytes:
        return b"".join(struct.pack(">i", round(value * 65536)) for value in values)

    colours = {b"rXYZ": (0.4360, 0.2225, 0.0139), b"gXYZ": (0.3851, 0.7169, 0.0971), b"bXYZ": (0.1431, 0.0606, 0.7141)}
    parts = {name: b"XYZ " + bytes(4) + fixed(*value) for name, value in colours.items()}
    parts |= {name: b"curv" + bytes(8) for name in (b"rTRC", b"gTRC", b"bTRC")}
    parts |= {b"wtpt": b"XYZ " + bytes(4) + fixed(0.9642, 1, 0.8249), b"cprt": b"text" + bytes(4) + b"none\0\0\0\0"}
    parts[b"desc"] = b"desc" + bytes(4) + struct.pack(">I", 7) + b"linear\0" + bytes(83)
    table, body = struct.pack(">I", len(parts)), b""
    for name, part in parts.items():
        table += name + struct.pack(">II", 128 + 4 + 12 * len(parts) + len(body), len(part))
        body += part
    head = bytearray(128)
    head[8:12], head[12:24], head[36:40] = b"\x02\x10\0\0", b"mntrRGB XYZ ", b"acsp"
    head[68:80], head[0:4] = fixed(0.9642, 1, 0.8249), struct.pack(">I", 128 + len(table) + len(body))
    return bytes(head) + table + body


def test_a_colour_profile_is_followed() -> None:
    middle = np.full((8, 8, 3), 128, np.uint8)  # half of the light, which sRGB writes as 188
    pixels = decode(encoded(middle, "PNG", icc_profile=linear_light_profile())).pixels
    assert np.abs(pixels.astype(int) - 188).max() <= 2


def test_a_reduced_copy_keeps_the_size_of_the_whole_in_mind() -> None:
    data = encoded(skin(2, 600, 800))
    picture = decode(data, long_side=200)
    assert (picture.width, picture.height) == (800, 600)
    assert picture.pixels.shape == (150, 200, 3)


def test_of_an_animation_the_first_frame_counts() -> None:
    file = BytesIO()
    first, second = Image.new("RGB", (9, 9), "red"), Image.new("RGB", (9, 9), "blue")
    first.save(file, "GIF", save_all=True, append_images=[second])
    red, _, blue = decode(file.getvalue()).pixels[4, 4]
    assert (red > 240, blue < 20) == (True, True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (JPEG[: len(JPEG) // 2], "cut short"),
        (b"\x89PNG\r\n\x1a\nrubbish", "damaged"),
        (b"%PDF-1.7", "PDF"),
        (b"<!doctype html><html>", "web page"),
        (b"\x00\x00\x00\x18ftypheic", "damaged"),
        (b"\x00\x00\x00\x18ftypmp42", "video"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "PostScript"),
        (b"Dear patient", "not a picture"),
    ],
)
def test_the_reason_says_what_is_wrong(data: bytes, reason: str) -> None:
    with pytest.raises(PictureError, match=reason):
        decode(data)


def test_a_picture_that_would_unfold_into_gigabytes_is_refused() -> None:
    claims = struct.pack(">II", 60_000, 60_000)  # pixels, in a file of a few bytes
    head = b"IHDR" + claims + b"\x08\x02\0\0\0"
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    with pytest.raises(PictureError, match="million pixels"):
        decode(data + encoded(SKIN, "PNG")[33:])


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="not there"):
        open_picture(tmp_path / "gone.jpg")
    with pytest.raises(PictureError, match="could not be read"):
        open_picture(tmp_path)


def test_a_renamed_picture_opens_by_what_it_is(tmp_path: Path) -> None:
    path = saved(tmp_path / "photo.png", SKIN).rename(tmp_path / "photo.jpg")
    assert open_picture(path).format == "PNG"


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes_are_refused_and_nothing_else(data: bytes) -> None:
    with pytest.raises(PictureError):
        decode(data)


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(
        [JPEG, (FILES / "photo.heic").read_bytes(), (FILES / "turned.heic").read_bytes()]
        + [encoded(SKIN, kind) for kind in FORMATS]
    ),
    st.data(),
)
def test_a_spoilt_picture_opens_or_is_refused_and_never_crashes(data: bytes, draw: st.DataObject) -> None:
    spoilt = bytearray(data[: draw.draw(st.integers(1, len(data)))])
    for _ in range(draw.draw(st.integers(0, 4))):
        spoilt[draw.draw(st.integers(0, len(spoilt) - 1))] = draw.draw(st.integers(0, 255))
    try:
        assert decode(bytes(spoilt)).pixels.ndim == 3
    except PictureError as error:
        assert error.reason.endswith(".")


# ---------------------------------------------------------------- HEIC


def red_corner(pixels: NDArray[np.uint8]) -> tuple[int, int]:
    """The middle of the red patch, which lies at the top left of every picture in ``files``."""
    red = (pixels[..., 0] > 200) & (pixels[..., 1] < 60) & (pixels[..., 2] < 60)
    row, column = np.argwhere(red).mean(axis=0)
    return round(float(row)), round(float(column))


def test_a_heic_opens() -> None:
    picture = open_picture(FILES / "plain.heic")
    assert (picture.format, picture.width, picture.height, picture.pixels.shape) == ("HEIF", 96, 64, (64, 96, 3))
    assert red_corner(picture.pixels) == pytest.approx((14, 16), abs=2)


def test_a_heic_is_turned_once_though_two_places_say_how() -> None:
    picture = open_picture(FILES / "turned.heic")
    assert (picture.width, picture.height, picture.pixels.shape) == (64, 96, (96, 64, 3))
    assert red_corner(picture.pixels) == pytest.approx((16, 64 - 14), abs=2)


def test_of_a_heic_with_two_pictures_the_first_counts() -> None:
    assert red_corner(open_picture(FILES / "two.heic").pixels) == pytest.approx((14, 16), abs=2)


def test_an_avif_is_turned_once() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = decode(encoded(SKIN, "AVIF", exif=exif, quality=95))
    assert (picture.width, picture.height) == (48, 64)
    assert np.abs(picture.pixels.astype(int) - np.rot90(SKIN, -1)).mean() < 6


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_to_hold_a_camera_gives_an_upright_picture(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encoded(SKIN, "PNG", exif=exif)
    expected = np.asarray(ImageOps.exif_transpose(Image.open(BytesIO(data))))
    picture = decode(data)
    assert np.array_equal(picture.pixels, expected)
    assert (picture.height, picture.width) == expected.shape[:2]
    assert np.array_equal(turned(SKIN, orientation), expected)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF", "JPEG"])
def test_a_reduced_copy_is_never_smaller_than_asked(kind: str) -> None:
    picture = decode(encoded(skin(2, 300, 500), kind), long_side=120)
    assert (picture.width, picture.height) == (500, 300)
    assert 120 <= max(picture.pixels.shape) <= 240
    full = decode(encoded(skin(2, 300, 500), kind))
    assert np.abs(picture.pixels.mean(axis=(0, 1)) - full.pixels.mean(axis=(0, 1))).max() < 3

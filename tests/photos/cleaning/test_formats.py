"""Each kind of file loses what stands beside its picture, and nothing of the picture."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageCms, ImageOps, PngImagePlugin

from before_you_post.photos.cleaning import encoded_anew, gif, heif, jpeg, png, webp
from before_you_post.photos.containers import ContainerError

SECRET = b"MRN QF-209643"
SIDEWAYS = 6


def picture(mode: str = "RGB", size: tuple[int, int] = (97, 61)) -> Image.Image:
    """Noise over a gradient: no two rows alike, so that a lost or turned row would show."""
    rng = np.random.default_rng(5)
    pixels = rng.integers(0, 256, (size[1], size[0], 4), dtype=np.uint8)
    pixels[..., 0] = np.linspace(0, 255, size[0], dtype=np.uint8)
    return Image.fromarray(pixels, "RGBA").convert(mode)


def exif(orientation: int = 1) -> bytes:
    block = Image.Exif()
    block[ExifTags.Base.ImageDescription] = SECRET.decode()
    block[ExifTags.Base.Orientation] = orientation
    block.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    return block.tobytes()


PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
BESIDE = {"exif": exif(), "icc_profile": PROFILE, "xmp": XMP}


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    written = BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def shown(data: bytes) -> np.ndarray:
    with Image.open(BytesIO(data)) as image:
        return np.asarray(ImageOps.exif_transpose(image).convert("RGBA"))


def png_with_everything(orientation: int = 1) -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", SECRET.decode())
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    texts.add(b"prVt", SECRET)
    return saved(picture("RGBA"), "PNG", pnginfo=texts, exif=exif(orientation), icc_profile=PROFILE)


def gif_with_everything() -> bytes:
    frames = [picture("P"), ImageOps.mirror(picture("P"))]
    return saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=80, loop=0, comment=SECRET)


Strip = Callable[[bytes], bytes]
FILES: dict[str, tuple[Strip, bytes]] = {
    "JPEG": (jpeg.without_metadata, saved(picture(), "JPEG", comment=SECRET, **BESIDE)),
    "progressive JPEG": (jpeg.without_metadata, saved(picture(), "JPEG", progressive=True, **BESIDE)),
    "JPEG turned": (jpeg.without_metadata, saved(picture(), "JPEG", exif=exif(SIDEWAYS))),
    "CMYK JPEG": (jpeg.without_metadata, saved(picture("CMYK"), "JPEG", exif=exif())),
    "JPEG with a second picture": (
        jpeg.without_metadata,
        saved(picture(), "MPO", save_all=True, append_images=[picture("L").convert("RGB")], exif=exif()),
    ),
    "PNG": (png.without_metadata, png_with_everything()),
    "PNG turned": (png.without_metadata, png_with_everything(SIDEWAYS)),
    "PNG of 256 colours": (png.without_metadata, saved(picture("P"), "PNG", exif=exif())),
    "WebP": (webp.without_metadata, saved(picture("RGBA"), "WEBP", **BESIDE)),
    "WebP without loss": (webp.without_metadata, saved(picture("RGBA"), "WEBP", lossless=True, **BESIDE)),
    "WebP turned": (webp.without_metadata, saved(picture(), "WEBP", exif=exif(SIDEWAYS))),
    "WebP that moves": (
        webp.without_metadata,
        saved(picture(), "WEBP", save_all=True, append_images=[ImageOps.mirror(picture())], **BESIDE),
    ),
    "GIF": (gif.without_metadata, gif_with_everything()),
    "AVIF": (heif.without_metadata, saved(picture(), "AVIF", **BESIDE)),
    "AVIF turned": (heif.without_metadata, saved(picture(), "AVIF", exif=exif(SIDEWAYS))),
    "AVIF with transparency": (heif.without_metadata, saved(picture("RGBA"), "AVIF", **BESIDE)),
    "TIFF": (lambda data: encoded_anew.lossless(data, "TIFF"), saved(picture(), "TIFF", description=SECRET.decode())),
    "TIFF turned": (
        lambda data: encoded_anew.lossless(data, "TIFF"),
        saved(picture(), "TIFF", tiffinfo={ExifTags.Base.Orientation: SIDEWAYS, ExifTags.Base.Artist: "Secret"}),
    ),
    "BMP": (lambda data: encoded_anew.lossless(data, "BMP"), saved(picture(), "BMP") + SECRET),
}
every_kind = pytest.mark.parametrize("kind", FILES)


@every_kind
def test_a_cleaned_file_shows_the_same_pixels_the_same_way_up(kind: str) -> None:
    strip, data = FILES[kind]
    assert np.array_equal(shown(strip(data)), shown(data))


@every_kind
def test_nothing_that_was_hidden_in_the_file_or_behind_it_is_left(kind: str) -> None:
    strip, data = FILES[kind]
    trailing = b"" if kind == "AVIF turned" else b"\0free" + SECRET
    cleaned = strip(data + trailing if "AVIF" not in kind else data)
    assert SECRET not in cleaned
    assert b"GPS" not in cleaned
    with Image.open(BytesIO(cleaned)) as image:
        left = {ExifTags.TAGS.get(tag, tag) for tag in image.getexif()} - {"Orientation"}
        assert image.format == "TIFF" or not left


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WebP", "AVIF"])
def test_the_colour_profile_stays(kind: str) -> None:
    strip, data = FILES[kind]
    with Image.open(BytesIO(strip(data))) as image:
        assert image.info["icc_profile"] == PROFILE


@pytest.mark.parametrize("kind", ["WebP that moves", "GIF"])
def test_a_picture_that_moves_goes_on_moving(kind: str) -> None:
    strip, data = FILES[kind]
    with Image.open(BytesIO(data)) as before, Image.open(BytesIO(strip(data))) as after:
        assert after.n_frames == before.n_frames == 2
        assert after.info.get("loop") == before.info.get("loop")
        before.seek(1)
        after.seek(1)
        assert np.array_equal(np.asarray(after.convert("RGB")), np.asarray(before.convert("RGB")))


def test_a_second_picture_behind_a_jpeg_is_gone() -> None:
    strip, data = FILES["JPEG with a second picture"]
    with Image.open(BytesIO(strip(data))) as image:
        assert getattr(image, "n_frames", 1) == 1
        assert image.format == "JPEG"


def test_a_gif_keeps_no_hiding_place_in_its_looping_block() -> None:
    _, data = FILES["GIF"]
    looping = data.index(b"NETSCAPE2.0") + 11
    stuffed = data[: looping + 4] + bytes([len(SECRET)]) + SECRET + data[looping + 4 :]
    assert SECRET not in gif.without_metadata(stuffed)


@every_kind
def test_cleaning_a_clean_file_changes_nothing_more(kind: str) -> None:
    strip, data = FILES[kind]
    once = strip(data)
    assert strip(once) == once


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([kind for kind in FILES if kind.split()[0] not in ("TIFF", "BMP")]), st.data())
def test_a_damaged_file_is_refused_or_cleaned_but_never_breaks_the_program(kind: str, data: st.DataObject) -> None:
    strip, whole = FILES[kind]
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = bytearray(whole[: data.draw(st.integers(place, len(whole)))])
    if damaged:
        damaged[place % len(damaged)] = data.draw(st.integers(0, 255))
    try:
        cleaned = strip(bytes(damaged))
    except ContainerError as error:
        assert error.reason
    else:
        assert len(cleaned) <= len(damaged) + 200

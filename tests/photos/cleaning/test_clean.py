"""A photo is cleaned as a whole: what was taken out is said, and the result is proven before it is given out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image

from before_you_post.photos import cleaning
from before_you_post.photos.cleaning import clean, proof
from before_you_post.photos.opening import decode
from before_you_post.photos.refusal import PictureError

FILES = Path(__file__).parent.parent / "files"


def photo(kind: str = "JPEG", **options: object) -> bytes:
    rng = np.random.default_rng(8)
    pixels = np.kron(rng.integers(40, 220, (24, 32, 3), dtype=np.uint8), np.ones((8, 8, 1), np.uint8))
    written = BytesIO()
    Image.fromarray(pixels).save(written, kind, **options)
    return written.getvalue()


def exif() -> bytes:
    block = Image.Exif()
    block[ExifTags.Base.Artist] = "Oriane Vanterpool"
    block[ExifTags.Base.Make] = "Larkfield"
    block.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2025:03:18 10:20:30"
    place = block.get_ifd(ExifTags.IFD.GPSInfo)
    place |= {1: "N", 2: (39.0, 57.0, 40.0), 3: "W", 4: (82.0, 59.0, 56.0)}
    return block.tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_what_was_taken_out_is_said_and_nothing_is_left(kind: str) -> None:
    data = photo(kind, exif=exif())
    cleaned = clean(data)
    said = " ".join(cleaned.removed)
    assert "DateTimeOriginal" in said
    assert "place" in said
    assert proof.found_in(cleaned.data) == ()
    assert np.array_equal(decode(cleaned.data).pixels, decode(data).pixels)


def test_a_photo_with_nothing_in_it_says_so() -> None:
    assert clean(photo("PNG")).removed == ()


@pytest.mark.parametrize("file", sorted(FILES.glob("*.hei[cf]")), ids=lambda file: file.name)
def test_a_phones_heic_loses_everything_but_its_picture(file: Path) -> None:
    data = file.read_bytes()
    cleaned = clean(data)
    assert proof.found_in(cleaned.data) == ()
    assert np.array_equal(decode(cleaned.data).pixels, decode(data).pixels)


def test_there_are_phone_photos_to_try() -> None:
    assert list(FILES.glob("*.hei[cf]"))


def test_a_mask_is_solid_and_the_rest_stays_nearly_the_same() -> None:
    data = photo("JPEG", exif=exif(), quality=90)
    cleaned = clean(data, masks=[(40, 24, 64, 48)])
    before, after = decode(data).pixels.astype(int), decode(cleaned.data).pixels.astype(int)
    assert np.ptp(after[30:66, 46:98].reshape(-1, 3), axis=0).max() <= 4
    assert np.abs(before[100:, 120:] - after[100:, 120:]).mean() < 2
    assert proof.found_in(cleaned.data) == ()
    assert (cleaned.masks, cleaned.suffix) == (1, None)


def test_a_masked_webp_becomes_a_png_and_says_so() -> None:
    cleaned = clean(photo("WEBP"), masks=[(0, 0, 10, 10)])
    assert (decode(cleaned.data).format, cleaned.suffix) == ("PNG", ".png")


@pytest.mark.parametrize("mask", [(256, 0, 10, 10), (0, 192, 10, 10), (0, 0, 0, 10)])
def test_a_mask_outside_the_picture_is_refused_in_words(mask: tuple[int, int, int, int]) -> None:
    with pytest.raises(PictureError, match="outside the picture of 256 x 192"):
        clean(photo(), masks=[mask])


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "empty"), (b"%PDF-1.7", "PDF"), (photo()[:900], "cut short|damaged")]
)
def test_a_file_that_is_no_whole_picture_is_refused_in_words(data: bytes, reason: str) -> None:
    with pytest.raises(PictureError, match=reason):
        clean(data)


def test_a_result_that_would_still_give_something_away_is_never_given_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cleaning._BY_FORMAT, "JPEG", lambda data: data)  # type: ignore[index]
    with pytest.raises(PictureError, match=r"would be left in the file: .*place"):
        clean(photo(exif=exif()))


def test_a_result_that_shows_anything_else_is_never_given_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cleaning._BY_FORMAT, "JPEG", lambda data: photo(quality=20))  # type: ignore[index]
    with pytest.raises(PictureError, match="would not be the same"):
        clean(photo())

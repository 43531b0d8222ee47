"""Photos made small for the page."""

from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from before_you_post.photos.refusal import PictureError
from before_you_post.store import Kept
from before_you_post.ui.pictures import SHOWN, THUMBNAIL, Thumbnails, path_of, shrink, shrink_embedded


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A sideways phone photo with a place, a camera and a comment in it."""
    image = Image.new("RGB", (2400, 1600), "tan")
    exif = image.getexif()
    exif[0x0112] = 6  # orientation: turn by a quarter
    exif[0x010F] = "CameraMaker"
    exif.get_ifd(0x8825)[2] = (34.0, 3.0, 8.0)
    path = tmp_path / "phone.jpg"
    image.save(path, exif=exif, comment=b"taken by M. Quince")
    return path


def test_a_picture_is_shrunk_and_stands_upright(photo: Path) -> None:
    shown = shrink(photo, SHOWN)
    with Image.open(BytesIO(shown.jpeg)) as image:
        assert image.size == (800, SHOWN)
    assert (shown.width, shown.height) == (1600, 2400)


def test_no_metadata_travels_with_it(photo: Path) -> None:
    with Image.open(BytesIO(shrink(photo, SHOWN).jpeg)) as image:
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_small_picture_is_not_blown_up(tmp_path: Path) -> None:
    Image.new("RGB", (90, 60)).save(tmp_path / "small.png")
    with Image.open(BytesIO(shrink(tmp_path / "small.png", SHOWN).jpeg)) as image:
        assert image.size == (90, 60)


def test_a_picture_inside_the_file_is_shown_by_its_place(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (300, 200), colour) for colour in ("tan", "teal")]
    frames[0].save(tmp_path / "two.jpg", "MPO", save_all=True, append_images=frames[1:])
    shown = shrink_embedded(tmp_path / "two.jpg", "0", SHOWN)
    with Image.open(BytesIO(shown.jpeg)) as image:
        red, green, blue = image.convert("RGB").getpixel((150, 100))  # type: ignore[misc]
        assert red < 30 < min(green, blue)
        assert not image.getexif()


@pytest.mark.parametrize("place", ["7", "-1", "", "one", "../0"])
def test_a_place_where_no_picture_is_says_so(photo: Path, place: str) -> None:
    with pytest.raises(PictureError, match="no such picture inside"):
        shrink_embedded(photo, place, SHOWN)


def test_a_photo_inside_a_zip_is_shown_too(photo: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.write(photo, "media/phone.jpg")
    inside = Path(f"{tmp_path}/export.zip!/media/phone.jpg")

    assert Thumbnails().get(inside) == shrink(photo, THUMBNAIL)
    with pytest.raises(PictureError):
        Thumbnails().get(inside.with_name("gone.jpg"))


def test_a_thumbnail_is_made_once_and_again_when_the_file_changes(photo: Path) -> None:
    thumbnails = Thumbnails()
    first = thumbnails.get(photo)
    assert thumbnails.get(photo) is first
    with Image.open(BytesIO(first.jpeg)) as image:
        assert max(image.size) == THUMBNAIL
    Image.new("RGB", (500, 500), "navy").save(photo)
    os.utime(photo, ns=(1, 1))
    assert thumbnails.get(photo) is not first


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="not there"):
        Thumbnails().get(tmp_path / "gone.jpg")


def test_only_pictures_of_the_photo_itself_can_be_asked_for(kept: Kept) -> None:
    judged = next(p for p in kept.audit.photos if p.evidence.published.file_name == "collage-autumn.jpg")
    assert path_of(judged, "published") == Path(judged.evidence.published.path)
    assert path_of(judged, "original", "P-02/before.jpg") is not None
    assert path_of(judged, "original", "P-09/before.jpg") is None
    assert path_of(judged, "original", "../../patients.csv") is None
    assert path_of(judged, "/etc/passwd") is None

"""`before-you-post clean`: copies without anything but the picture, and never a changed original."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import ExifTags, Image

from before_you_post.cli import main
from before_you_post.photos.cleaning.proof import found_in
from before_you_post.photos.metadata import read_metadata
from before_you_post.records import MetadataKind


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    block = Image.Exif()
    block[ExifTags.Base.Artist] = "Oriane Vanterpool"
    path = tmp_path / "nose.jpg"
    Image.radial_gradient("L").convert("RGB").save(path, exif=block)
    return path


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEFORE_YOU_POST_HOME", str(tmp_path / "home"))


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["clean", *map(str, words)])


def test_a_clean_copy_is_written_and_the_photo_left_as_it_was(photo: Path, tmp_path: Path) -> None:
    before = photo.read_bytes()
    done = run(photo, "--out", tmp_path / "clean")
    assert done.exit_code == 0, done.output
    assert "Artist" in done.output
    assert "Every pixel is the same." in done.output
    assert photo.read_bytes() == before
    assert found_in((tmp_path / "clean" / "nose.jpg").read_bytes()) == ()


def test_a_photo_is_never_written_over(photo: Path) -> None:
    before = photo.read_bytes()
    done = run(photo, "--out", photo.parent)
    assert done.exit_code == 2
    assert "a file of that name" in done.output
    assert photo.read_bytes() == before


def test_one_bad_file_does_not_stop_the_others(photo: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"")
    done = run(bad, tmp_path / "missing.jpg", photo, "--out", tmp_path / "clean")
    assert done.exit_code == 1
    assert "bad.jpg: not copied. The file is empty" in done.output
    assert "missing.jpg: not copied." in done.output
    assert [path.name for path in (tmp_path / "clean").iterdir()] == ["nose.jpg"]


def test_a_mask_is_drawn_over_one_photo_only(photo: Path, tmp_path: Path) -> None:
    done = run(photo, "--out", tmp_path / "clean", "--mask", "10,10,40,20", "--mask", "60, 60, 8, 8")
    assert "2 masks drawn" in done.output
    assert run(photo, photo, "--out", tmp_path / "more", "--mask", "1,1,2,2").exit_code == 2
    assert "four numbers" in run(photo, "--out", tmp_path / "more", "--mask", "1,1,2").output


def test_a_signed_copy_says_who_cleaned_it_and_nothing_else(photo: Path, tmp_path: Path) -> None:
    done = run(photo, "--out", tmp_path / "clean", "--sign", "Quillfeather Dermatology")
    assert done.exit_code == 0, done.output
    copy = (tmp_path / "clean" / "nose.jpg").read_bytes()
    found = read_metadata(copy).items
    assert {item.found_in for item in found} == {"C2PA"}
    # else the audit would find fault with the very file that was cleaned
    assert {item.kind for item in found} == {MetadataKind.CREDENTIALS, MetadataKind.SOFTWARE}
    assert b"Quillfeather Dermatology" in copy
    assert b"Vanterpool" not in copy


def test_a_kind_that_cannot_be_signed_is_not_copied(tmp_path: Path) -> None:
    written = BytesIO()
    Image.new("RGB", (20, 20)).save(written, "BMP")
    (tmp_path / "a.bmp").write_bytes(written.getvalue())
    done = run(tmp_path / "a.bmp", "--out", tmp_path / "clean", "--sign", "Quillfeather")
    assert done.exit_code == 1
    assert "cannot carry content credentials" in done.output
    assert not (tmp_path / "clean").exists()

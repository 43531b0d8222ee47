"""What a file says about itself, and that a bad file is a fact and not a crash."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from before_you_post.photos import look
from before_you_post.photos.facts import content_hash, places
from painted_skin import encoded, saved, skin


def test_a_photo_is_looked_at_in_full(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", skin(4, 100, 80))
    facts = look(path)
    assert facts.problem is None
    assert facts.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (facts.format, facts.width, facts.height, facts.byte_size) == ("JPEG", 80, 100, path.stat().st_size)
    assert facts.gps == ()
    assert facts.text == ()


def test_a_photo_inside_a_zip_is_looked_at_like_any_other(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", skin(4, 100, 80))
    with zipfile.ZipFile(tmp_path / "export.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, "media/a.jpg")
    inside = Path(f"{tmp_path}/export.zip!/media/a.jpg")

    assert look(inside) == look(path)
    assert content_hash(inside) == content_hash(path)


@pytest.mark.parametrize("data", [b"", b"no picture", encoded(skin(4, 90, 90))[:500]])
def test_of_a_bad_file_only_its_bytes_are_known(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.jpg"
    path.write_bytes(data)
    facts = look(path)
    assert facts.problem
    assert (facts.sha256, facts.byte_size) == (hashlib.sha256(data).hexdigest(), len(data))
    assert facts.width is facts.gps is facts.text is None  # nobody looked, which is not "none found"


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    facts = look(tmp_path / "gone.jpg")
    assert facts.problem == "The file is not there."
    assert (facts.sha256, facts.byte_size) == content_hash(tmp_path / "gone.jpg") == ("", 0)


def test_places_of_a_missing_file_are_none(tmp_path: Path) -> None:
    assert places(tmp_path / "gone.jpg") == ()

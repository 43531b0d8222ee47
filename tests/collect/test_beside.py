"""What is written into files beside their pictures counts wherever the public can download the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from before_you_post.collect import beside
from before_you_post.collect.beside import with_renditions
from before_you_post.photos import facts
from before_you_post.records import Camera, MetadataKind, PhotoFacts, Published
from painted_skin import saved, skin

CLEAN = PhotoFacts(sha256="0", byte_size=1, gps=(), metadata=(), cameras=())


def photographed(path: Path) -> Path:
    exif = Image.Exif()
    exif[271], exif[315] = "Fern", "Wilhelmina Croft"
    exif.get_ifd(0x8825).update({1: "N", 2: (34.0, 4.0, 25.0), 3: "W", 4: (118.0, 24.0, 1.5)})
    return saved(path, skin(1, 90, 90), exif=exif)


def photo(*renditions: Path) -> Published:
    return Published(
        id="website/a", post="website/a", path="/a.jpg", file_name="a.jpg", renditions=tuple(map(str, renditions))
    )


def test_what_another_size_tells_counts_for_the_photo_and_names_the_file(tmp_path: Path) -> None:
    seen = with_renditions(photo(photographed(tmp_path / "a-150x150.jpg")), CLEAN, {})
    assert [place.found_in for place in seen.gps or ()] == ["EXIF of a-150x150.jpg"]
    assert [(item.kind, item.found_in) for item in seen.metadata or () if item.value == "Wilhelmina Croft"] == [
        (MetadataKind.PERSON, "EXIF of a-150x150.jpg")
    ]
    assert seen.cameras == (Camera(make="Fern"),)


def test_another_size_that_tells_nothing_adds_nothing(tmp_path: Path) -> None:
    assert with_renditions(photo(saved(tmp_path / "a-150x150.jpg", skin(1, 90, 90))), CLEAN, {}) == CLEAN


def test_another_size_that_cannot_be_read_is_not_taken_for_clean(tmp_path: Path) -> None:
    (item,) = with_renditions(photo(tmp_path / "gone.jpg"), CLEAN, {}).metadata or ()
    assert (item.kind, item.name) == (MetadataKind.UNREAD, "gone.jpg")


def test_where_nobody_looked_at_the_photo_other_sizes_settle_nothing(tmp_path: Path) -> None:
    unseen = PhotoFacts(sha256="0", byte_size=1, problem="cut short")
    assert with_renditions(photo(photographed(tmp_path / "a-150x150.jpg")), unseen, {}) == unseen


def test_the_same_bytes_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache: dict[str, str] = {}
    published = photo(photographed(tmp_path / "a-150x150.jpg"))
    first = with_renditions(published, CLEAN, cache)
    monkeypatch.setattr(beside.facts, "beside", lambda path: pytest.fail(f"read {path} again"))
    assert with_renditions(published, CLEAN, cache) == first
    monkeypatch.undo()
    cache |= dict.fromkeys(cache, "written by another version")
    assert with_renditions(published, CLEAN, cache) == first
    assert facts.programs() in next(iter(cache))

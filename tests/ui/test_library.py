"""The originals a reviewer can choose from: found by words, told by id, and no path among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from before_you_post.photos.refusal import PictureError
from before_you_post.ui.library import LISTED, LibraryShelf


@pytest.fixture
def shelf(tmp_path: Path) -> LibraryShelf:
    (tmp_path / "practice.yaml").write_text("name: Larkmoor\nchannels: {website: published}\n", encoding="utf-8")
    for number in range(LISTED + 3):
        photo = tmp_path / "originals" / f"P-{number:02}" / "after.jpg"
        photo.parent.mkdir(parents=True)
        photo.write_bytes(b"no picture is opened to list it")
    return LibraryShelf(tmp_path)


def test_an_original_is_found_by_its_words(shelf: LibraryShelf) -> None:
    found, more = shelf.find("after P-07")
    assert ([one["id"] for one in found], more) == (["P-07/after.jpg"], 0)


def test_of_many_the_first_are_listed_and_the_rest_counted(shelf: LibraryShelf) -> None:
    found, more = shelf.find("")
    assert (len(found), more) == (LISTED, 3)


def test_only_an_original_of_the_library_has_a_file(shelf: LibraryShelf, tmp_path: Path) -> None:
    assert shelf.path_of("P-01/after.jpg").is_relative_to(tmp_path)
    with pytest.raises(PictureError):
        shelf.path_of("../practice.yaml")


def test_new_originals_are_seen_after_an_audit(shelf: LibraryShelf, tmp_path: Path) -> None:
    before = len(shelf.originals())
    (tmp_path / "originals" / "new.jpg").write_bytes(b"new")
    assert len(shelf.originals()) == before
    shelf.forget()
    assert len(shelf.originals()) == before + 1

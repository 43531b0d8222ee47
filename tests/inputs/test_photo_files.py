"""A folder is listed photo by photo, and what was not looked at is said."""

from __future__ import annotations

from pathlib import Path

from before_you_post.inputs.photo_files import Listing, is_photo, list_photos
from before_you_post.inputs.tree import open_tree


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")


def test_photos_are_found_in_every_subfolder_by_their_ending(tmp_path: Path) -> None:
    put(tmp_path, "b.JPG", "2026/a.webp", "2026/06/c.heic")

    assert list_photos(open_tree(tmp_path)).photos == ("2026/06/c.heic", "2026/a.webp", "b.JPG")
    assert list_photos(open_tree(tmp_path)).problems == ()


def test_hidden_files_are_passed_over_in_silence(tmp_path: Path) -> None:
    put(tmp_path, ".DS_Store", "._a.jpg", ".thumbs/a.jpg", "__MACOSX/a.jpg", "Thumbs.db", "~$patients.xlsx")

    assert list_photos(open_tree(tmp_path)) == Listing()


def test_links_are_not_followed_but_reported(tmp_path: Path) -> None:
    put(tmp_path, "outside/secret.jpg", "photos/a.jpg")
    (tmp_path / "photos/link.jpg").symlink_to(tmp_path / "outside/secret.jpg")
    (tmp_path / "photos/folder").symlink_to(tmp_path / "outside")

    listing = list_photos(open_tree(tmp_path / "photos"))

    assert listing.photos == ("a.jpg",)
    assert listing.problems[0].found.startswith("2 links to other places")


def test_films_documents_and_other_files_are_counted_apart(tmp_path: Path) -> None:
    put(tmp_path, "a.mp4", "b.mov", "c.pdf", "d.cr2", "e.xyz", "captions.csv")

    found = [
        problem.found.partition(",")[0] for problem in list_photos(open_tree(tmp_path), known=["captions.csv"]).problems
    ]

    assert found == ["1 camera raw file", "1 document", "1 other file", "2 videos"]


def test_a_name_is_a_photo_by_its_last_ending() -> None:
    assert is_photo("2026/NOSE.JPEG")
    assert not is_photo("nose.jpg.pdf")
    assert not is_photo("jpg")

"""A channel is read with the source that recognises its folder."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from before_you_post.photos import look
from before_you_post.records import Channel, Reading
from before_you_post.sources import read, sources
from invented_meta import export, medium
from invented_website import UPLOADS, attachment, item, website
from painted_skin import saved, skin


def test_the_plain_folder_comes_last_and_every_source_is_whole() -> None:
    found = list(sources())

    assert found[-1].NAME == "folder"
    assert "wordpress" in [source.NAME for source in found]
    assert all(callable(source.recognises) and callable(source.read) for source in found)


def test_an_export_file_makes_a_website(tmp_path: Path) -> None:
    website(tmp_path, item(1, "Hello"))

    assert [post.source for post in read(Channel(name="website", folder=str(tmp_path))).posts] == ["wordpress"]


def test_any_other_xml_makes_none(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text("<urlset/>")
    (tmp_path / "a.jpg").write_bytes(b"x")

    assert [post.source for post in read(Channel(name="website", folder=str(tmp_path))).posts] == ["folder"]


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read(Channel(name="website", folder=str(tmp_path / "gone"))).problems

    assert problem.path == str(tmp_path / "gone")


def told(reading: Reading) -> list[tuple[str, str, str | None]]:
    return [(one.id, one.file_name, one.caption) for one in reading.published]


def zipped(folder: Path, *archives: str, wrapped: str = "") -> Path:
    """The folder as zips of it beside it; its files are dealt out to them in turn."""
    home = folder.parent / f"{folder.name}-zipped"
    home.mkdir()
    for number, name in enumerate(archives):
        with zipfile.ZipFile(home / name, "w", zipfile.ZIP_DEFLATED) as archive:
            files = sorted(path for path in folder.rglob("*") if path.is_file())
            for path in files[number :: len(archives)]:
                archive.write(path, wrapped + path.relative_to(folder).as_posix())
    return home


@pytest.mark.parametrize("wrapped", ["", "export-of-june/"])
@pytest.mark.parametrize("archives", [("one.zip",), ("part-1.zip", "part-2.zip", "part-3.zip")])
@pytest.mark.parametrize("kind", ["wordpress", "instagram"])
def test_an_export_reads_the_same_unpacked_zipped_and_in_parts(
    tmp_path: Path, kind: str, archives: tuple[str, ...], wrapped: str
) -> None:
    folder = tmp_path / "channel"
    if kind == "wordpress":
        image = f'<img class="wp-image-9" src="{UPLOADS}/2025/04/nose.jpg"/>'
        files = ("2025/04/nose.jpg", "2025/04/nose-300x200.jpg", "2025/04/chin.jpg")
        website(folder, item(1, image), attachment(9, "2025/04/nose.jpg", parent=1), files=files)
    else:
        photos = [f"media/posts/{number}.jpg" for number in range(5)]
        posts = [{"media": [medium(photo, 1780500600 + number)]} for number, photo in enumerate(photos)]
        export(folder, {"content/posts_1.json": posts, **dict.fromkeys(photos, b"x")})
    home = zipped(folder, *archives, wrapped=wrapped)

    unpacked = read(Channel(name="channel", folder=str(folder)))
    from_zips = read(Channel(name="channel", folder=str(home)))

    assert [post.source for post in unpacked.posts] == [kind] * len(unpacked.posts)
    assert sorted(name for _, name, _ in told(from_zips)) == sorted(name for _, name, _ in told(unpacked))
    assert from_zips.problems == unpacked.problems == ()
    if not wrapped:
        assert told(from_zips) == told(unpacked)
        assert from_zips.posts == unpacked.posts


def test_a_photo_in_a_zip_is_found_and_looked_at(tmp_path: Path) -> None:
    path = saved(tmp_path / "channel/nose.jpg", skin(4, 90, 90))
    home = zipped(tmp_path / "channel", "photos.zip")

    (photo,) = read(Channel(name="instagram", folder=str(home / "photos.zip"))).published

    assert (photo.id, photo.path) == ("instagram/nose.jpg", f"{home}/photos.zip!/nose.jpg")
    assert look(Path(photo.path)) == look(path)


@pytest.mark.parametrize("wrapped", ["", "instagram-june/"])
@pytest.mark.parametrize("archives", [("one.zip",), ("1.zip", "2.zip")])
def test_a_captions_table_in_a_zip_is_read(tmp_path: Path, archives: tuple[str, ...], wrapped: str) -> None:
    export(tmp_path / "channel", {"a.jpg": b"x", "x/b.jpg": b"x", "captions.csv": "file,caption\nx/b.jpg,Hello\n"})
    home = zipped(tmp_path / "channel", *archives, wrapped=wrapped)

    reading = read(Channel(name="instagram", folder=str(home)))

    assert [(name, caption) for _, name, caption in told(reading)] == [("a.jpg", None), ("b.jpg", "Hello")]
    assert reading.problems == ()


def test_a_captions_table_too_large_or_damaged_costs_only_the_captions(tmp_path: Path) -> None:
    export(tmp_path / "channel", {"a.jpg": b"x", "captions.csv": b"file,caption\n" + b"a.jpg,Hello\n" * 20})
    path = zipped(tmp_path / "channel", "one.zip") / "one.zip"
    data = bytearray(path.read_bytes())
    place = data.index(b"captions.csv") + len("captions.csv")
    data[place : place + 8] = b"\xff" * 8
    path.write_bytes(data)

    reading = read(Channel(name="instagram", folder=str(path)))

    assert [name for _, name, _ in told(reading)] == ["a.jpg"]
    assert ["damaged" in problem.found for problem in reading.problems] == [True]

"""A channel is read with the source that recognises its folder."""

from __future__ import annotations

from pathlib import Path

from before_you_post.records import Channel
from before_you_post.sources import read, sources
from invented_website import item, website


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

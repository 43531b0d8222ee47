"""A plain folder is read photo by photo, with its captions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from before_you_post.inputs.tree import open_tree
from before_you_post.records import Channel, Post, Published, Reading
from before_you_post.sources.folder import read


def reading(folder: Path, captions: str | None, *photos: str) -> Reading:
    for photo in photos:
        (folder / photo).parent.mkdir(parents=True, exist_ok=True)
        (folder / photo).write_bytes(b"x")
    if captions is not None:
        (folder / "captions.csv").write_text(captions, encoding="utf-8")
    return read(Channel(name="instagram", folder=str(folder)), open_tree(folder))


def test_a_photo_and_its_row_are_a_post_of_one_photo(tmp_path: Path) -> None:
    captions = "file,published_on,title,caption,alt_text,url\n"
    captions += 'nose.jpg,2026-06-03,Six weeks,"Zoë, six\nweeks on",A nose,https://social.example/p/1\n'

    assert reading(tmp_path, captions, "2026/Nose.JPG", "nose.jpg") == Reading(
        posts=(
            Post(id="instagram/2026/Nose.JPG", channel="instagram", source="folder"),
            Post(
                id="instagram/nose.jpg",
                channel="instagram",
                source="folder",
                title="Six weeks",
                text="Zoë, six\nweeks on",
                url="https://social.example/p/1",
                published_on=date(2026, 6, 3),
            ),
        ),
        published=(
            Published(
                id="instagram/2026/Nose.JPG",
                post="instagram/2026/Nose.JPG",
                path=str(tmp_path / "2026/Nose.JPG"),
                file_name="Nose.JPG",
            ),
            Published(
                id="instagram/nose.jpg",
                post="instagram/nose.jpg",
                path=str(tmp_path / "nose.jpg"),
                file_name="nose.jpg",
                caption="Zoë, six\nweeks on",
                alt_text="A nose",
                url="https://social.example/p/1",
            ),
        ),
    )


def test_without_captions_every_photo_is_still_published(tmp_path: Path) -> None:
    result = reading(tmp_path, None, "a.jpg", "b.webp")

    assert [published.id for published in result.published] == ["instagram/a.jpg", "instagram/b.webp"]
    assert [post.published_on for post in result.posts] == [None, None]
    assert result.problems == ()


def test_a_row_for_no_photo_and_a_second_row_for_one_are_reported(tmp_path: Path) -> None:
    result = reading(tmp_path, "file,caption\na.jpg,first\nA.JPG,second\ngone.jpg,third\n", "a.jpg")

    assert [published.caption for published in result.published] == ["first"]
    assert [problem.row for problem in result.problems] == [3, 4]


def test_a_bad_date_costs_only_the_date(tmp_path: Path) -> None:
    result = reading(tmp_path, "file,published_on,caption\na.jpg,03/04/25,hello\n", "a.jpg")

    assert (result.posts[0].published_on, result.posts[0].text) == (None, "hello")
    assert [(problem.row, problem.column) for problem in result.problems] == [(2, "published_on")]


def test_films_are_said_not_to_be_looked_at(tmp_path: Path) -> None:
    (problem,) = reading(tmp_path, None, "a.jpg", "reel.mp4").problems

    assert "'reel.mp4'" in problem.found

"""TikTok gives words and links; what it does not give is said with its number."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from before_you_post.inputs.tree import open_tree
from before_you_post.records import Channel, Post, Reading
from before_you_post.sources.tiktok import read, recognises

LINK = "https://www.tiktokv.com/share/video/7112233445566778899/"


def export(folder: Path, value: Any, name: str = "user_data_tiktok.json") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(json.dumps(value))
    return folder


def posts(*entries: Any, **post: Any) -> dict[str, Any]:
    return {"App Settings": {}, "Post": {"Posts": {"VideoList": entries}, **post}}


def reading(folder: Path) -> Reading:
    return read(Channel(name="tiktok", folder=str(folder)), open_tree(folder))


def test_a_post_is_read_with_its_words_and_its_film_is_said_to_be_unseen(tmp_path: Path) -> None:
    entry = {"Date": "2026-06-03 10:00:00", "Link": LINK, "Title": "Zoë", "AlternateText": "A nose", "Likes": "7"}
    entry["Location"] = "Gahanna"
    export(tmp_path, posts(entry))

    found = reading(tmp_path)

    assert found.posts == (
        Post(
            id="tiktok/7112233445566778899",
            channel="tiktok",
            source="tiktok",
            text="Zoë\nA nose\nGahanna",
            url=LINK,
            published_on=date(2026, 6, 3),
            place="Gahanna",
        ),
    )
    assert found.published == ()
    assert [problem.found for problem in found.problems] == [
        "1 post whose film or pictures the export does not hold; they were not seen"
    ]


@pytest.mark.parametrize(
    "keys",
    [
        ("Post", "Posts"),
        ("Activity", "Video", "Videos"),
        ("Activity", "Videos"),
        ("Activity", "App Log", "Videos"),
        ("Video", "Videos"),
        ("Videos",),
    ],
)
def test_every_generation_of_the_export_is_read(tmp_path: Path, keys: tuple[str, ...]) -> None:
    value: Any = {"VideoList": [{"Date": "2026-06-03", "Link": LINK}]}
    for key in reversed(keys):
        value = {key: value}
    export(tmp_path, value, "user_data.json")

    assert recognises(open_tree(tmp_path))
    assert len(reading(tmp_path).posts) == 1


def test_addresses_that_stop_working_are_not_kept(tmp_path: Path) -> None:
    export(tmp_path, posts({"Date": "2026-06-03 10:00:00", "Link": "https://v16.cdn.example/a.mp4?key=secret"}))

    (post,) = reading(tmp_path).posts

    assert (post.id, post.url) == ("tiktok/2026-06-03T10-00-00", None)


def test_posts_of_the_same_second_stay_apart_and_the_same_post_is_listed_once(tmp_path: Path) -> None:
    twice = {"Date": "2026-06-03 10:00:00", "Link": "", "Title": "One"}
    export(tmp_path, posts(twice, twice, {**twice, "Title": "Two"}))

    assert [post.id for post in reading(tmp_path).posts] == [
        "tiktok/2026-06-03T10-00-00",
        "tiktok/2026-06-03T10-00-00~2",
    ]


def test_deleted_posts_and_those_nobody_else_sees_are_counted(tmp_path: Path) -> None:
    deleted = {"Recently Deleted Posts": {"PostList": [{"Date": "2026-01-01"}, {"Date": "2026-01-02"}]}}
    export(tmp_path, posts({"Link": LINK, "WhoCanView": "Only me"}, {"Link": "", "WhoCanView": "Friends"}, **deleted))

    found = reading(tmp_path)

    assert len(found.posts) == 1
    assert [problem.found for problem in found.problems] == [
        "1 post whose film or pictures the export does not hold; they were not seen",
        "2 posts that were deleted, not read",
        "1 post that only the account itself can see",
    ]


def test_an_empty_list_may_be_null(tmp_path: Path) -> None:
    export(tmp_path, {"Post": {"Posts": {"VideoList": None}}})

    assert reading(tmp_path) == Reading()


def test_an_unknown_form_of_the_export_is_said(tmp_path: Path) -> None:
    export(tmp_path, {"Post": {"Elsewhere": []}})

    assert "no list of posts" in reading(tmp_path).problems[0].found


def test_an_export_as_text_is_refused_with_the_way_to_json(tmp_path: Path) -> None:
    (tmp_path / "TikTok/Post").mkdir(parents=True)
    (tmp_path / "TikTok/Post/Posts.txt").write_text("Date: 2026-06-03\nLink: https://www.tiktokv.com/share/video/1/\n")

    assert recognises(open_tree(tmp_path))
    assert "JSON" in reading(tmp_path).problems[0].remedy


@pytest.mark.parametrize("data", [b"", b"[" * 100_000, b'{"Post": {', b'{"Post": 7}'])
def test_a_damaged_export_is_a_problem(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "user_data_tiktok.json").write_bytes(b'{"Post":1}')
    tree = open_tree(tmp_path)
    assert recognises(tree)
    (tmp_path / "user_data_tiktok.json").write_bytes(b'{"Post":' + data)

    found = read(Channel(name="tiktok", folder=str(tmp_path)), open_tree(tmp_path))

    assert found.posts == ()
    assert len(found.problems) == 1


def test_other_user_data_is_not_recognised(tmp_path: Path) -> None:
    export(tmp_path, {"users": []}, "user_data.json")

    assert not recognises(open_tree(tmp_path))


ANYTHING = some.recursive(some.none() | some.text() | some.integers() | some.booleans(), some.lists, max_leaves=5)


@given(entry=some.dictionaries(some.sampled_from(["Date", "Link", "Title", "WhoCanView", "Location"]), ANYTHING))
def test_any_entry_is_read_or_left_out(tmp_path_factory: Any, entry: dict[str, Any]) -> None:
    folder = export(tmp_path_factory.mktemp("tiktok"), posts(entry, {"Link": LINK}))

    assert "tiktok/7112233445566778899" in [post.id for post in reading(folder).posts]

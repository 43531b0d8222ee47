"""The exports of Facebook's pages and people are read, each photo once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from before_you_post.inputs.tree import open_tree
from before_you_post.records import Channel, Reading
from before_you_post.sources import facebook
from invented_meta import DAY, JUNE_3, broken, export, medium

PAGE = "this_profile's_activity_across_facebook/posts/"


def reading(folder: Path) -> Reading:
    tree = open_tree(folder)
    assert facebook.recognises(tree)
    return facebook.read(Channel(name="facebook", folder=str(folder)), tree)


def post(text: str, *media: dict[str, Any], when: int = JUNE_3, **more: Any) -> dict[str, Any]:
    attachments = [{"data": [{"media": one} for one in media]}] if media else []
    data = [{"post": broken(text)}, {"update_timestamp": when}]
    return {"timestamp": when, "data": data, "attachments": attachments, **more}


@pytest.mark.parametrize(
    "place",
    [
        "posts/your_posts_1.json",
        "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_2.json",
        "your_activity_across_facebook/posts/your_posts_1.json",
        f"{PAGE}profile_posts_1.json",
        f"facebook-quillfeather-2026/{PAGE}profile_posts_1.json",
    ],
)
def test_the_posts_are_found_in_every_layout(tmp_path: Path, place: str) -> None:
    root = "facebook-quillfeather-2026/" if place.startswith("facebook-") else ""
    uri = f"{PAGE}media/Noses_1/10_20_n_30.jpg"
    photo = medium(uri, title="Noses", description=broken("Zoë, six weeks on"))
    export(tmp_path, {place: [post("Come and see us", photo, title="Quillfeather added a photo.")], root + uri: b"x"})

    result = reading(tmp_path)

    assert [(one.title, one.text, one.published_on) for one in result.posts] == [
        ("Quillfeather added a photo.", "Come and see us", date(2026, 6, 3))
    ]
    assert [(one.path, one.caption) for one in result.published] == [
        (str(tmp_path / (root + uri)), "Noses\nZoë, six weeks on")
    ]
    assert result.problems == ()


def test_people_who_are_marked_and_the_place_of_a_post_are_kept(tmp_path: Path) -> None:
    told = post("Hello", medium("a.jpg"), tags=[{"name": broken("Zoë Quill")}, {"name": ""}, "?"])
    told["attachments"].append({"data": [{"place": {"name": "Gahanna, Ohio", "coordinate": {"latitude": 40.0}}}]})
    export(tmp_path, {"posts/your_posts.json": [told, post("Bye", medium("b.jpg"))], "a.jpg": b"x", "b.jpg": b"y"})

    assert [(one.tags, one.place) for one in reading(tmp_path).posts] == [
        (("Zoë Quill",), "Gahanna, Ohio"),
        ((), None),
    ]


def test_the_older_wrapping_of_the_list_is_read(tmp_path: Path) -> None:
    export(tmp_path, {"posts/your_posts.json": {"status_updates": [post("Hello", medium("a.jpg"))]}, "a.jpg": b"x"})

    assert [one.text for one in reading(tmp_path).posts] == ["Hello"]


def test_a_photo_of_a_post_and_of_an_album_is_one_photo(tmp_path: Path) -> None:
    uris = [f"{PAGE}media/Noses_1/{number}.jpg" for number in range(3)]
    photos = [medium(uris[0]), medium(uris[1], title="Noses"), medium(uris[2], JUNE_3 + 5 * DAY)]
    album = {"name": broken("Zoë’s nose"), "photos": photos, "cover_photo": medium(uris[0]), "description": "All of it"}
    files = {PAGE + "profile_posts_1.json": [post("Hello", medium(uris[0]))], PAGE + "album/0.json": album}
    export(tmp_path, {**files, **dict.fromkeys(uris, b"x")})

    result = reading(tmp_path)

    assert [one.file_name for one in result.published] == ["0.jpg", "1.jpg", "2.jpg"]
    assert [(one.title, one.text, one.published_on) for one in result.posts] == [
        (None, "Hello", date(2026, 6, 3)),
        ("Zoë’s nose", "All of it", date(2026, 6, 3)),
        ("Zoë’s nose", "All of it", date(2026, 6, 8)),
    ]


def test_notes_events_and_photos_that_stand_alone_have_their_words(tmp_path: Path) -> None:
    note = {"note": {"title": "Our noses", "text": "All about them", "media": [medium("n.jpg")]}}
    event = {"event": {"name": "Open house", "start_timestamp": JUNE_3}}
    link = {"external_context": {"name": "A page", "url": "https://quillfeather.example"}}
    entry = {"timestamp": JUNE_3, "attachments": [{"data": [note, event, link]}]}
    alone = {"other_photos_v2": [medium("u.jpg", description="On its own")]}
    files = {PAGE + "profile_posts_1.json": [entry], PAGE + "your_uncategorized_photos.json": alone}
    export(tmp_path, {**files, "n.jpg": b"x", "u.jpg": b"x"})

    result = reading(tmp_path)

    assert [one.text for one in result.posts] == ["Our noses\nAll about them\nOpen house", "On its own"]
    assert [one.file_name for one in result.published] == ["n.jpg", "u.jpg"]


def test_a_film_is_told_by_its_thumbnail_if_the_export_holds_it(tmp_path: Path) -> None:
    near = medium(f"{PAGE}media/v/1.mp4", thumbnail={"uri": f"{PAGE}media/v/1_thumb.jpg"})
    far = medium(f"{PAGE}media/v/2.mp4", thumbnail={"uri": "https://cdn.example/2.jpg?expires=1"})
    files = {PAGE + "profile_posts_1.json": [post("Two films", near, far)]}
    export(tmp_path, {**files, **dict.fromkeys((near["uri"], far["uri"], near["thumbnail"]["uri"]), b"x")})

    result = reading(tmp_path)

    assert [one.file_name for one in result.published] == ["1_thumb.jpg", "2.mp4"]
    assert [problem.found.partition(":")[0] for problem in result.problems] == [
        "1 film, of which only the cover picture is looked at",
        "1 film, without a cover, not looked at",
    ]


def test_a_post_that_stands_in_two_files_is_read_once(tmp_path: Path) -> None:
    photo = medium("a.jpg")
    files = {
        PAGE + "profile_posts_1.json": [post("Hello", photo)],
        PAGE + "profile_posts_2.json": [post("Hello", photo)],
    }
    export(tmp_path, {**files, "a.jpg": b"x"})

    assert len(reading(tmp_path).published) == 1


def test_stories_are_published_and_the_trash_is_kept_apart(tmp_path: Path) -> None:
    home = "your_facebook_activity/"
    story = {"archived_stories_v2": [{"timestamp": JUNE_3, "attachments": [{"data": [{"media": medium("s.jpg")}]}]}]}
    files = {
        home + "posts/your_posts_1.json": [post("Hello")],
        home + "stories/archived_stories.json": story,
        home + "posts/trash.json": {"trash": [post("Gone", medium("t.jpg"))]},
        home + "posts/archive.json": {"archive": [post("Old", medium("o.jpg"))]},
    }
    export(tmp_path, {**files, "s.jpg": b"x", "t.jpg": b"x", "o.jpg": b"x"})

    result = reading(tmp_path)

    assert [one.file_name for one in result.published] == ["s.jpg"]
    assert [problem.found for problem in result.problems] == ["1 archived post", "1 recently deleted post"]


def test_nothing_of_computers_and_cameras_is_kept(tmp_path: Path) -> None:
    export(tmp_path, {PAGE + "profile_posts_1.json": [post("Hello", medium("a.jpg"))], "a.jpg": b"x"})

    assert "192.0.2.7" not in repr(reading(tmp_path))
    assert "38.58" not in repr(reading(tmp_path))


def test_an_absurd_time_is_no_day(tmp_path: Path) -> None:
    export(tmp_path, {PAGE + "profile_posts_1.json": [post("Hello", medium("a.jpg", -62169958800), when=-1)]})

    assert [one.published_on for one in reading(tmp_path).posts] == [None]


def test_an_export_of_web_pages_is_refused_with_the_way_to_get_the_other(tmp_path: Path) -> None:
    export(tmp_path, {PAGE + "profile_posts_1.html": "<section class='_a6-g'>"})

    (problem,) = reading(tmp_path).problems

    assert "in the format HTML" in problem.found
    assert "choose the format JSON" in problem.remedy


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=8) | st.just("a.jpg"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["media", "uri", "data", "attachments", "timestamp", "note", "post", "photos", "name"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=25,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(VALUES, VALUES)
def test_whatever_the_files_hold_they_are_read_without_harm(tmp_path: Path, entry: object, album: object) -> None:
    posts = [post("Good", medium("good.jpg")), entry]
    export(tmp_path, {PAGE + "profile_posts_1.json": posts, PAGE + "album/0.json": album, "good.jpg": b"x"})

    result = reading(tmp_path)

    assert "good.jpg" in [one.file_name for one in result.published]
    assert len({one.id for one in result.published}) == len(result.published)

"""Every layout Instagram has handed out is read, and what the public cannot see is kept apart."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from before_you_post.inputs.tree import open_tree
from before_you_post.records import Channel, Post, Published, Reading
from before_you_post.sources import instagram
from invented_meta import DAY, JUNE_3, broken, export, medium

PHOTO = "media/posts/202606/nose.jpg"


def reading(folder: Path) -> Reading:
    tree = open_tree(folder)
    assert instagram.recognises(tree)
    return instagram.read(Channel(name="instagram", folder=str(folder)), tree)


def told(result: Reading) -> list[tuple[str | None, list[str]]]:
    """Each post's words and the names of its photos."""
    return [(post.text, [one.file_name for one in result.published if one.post == post.id]) for post in result.posts]


def problems(result: Reading) -> str:
    return "\n".join(f"{problem.found} / {problem.remedy}" for problem in result.problems)


def test_a_post_with_one_photo_has_its_words_its_day_and_nothing_of_the_camera(tmp_path: Path) -> None:
    posts = [{"media": [medium(PHOTO, title="Six weeks after, Zoë 🌸")]}]
    export(tmp_path, {"content/posts_1.json": posts, PHOTO: b"x"})

    assert reading(tmp_path) == Reading(
        posts=(
            Post(
                id="instagram/2026-06-03-153000",
                channel="instagram",
                source="instagram",
                text="Six weeks after, Zoë 🌸",
                published_on=date(2026, 6, 3),
            ),
        ),
        published=(
            Published(
                id="instagram/2026-06-03-153000/nose.jpg",
                post="instagram/2026-06-03-153000",
                path=str(tmp_path / PHOTO),
                file_name="nose.jpg",
            ),
        ),
    )


def test_a_carousel_has_the_words_of_the_post_and_those_of_each_photo(tmp_path: Path) -> None:
    files = ("media/posts/202606/1.jpg", "media/posts/202606/2.webp", "media/posts/202606/17900")
    media = [medium(files[0]), medium(files[1], title="The left side"), medium(files[2])]
    posts = [{"media": media, "title": "Before and after", "creation_timestamp": JUNE_3 + DAY}]
    export(tmp_path, {"content/posts_1.json": posts, **dict.fromkeys(files, b"x")})

    result = reading(tmp_path)

    assert told(result) == [("Before and after", ["1.jpg", "2.webp", "17900"])]
    assert [one.caption for one in result.published] == [None, "The left side", None]
    assert result.posts[0].published_on == date(2026, 6, 4)
    assert result.problems == ()


LAYOUTS = [
    "content/posts_1.json",
    "your_instagram_activity/content/posts_1.json",
    "your_instagram_activity/media/posts_1.json",
    "instagram-quillfeather-2026-06-30/your_instagram_activity/media/posts_12.json",
]


@pytest.mark.parametrize("place", LAYOUTS)
def test_the_posts_are_found_in_every_layout(tmp_path: Path, place: str) -> None:
    root = place.partition("your_")[0] if "/your_" in place else ""
    export(tmp_path, {place: [{"media": [medium(PHOTO, title="Hello")]}], root + PHOTO: b"x"})

    result = reading(tmp_path)

    assert told(result) == [("Hello", ["nose.jpg"])]
    assert result.published[0].path == str(tmp_path / (root + PHOTO))
    assert result.problems == ()


def test_the_oldest_layout_is_read_without_the_private_messages(tmp_path: Path) -> None:
    photo = {
        "caption": broken("Zoë"),
        "taken_at": "2017-03-01T23:00:00+00:00",
        "location": "Gahanna, Ohio",
        "path": "photos/201703/a.jpg",
    }
    story = {"caption": "", "taken_at": "2018-01-02T10:00:00", "path": "stories/201801/s.jpg"}
    private = {"taken_at": "2018-01-02T10:00:00", "path": "direct/201801/private.jpg"}
    content = {"photos": [photo], "stories": [story], "direct": [private]}
    export(tmp_path, {"media.json": content, "photos/201703/a.jpg": b"x", "stories/201801/s.jpg": b"x"})

    result = reading(tmp_path)

    assert told(result) == [("Zoë", ["a.jpg"]), (None, ["s.jpg"])]
    assert [post.published_on for post in result.posts] == [date(2017, 3, 1), date(2018, 1, 2)]
    assert [post.title for post in result.posts] == [None, "Story"]
    assert [post.place for post in result.posts] == ["Gahanna, Ohio", None]


def labelled(text: str, media: list[dict[str, Any]], label: str = "Caption", when: int = JUNE_3) -> dict[str, Any]:
    values = [
        {"label": label, "value": broken(text)},
        {"label": "URL", "value": "https://social.example/p/1"},
        {"label": "Media", "media": media},
    ]
    return {"timestamp": when, "label_values": values, "fbid": "1"}


@pytest.mark.parametrize("label", ["Caption", "Bildunterschrift", "Some other language"])
def test_the_newest_form_is_read_in_every_language(tmp_path: Path, label: str) -> None:
    posts = [labelled("Zoë, six weeks on", [medium(PHOTO), medium("media/posts/202606/2.jpg")], broken(label))]
    name = "your_instagram_activity/media/posts.json"
    export(tmp_path, {name: posts, PHOTO: b"x", "media/posts/202606/2.jpg": b"x"})

    result = reading(tmp_path)

    assert told(result) == [("Zoë, six weeks on", ["nose.jpg", "2.jpg"])]
    assert result.posts[0].published_on == date(2026, 6, 3)


def test_a_post_that_stands_in_two_files_is_read_once(tmp_path: Path) -> None:
    home = "your_instagram_activity/media/"
    others = [f"media/posts/202606/{number}.jpg" for number in range(4)]
    new = [labelled("One", [medium(others[0])]), labelled("Two", [medium(others[1])], when=JUNE_3 + 60)]
    old = [
        {"media": [medium(others[0], title="One")]},
        {"media": [medium(others[2], JUNE_3 + 120, title="Three")]},
        {"media": [medium(others[3], JUNE_3 + 60, title="Two")]},  # the same moment, a photo the new file lacks
    ]
    export(tmp_path, {home + "posts.json": new, home + "posts_1.json": old, **dict.fromkeys(others, b"x")})

    assert told(reading(tmp_path)) == [("One", ["0.jpg"]), ("Two", ["1.jpg", "3.jpg"]), ("Three", ["2.jpg"])]


def test_two_posts_of_one_second_in_one_file_stay_two(tmp_path: Path) -> None:
    posts = [{"media": [medium("media/a.jpg", title="A")]}, {"media": [medium("media/b.jpg", title="B")]}]
    export(tmp_path, {"content/posts_1.json": posts, "media/a.jpg": b"x", "media/b.jpg": b"x"})

    result = reading(tmp_path)

    assert told(result) == [("A", ["a.jpg"]), ("B", ["b.jpg"])]
    assert len({one.id for one in result.published}) == 2


def test_thousands_of_posts_of_one_second_take_no_more_than_others(tmp_path: Path) -> None:
    posts = [{"media": [medium(f"media/{number}.jpg")]} for number in range(8000)]
    export(tmp_path, {"content/posts_1.json": posts, "content/posts_2.json": posts[:4000]})
    start = time.process_time()

    assert len(reading(tmp_path).published) == 8000
    assert time.process_time() - start < 5


def test_stories_reels_and_profile_photos_are_published_too(tmp_path: Path) -> None:
    reel = medium("media/reels/202606/r.mp4", title="A reel", cover_photo={"uri": "media/reels/202606/cover.jpg"})
    home = "your_instagram_activity/media/"
    export(
        tmp_path,
        {
            home + "stories.json": {"ig_stories": [medium("media/stories/202606/s.jpg", title="A story")]},
            home + "reels.json": {"ig_reels_media": [{"media": [reel]}]},
            home + "profile_photos.json": {"ig_profile_picture": [medium("media/profile/202606/p.jpg")]},
            "media/stories/202606/s.jpg": b"x",
            "media/reels/202606/r.mp4": b"x",
            "media/reels/202606/cover.jpg": b"x",
            "media/profile/202606/p.jpg": b"x",
        },
    )

    result = reading(tmp_path)

    assert [(post.title, names) for post, (_, names) in zip(result.posts, told(result), strict=True)] == [
        ("Story", ["s.jpg"]),
        ("Reel", ["cover.jpg"]),
        ("Profile photo", ["p.jpg"]),
    ]
    assert [problem.found for problem in result.problems] == [
        "1 film, of which only the cover picture is looked at: 'media/reels/202606/r.mp4'"
    ]


def test_a_film_without_a_cover_is_listed_as_a_photo_nobody_could_look_at(tmp_path: Path) -> None:
    posts = [{"media": [medium("media/posts/202606/f.mp4", title="A film"), medium(PHOTO)], "title": "Both"}]
    export(tmp_path, {"content/posts_1.json": posts, "media/posts/202606/f.mp4": b"x", PHOTO: b"x"})

    result = reading(tmp_path)

    assert told(result) == [("Both", ["f.mp4", "nose.jpg"])]
    assert "1 film, without a cover, not looked at: 'media/posts/202606/f.mp4'" in problems(result)


def test_archived_and_deleted_posts_are_counted_but_not_published(tmp_path: Path) -> None:
    home = "your_instagram_activity/media/"
    archived = {"ig_archived_post_media": [{"media": [medium("media/archived_posts/202606/a.jpg")]}] * 2}
    deleted = {"ig_recently_deleted_media": [{"media": [medium("media/posts/202606/d.jpg")]}]}
    export(
        tmp_path,
        {
            home + "archived_posts.json": archived,
            home + "recently_deleted_content.json": deleted,
            "media/archived_posts/202606/a.jpg": b"x",
            "media/posts/202606/d.jpg": b"x",
        },
    )

    result = reading(tmp_path)

    assert (result.posts, result.published) == ((), ())
    assert [problem.found for problem in result.problems] == ["2 archived posts", "1 recently deleted post"]


def test_missing_files_are_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    posts = [{"media": [medium(PHOTO, title="Here")]}, {"media": [medium("media/posts/gone.jpg", JUNE_3 + 9)]}]
    export(tmp_path, {"content/posts_1.json": posts, PHOTO: b"x"})

    result = reading(tmp_path)

    assert [one.file_name for one in result.published] == ["nose.jpg", "gone.jpg"]
    assert "1 media file of the export missing: 'media/posts/gone.jpg'" in problems(result)


def test_media_that_no_post_speaks_of_are_said(tmp_path: Path) -> None:
    export(tmp_path, {"content/posts_1.json": [{"media": [medium(PHOTO)]}], PHOTO: b"x", "media/posts/b.jpg": b"x"})

    assert "1 media file that no post speaks of" in problems(reading(tmp_path))


@pytest.mark.parametrize("uri", ["../../../etc/passwd.jpg", "/etc/passwd.jpg", "..\\..\\etc\\passwd.jpg"])
def test_a_path_that_leads_out_of_the_export_is_not_followed(tmp_path: Path, uri: str) -> None:
    export(tmp_path / "a/b", {"content/posts_1.json": [{"media": [medium(uri, title="x")]}]})

    (photo,) = reading(tmp_path / "a/b").published

    assert photo.path == str(tmp_path / "a/b/etc/passwd.jpg")


def test_a_photo_given_by_address_alone_is_a_photo_not_seen(tmp_path: Path) -> None:
    posts = [{"media": [medium("https://cdn.example/p/a.jpg?sig=1", title="x")]}]
    export(tmp_path, {"content/posts_1.json": posts})

    (photo,) = (result := reading(tmp_path)).published

    assert (photo.file_name, photo.url) == ("a.jpg", "https://cdn.example/p/a.jpg?sig=1")
    assert "1 media file of the export missing" in problems(result)


def test_an_export_of_web_pages_is_refused_with_the_way_to_get_the_other(tmp_path: Path) -> None:
    export(tmp_path, {"your_instagram_activity/media/posts_1.html": "<html>", PHOTO: b"x"})

    result = reading(tmp_path)

    assert result.published == ()
    assert "in the format HTML" in problems(result)
    assert "choose the format JSON" in problems(result)


def test_pages_beside_the_json_are_nothing_to_speak_of(tmp_path: Path) -> None:
    posts = [{"media": [medium(PHOTO)]}]
    export(tmp_path, {"content/posts_1.json": posts, "content/posts_1.html": "<html>", PHOTO: b"x"})

    assert reading(tmp_path).problems == ()


@pytest.mark.parametrize(
    "content", ['[{"creation_timestamp": ', '"creation_timestamp"', '{"ig_stories": null}', "[1, [2], {}]", "[" * 99999]
)
def test_odd_files_are_problems_at_worst(tmp_path: Path, content: str) -> None:
    files = {"content/posts_1.json": [{"media": [medium(PHOTO, title="Good")]}], "content/posts_2.json": content}
    export(tmp_path, {**files, PHOTO: b"x"})

    assert told(reading(tmp_path)) == [("Good", ["nose.jpg"])]


def test_other_folders_are_not_taken_for_an_export(tmp_path: Path) -> None:
    export(tmp_path, {"media/posts.json": '[{"id": 7, "title": {"rendered": "Hello"}}]', "media.json": "[]"})

    assert not instagram.recognises(open_tree(tmp_path))


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8) | st.just("media/a.jpg"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["media", "uri", "title", "creation_timestamp", "timestamp", "label_values", "label", "value"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=25,
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(VALUES)
def test_whatever_the_file_holds_it_is_read_without_harm(tmp_path: Path, value: object) -> None:
    good = {"media": [medium(PHOTO, title="Good")]}
    export(tmp_path, {"content/posts_1.json": [good, value], PHOTO: b"x"})

    result = reading(tmp_path)

    assert "nose.jpg" in [one.file_name for one in result.published]
    assert len({one.id for one in result.published}) == len(result.published)
    assert all(Path(one.path).resolve().is_relative_to(tmp_path) for one in result.published)

"""An X archive gives the practice's own posts with their pictures, and never opens what is private."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from before_you_post.inputs.tree import Tree, open_tree
from before_you_post.records import Channel, Post, Published, Reading
from before_you_post.sources.x import read, recognises

PICTURE = "https://pbs.example/media/EAbc.jpg"


def tweet(number: str = "900", text: str = "Six weeks on", *pictures: str, **fields: Any) -> dict[str, Any]:
    media = [{"type": "photo", "media_url_https": one, "url": "https://t.co/pic"} for one in pictures]
    told = {"id_str": number, "full_text": text, "created_at": "Wed Jun 03 10:00:00 +0000 2026"}
    return {"tweet": {**told, **({"extended_entities": {"media": media}} if media else {}), **fields}}


def archive(folder: Path, *tweets: dict[str, Any], media: tuple[str, ...] = (), **scripts: Any) -> Path:
    data = folder / "data"
    (data / "tweets_media").mkdir(parents=True)
    config = {"userInfo": {"accountId": "7", "userName": "quillfeather"}}
    (data / "manifest.js").write_text(f"window.__THAR_CONFIG = {json.dumps(config)}")
    for script, entries in {"tweets": tweets, **scripts}.items():
        name = script.replace("_", "-")
        (data / f"{name}.js").write_text(f"window.YTD.{name}.part0 = {json.dumps(entries)}")
    for name in media:
        (data / "tweets_media" / name).write_bytes(b"x")
    return folder


def reading(folder: Path) -> Reading:
    return read(Channel(name="x", folder=str(folder)), open_tree(folder))


def test_who_a_post_names_and_where_it_is_marked_are_kept(tmp_path: Path) -> None:
    people = [
        {"screen_name": "peggy_glows", "name": "Peggy S"},
        {"screen_name": "Quillfeather", "name": "Quillfeather"},
    ]
    place = {"full_name": "Gahanna, OH", "name": "Gahanna"}
    archive(tmp_path, tweet("900", "Thanks", entities={"user_mentions": people}, place=place), tweet("901", "Bye"))

    assert [(one.mentions, one.tags, one.place) for one in reading(tmp_path).posts] == [
        (("@peggy_glows",), ("Peggy S", "Quillfeather"), "Gahanna, OH"),
        ((), (), None),
    ]


def test_a_post_and_its_picture_are_read_with_words_day_and_address(tmp_path: Path) -> None:
    links = {"urls": [{"url": "https://t.co/a", "expanded_url": "https://quillfeather.example/noses"}]}
    archive(
        tmp_path,
        tweet("900", "Zoë &amp; us https://t.co/a https://t.co/pic", PICTURE, entities=links),
        media=("900-EAbc.jpg",),
    )

    assert reading(tmp_path) == Reading(
        posts=(
            Post(
                id="x/900",
                channel="x",
                source="x",
                text="Zoë & us https://quillfeather.example/noses",
                url="https://x.com/quillfeather/status/900",
                published_on=date(2026, 6, 3),
            ),
        ),
        published=(
            Published(
                id="x/900/900-EAbc.jpg",
                post="x/900",
                path=str(tmp_path / "data/tweets_media/900-EAbc.jpg"),
                file_name="900-EAbc.jpg",
                caption="Zoë & us https://quillfeather.example/noses",
                url=PICTURE,
            ),
        ),
    )


def test_every_picture_of_a_post_counts_and_the_same_post_only_once(tmp_path: Path) -> None:
    post = tweet("1", "Three", *(f"https://pbs.example/media/{name}.jpg" for name in "abc"))
    archive(tmp_path, post, media=("1-a.jpg", "1-b.jpg", "1-c.jpg"), tweets_part1=[post], community_tweet=[tweet("2")])

    found = reading(tmp_path)

    assert [post.id for post in found.posts] == ["x/2", "x/1"]
    assert [one.file_name for one in found.published] == ["1-a.jpg", "1-b.jpg", "1-c.jpg"]


def test_the_oldest_archives_are_read_too(tmp_path: Path) -> None:
    folder = tmp_path / "twitter-2018/data"
    (folder / "tweet_media").mkdir(parents=True)
    entry = {"id": "5", "text": "Old", "entities": {"media": [{"media_url": "http://pbs.example/a.png"}]}}
    (folder / "tweet.js").write_text(f"window.YTD.tweet.part0 = [{json.dumps(entry)}];")
    (folder / "tweet_media/5-a.png").write_bytes(b"x")

    found = reading(tmp_path)

    assert recognises(open_tree(tmp_path))
    assert [post.url for post in found.posts] == ["https://x.com/i/web/status/5"]
    assert [one.path for one in found.published] == [str(folder / "tweet_media/5-a.png")]
    assert found.posts[0].published_on is None


def test_posts_passed_on_and_deleted_ones_are_counted_and_not_read(tmp_path: Path) -> None:
    deleted = [tweet("3", "Gone"), tweet("4", "Gone too")]
    archive(tmp_path, tweet("1", "RT @somebody: a nose", PICTURE), tweet("2", "Ours"), deleted_tweets=deleted)

    found = reading(tmp_path)

    assert [post.id for post in found.posts] == ["x/2"]
    assert [problem.found for problem in found.problems] == [
        "2 deleted posts",
        "1 post of somebody else that was passed on",
    ]


def test_of_a_film_its_cover_is_seen_or_else_the_best_film_is_named(tmp_path: Path) -> None:
    variants = [
        {"content_type": "application/x-mpegURL", "url": "https://v.example/a.m3u8"},
        {"content_type": "video/mp4", "bitrate": "256000", "url": "https://v.example/small.mp4?tag=1"},
        {"content_type": "video/mp4", "bitrate": "2176000", "url": "https://v.example/large.mp4?tag=1"},
    ]
    medium = {"type": "video", "media_url_https": "https://pbs.example/cover.jpg", "video_info": {"variants": variants}}
    films = [tweet(number, extended_entities={"media": [medium]}) for number in ("1", "2")]
    archive(tmp_path, *films, media=("1-small.mp4", "1-large.mp4", "2-cover.jpg", "2-large.mp4"))

    assert [one.file_name for one in reading(tmp_path).published] == ["1-large.mp4", "2-cover.jpg"]


def test_a_missing_picture_is_listed_as_unseen_and_one_no_post_names_is_reported(tmp_path: Path) -> None:
    archive(tmp_path, tweet("1", "One", PICTURE), media=("8-of-a-retweet.jpg",))

    found = reading(tmp_path)

    assert [one.path for one in found.published] == [str(tmp_path / "data/tweets_media/1-EAbc.jpg")]
    assert "8-of-a-retweet.jpg" in found.problems[0].found
    assert "1-EAbc.jpg" in found.problems[1].found


def test_a_long_post_is_read_to_its_end(tmp_path: Path) -> None:
    whole = "Before and after, " * 20 + "Zoë Quill"
    note = {"noteTweet": {"core": {"text": whole}}}
    archive(tmp_path, tweet("1", whole[:270] + "… https://t.co/more"), note_tweet=[note])

    assert reading(tmp_path).posts[0].text == whole


def test_the_pictures_of_the_account_itself_are_published(tmp_path: Path) -> None:
    archive(tmp_path)
    (tmp_path / "data/profile_media").mkdir()
    (tmp_path / "data/profile_media/7-face.jpg").write_bytes(b"x")

    assert [one.id for one in reading(tmp_path).published] == ["x/profile/7-face.jpg"]


class OnlyPosts:
    """A tree that breaks when anything private is opened."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tree, name)

    def open(self, file: str) -> Any:
        assert file in ("data/tweets.js", "data/manifest.js")
        return self._tree.open(file)


def test_messages_addresses_and_log_ins_are_never_opened(tmp_path: Path) -> None:
    archive(tmp_path, tweet(), direct_messages=[{}], account=[{}], ip_audit=[{}], deleted_tweet_headers=[{}])

    tree = OnlyPosts(open_tree(tmp_path))

    assert recognises(tree)
    assert len(read(Channel(name="x", folder=str(tmp_path)), tree).posts) == 1


def test_a_zip_is_read_without_unpacking(tmp_path: Path) -> None:
    archive(tmp_path / "out", tweet("900", "Six", PICTURE), media=("900-EAbc.jpg",))
    with ZipFile(tmp_path / "twitter.zip", "w") as packed:
        for file in sorted((tmp_path / "out").rglob("*.*")):
            packed.write(file, file.relative_to(tmp_path / "out").as_posix())

    (photo,) = reading(tmp_path / "twitter.zip").published

    assert photo.path == f"{tmp_path}/twitter.zip!/data/tweets_media/900-EAbc.jpg"


def test_an_archive_without_posts_says_so(tmp_path: Path) -> None:
    archive(tmp_path)
    (tmp_path / "data/tweets.js").unlink()

    assert recognises(open_tree(tmp_path))
    assert "without data/tweets.js" in reading(tmp_path).problems[0].found


def test_other_folders_are_not_recognised(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/tweets.js").write_text("let tweets = []")

    assert not recognises(open_tree(tmp_path))


ANYTHING = some.recursive(some.none() | some.text() | some.integers() | some.floats(), some.lists, max_leaves=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(field=some.sampled_from(["id_str", "full_text", "created_at", "entities", "extended_entities"]), value=ANYTHING)
def test_any_field_may_be_anything(tmp_path_factory: Any, field: str, value: object) -> None:
    folder = archive(tmp_path_factory.mktemp("x"), tweet("1", "One", PICTURE, **{field: value}), tweet("2", "Two"))

    assert "x/2" in [post.id for post in reading(folder).posts]


def test_media_names_never_lead_out_of_the_archive(tmp_path: Path) -> None:
    evil = tweet("1", "One", "https://pbs.example/%2e%2e/..", "https://pbs.example/..%2F..%2Fetc%2Fpasswd", "https://[")
    archive(tmp_path / "in", evil)

    assert all(Path(one.path).is_relative_to(tmp_path / "in") for one in reading(tmp_path / "in").published)
